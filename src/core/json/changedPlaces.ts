import type { JsonMember, JsonValue } from './jsonValue.ts';

/**
 * The places in a value, such as `2.0`, where it holds something else than another value did: those of
 * strings and scalars, and of whole objects and arrays that were not there. Members are matched by
 * their keys, those of an array by their position.
 */
export function changedPlaces(before: JsonValue, after: JsonValue): readonly string[] {
  const places: string[] = [];
  const pending: { readonly before: JsonValue; readonly after: JsonValue; readonly at: string }[] =
    [{ before, after, at: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { at } = next;
    if (!('members' in next.after) || !('members' in next.before)) continue;
    // Nothing of an array is what it was in an object, though one may have the key 0.
    const known = byKey(next.before.kind === next.after.kind ? next.before.members : []);
    const seen = new Map<string, number>();
    for (const [index, { key, value }] of next.after.members.entries()) {
      const name = key ?? String(index);
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const place = at === '' ? String(index) : `${at}.${index}`;
      const old = known.get(name)?.[nth];
      if (old === undefined || !isAlike(old, value)) places.push(place);
      else pending.push({ before: old, after: value, at: place });
    }
  }
  return places;
}

/** Of a key that stands twice, the first is held against the first. */
function byKey(members: readonly JsonMember[]): ReadonlyMap<string, readonly JsonValue[]> {
  const known = new Map<string, JsonValue[]>();
  for (const [index, { key, value }] of members.entries()) {
    const name = key ?? String(index);
    const values = known.get(name);
    if (values === undefined) known.set(name, [value]);
    else values.push(value);
  }
  return known;
}

/** Whether two values are the same, or at least both objects or both arrays, to be looked into. */
function isAlike(one: JsonValue, other: JsonValue): boolean {
  if ('members' in one || 'members' in other) return one.kind === other.kind;
  return one.token === other.token;
}

import { parseStringToken, printValue, type JsonMember, type JsonValue } from './jsonValue.ts';

/**
 * One difference between two values, as index paths such as `2.0` of the smallest part that differs.
 * `before` is absent if the part was added, `after` if it was removed. Both are empty if the values differ
 * as a whole.
 */
export interface JsonChange {
  readonly before?: string;
  readonly after?: string;
}

interface Pair {
  readonly before: JsonValue;
  readonly after: JsonValue;
  readonly beforeAt: string;
  readonly afterAt: string;
}

/**
 * Lists the differences in the order of `after`. Members of objects are matched by key, and the first of
 * a duplicate key with the first. Elements of arrays are matched by position after their common start and
 * end. Numbers are compared by their digits and strings by their characters; white space and the order of
 * keys are ignored.
 */
export function jsonChanges(before: JsonValue, after: JsonValue): readonly JsonChange[] {
  const changes: JsonChange[] = [];
  // Not recursive: a value can be nested deeper than the call stack allows.
  const pending: (Pair | JsonChange)[] = [{ before, after, beforeAt: '', afterAt: '' }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (!('beforeAt' in next)) changes.push(next);
    else if ('members' in next.before && next.before.kind === next.after.kind) {
      pending.push(...pairMembers(next).reverse());
    } else if (!isSame(next.before, next.after)) {
      changes.push({ before: next.beforeAt, after: next.afterAt });
    }
  }
  return changes;
}

function pairMembers({ before, after, beforeAt, afterAt }: Pair): (Pair | JsonChange)[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  const matched = before.kind === 'object' ? matchKeys(old, now) : matchPositions(old, now);
  return matched.map(([from, to]) => {
    const [one, other] = [
      from === undefined ? undefined : old[from],
      to === undefined ? undefined : now[to],
    ];
    if (one === undefined) return { after: childIndexPath(afterAt, to) };
    if (other === undefined) return { before: childIndexPath(beforeAt, from) };
    return {
      ...{ before: one.value, after: other.value },
      ...{ beforeAt: childIndexPath(beforeAt, from), afterAt: childIndexPath(afterAt, to) },
    };
  });
}

type Match = readonly [before: number | undefined, after: number | undefined];

function matchKeys(old: readonly JsonMember[], now: readonly JsonMember[]): readonly Match[] {
  const known = new Map<string, number[]>();
  for (const [index, { key = '' }] of old.entries()) {
    const same = known.get(key);
    if (same === undefined) known.set(key, [index]);
    else same.push(index);
  }
  const taken = new Map<string, number>();
  const matches = now.map(({ key = '' }, index): Match => {
    const nth = taken.get(key) ?? 0;
    taken.set(key, nth + 1);
    return [known.get(key)?.[nth], index];
  });
  const left = [...known].flatMap(([key, indexes]) => indexes.slice(taken.get(key) ?? 0));
  return [
    ...matches,
    ...left.toSorted((one, other) => one - other).map((at): Match => [at, undefined]),
  ];
}

function matchPositions(old: readonly JsonMember[], now: readonly JsonMember[]): readonly Match[] {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && isEqual(old[start], now[start])) start++;
  let end = 0;
  while (end < shorter - start && isEqual(old.at(-1 - end), now.at(-1 - end))) end++;
  const length = Math.max(old.length, now.length) - start - end;
  return Array.from({ length }, (_, index): Match => {
    const at = start + index;
    return [at < old.length - end ? at : undefined, at < now.length - end ? at : undefined];
  });
}

function isEqual(one: JsonMember | undefined, other: JsonMember | undefined): boolean {
  return one !== undefined && other !== undefined && isSame(one.value, other.value);
}

function isSame(one: JsonValue, other: JsonValue): boolean {
  if (one.kind !== other.kind) return false;
  if ('members' in one || 'members' in other) return printValue(one) === printValue(other);
  if (one.kind !== 'string') return one.token === other.token;
  return one.token === other.token || parseStringToken(one.token) === parseStringToken(other.token);
}

function membersOf(value: JsonValue): readonly JsonMember[] {
  return 'members' in value ? value.members : [];
}

function childIndexPath(parent: string, index: number | undefined): string {
  return parent === '' ? String(index) : `${parent}.${index}`;
}

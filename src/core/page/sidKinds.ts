import type { JsonValue } from '../json/jsonValue.ts';
import { sidPattern } from '../resources/sidPattern.ts';
import type { SidKind } from '../sids/catalog/sidCatalog.ts';

/** Kinds of SIDs by their prefixes. */
export type SidKinds = Readonly<Record<string, SidKind>>;

/** A string that is a SID as a whole. */
const SID = new RegExp(`^"${sidPattern('([A-Z]{2})')}"$`);

/** What the SIDs in some values name: a page is told of those alone, as the table of all is large. */
export function sidKindsIn(
  values: readonly JsonValue[],
  kindOf: (prefix: string) => SidKind | undefined,
): SidKinds {
  const prefixes = new Set<string>();
  // No recursion: a value can be nested deeper than the stack is.
  const pending = [...values];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if ('members' in next) for (const { value } of next.members) pending.push(value);
    else if (next.kind === 'string') {
      const prefix = SID.exec(next.token)?.[1];
      if (prefix !== undefined) prefixes.add(prefix);
    }
  }
  return Object.fromEntries(
    [...prefixes].flatMap((prefix) => {
      const kind = kindOf(prefix);
      return kind === undefined ? [] : [[prefix, kind] as const];
    }),
  );
}

/** What a text names that is a SID as a whole. */
export function kindOfText(kinds: SidKinds, text: string): SidKind | undefined {
  const prefix = SID.exec(`"${text}"`)?.[1];
  return prefix === undefined || !Object.hasOwn(kinds, prefix) ? undefined : kinds[prefix];
}

import type { AttributeOwner } from '../language/explainName.ts';
import { eachAttribute, type AttributeType } from '../language/knownNames.ts';

/** What decides which operators an attribute can have. */
export type FetchedKind = Exclude<AttributeType, 'object' | 'null'>;

/** By the path of an attribute, such as `routing.skills`: what it is in all that was fetched. */
export type AttributeKinds = ReadonlyMap<string, FetchedKind>;

export type FetchedKinds = Readonly<Record<AttributeOwner, AttributeKinds>>;

/** More keys than these are data, such as names or SIDs, and no names for expressions. */
const MAX_PATHS = 2000;

/**
 * The attributes that have one kind wherever they were fetched. One that is null in a Task may be of any
 * kind, so that nothing is known of it.
 *
 * @param texts answers of the API, whose `attributes` are JSON in a string
 */
export function kindsIn(texts: readonly string[]): AttributeKinds {
  const seen = new Map<string, AttributeType | 'mixed'>();
  for (const { path, type } of eachAttribute(texts)) {
    const known = seen.get(path);
    if (known === undefined && seen.size < MAX_PATHS) seen.set(path, type);
    if (known !== undefined && known !== type) seen.set(path, 'mixed');
  }
  const kinds = new Map<string, FetchedKind>();
  for (const [path, kind] of seen) {
    if (kind !== 'mixed' && kind !== 'object' && kind !== 'null') kinds.set(path, kind);
  }
  return kinds;
}

export function isSameKinds(one: FetchedKinds, other: FetchedKinds): boolean {
  return isSame(one.task, other.task) && isSame(one.worker, other.worker);
}

function isSame(one: AttributeKinds, other: AttributeKinds): boolean {
  return one.size === other.size && [...one].every(([path, kind]) => other.get(path) === kind);
}

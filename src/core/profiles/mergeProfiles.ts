import { freeProfileName } from './freeProfileName.ts';
import type { StoredProfile } from './storedProfile.ts';

/** What a window did to the list of profiles, for as long as another can have written over it. */
export interface ProfileEdits {
  readonly added: readonly StoredProfile[];
  readonly removed: ReadonlySet<string>;
}

/**
 * The list that was read, with what this window did to it: two windows that write at the same time write
 * the whole list, and the later one knows nothing of the other. Of equal names all but the first get a
 * suffix. A profile of an earlier version gives way to the one that has taken it over.
 */
export function mergeProfiles(
  read: readonly StoredProfile[],
  { added, removed }: ProfileEdits,
): readonly StoredProfile[] {
  const ids = new Set(read.map(({ id }) => id));
  const all = [...read, ...added.filter(({ id }) => !ids.has(id))];
  const takenOver = new Set(all.map(({ formerId }) => formerId));
  const names: string[] = [];
  return all
    .filter(({ id }) => !removed.has(id) && !takenOver.has(id))
    .map((profile) => {
      const { name } = profile;
      const isFree = names.every((other) => other.toLowerCase() !== name.toLowerCase());
      const kept = isFree ? name : freeProfileName(name, names);
      names.push(kept);
      return isFree ? profile : { ...profile, name: kept };
    });
}

import { freeProfileName } from './freeProfileName.ts';
import type { StoredProfile } from './storedProfile.ts';

/** What a window did to the list of profiles, for as long as another can have written over it. */
export interface ProfileEdits {
  readonly added: readonly StoredProfile[];
  readonly removed: ReadonlySet<string>;
}

/**
 * The list that was read, with what this window did to it: two windows that write at the same time write
 * the whole list, and the later one knows nothing of the other. Of equal names all but one get a
 * suffix. A profile of an earlier version gives way to the one that has taken it over.
 */
export function mergeProfiles(
  read: readonly StoredProfile[],
  { added, removed }: ProfileEdits,
): readonly StoredProfile[] {
  const ids = new Set(read.map(({ id }) => id));
  const all = [...read, ...added.filter(({ id }) => !ids.has(id))];
  const takenOver = new Set(all.map(({ formerId }) => formerId));
  const kept = all.filter(({ id }) => !removed.has(id) && !takenOver.has(id));
  const names = distinctNames(kept);
  return kept.map((profile) => {
    const name = names.get(profile.id) ?? profile.name;
    return name === profile.name ? profile : { ...profile, name };
  });
}

/**
 * A name for each id, unlike all others whatever their case. Decided by the ids, as windows may have the same
 * profiles in different orders.
 */
function distinctNames(profiles: readonly StoredProfile[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const byId = profiles.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const taken = new Set<string>();
  for (const { id, name } of byId) {
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  // Only now, so that a suffix is none that another profile has by name.
  for (const { id, name } of byId) {
    if (!names.has(id)) names.set(id, freeProfileName(name, [...names.values()]));
  }
  return names;
}

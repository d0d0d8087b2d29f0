import { placeHosts } from './placeHosts.ts';
import type { ListedProfile } from './profileDirectory.ts';
import type { StoredProfile } from './storedProfile.ts';

/** A stored profile with the hosts that its place means. */
export function toProfile({ place, ...stored }: StoredProfile): ListedProfile {
  const hosts = placeHosts(place);
  return hosts === undefined
    ? { ...stored, origin: 'stored', fault: { kind: 'profileNotUsable', profileName: stored.name } }
    : { ...stored, origin: 'stored', ...hosts };
}

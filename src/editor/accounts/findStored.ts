import type { CredentialDraft } from '../../core/profiles/credentials.ts';
import {
  placeHosts,
  type ProfilePlace,
  type StoredProfile,
} from '../../core/profiles/storedProfile.ts';
import type { Profiles } from './profiles.ts';

/** The stored profile that signs in with this SID, at this place. */
export function findStored(
  { sid, place }: Pick<CredentialDraft, 'sid' | 'place'>,
  profiles: Profiles,
): StoredProfile | undefined {
  return profiles.stored().find((stored) => stored.sid === sid && isSamePlace(stored.place, place));
}

/** The same host can be described in several ways. */
function isSamePlace(one: ProfilePlace, other: ProfilePlace): boolean {
  const hosts = placeHosts(one);
  return hosts !== undefined && hosts.apiBaseUrl === placeHosts(other)?.apiBaseUrl;
}

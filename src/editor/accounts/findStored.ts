import type { CredentialDraft } from '../../core/profiles/credentialDraft.ts';
import type { StoredProfile } from '../../core/profiles/storedProfile.ts';
import type { Profiles } from './profiles.ts';

/** The stored profile that signs in with this SID, at this place. */
export function findStored(
  { sid, place }: Pick<CredentialDraft, 'sid' | 'place'>,
  profiles: Profiles,
): StoredProfile | undefined {
  return profiles
    .stored()
    .find((stored) => stored.sid === sid && JSON.stringify(stored.place) === JSON.stringify(place));
}

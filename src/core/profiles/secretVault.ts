import type { Profile } from './profile.ts';

/** Where the secrets of stored profiles are. */
export interface SecretVault {
  /**
   * The secret of a profile, if it is stored as that of its SID and host.
   *
   * Never throws: a store that fails is one that has lost the secret, for now or for good.
   */
  read(profile: Pick<Profile, 'id' | 'sid' | 'apiBaseUrl'>): Promise<SecretReading>;
}

export type SecretReading =
  | { readonly found: true; readonly secret: string }
  | { readonly found: false; readonly reason: SecretGap };

/**
 * Why there is no secret to use: the store has none (`missing`), or could not answer (`unreadable`); the
 * one that it has is of another SID or host (`foreign`); or an earlier version stored it without saying of
 * which (`unverified`).
 */
export type SecretGap = 'missing' | 'unreadable' | 'foreign' | 'unverified';

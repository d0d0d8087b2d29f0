import type { SecretGap } from '../taskrouter/failure.ts';
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

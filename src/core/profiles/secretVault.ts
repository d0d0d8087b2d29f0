/** Where the secrets of stored profiles are. */
export interface SecretVault {
  /** Never throws: a store that fails is one that has lost the secret, for now or for good. */
  read(profileId: string): Promise<SecretReading>;
}

export type SecretReading =
  | { readonly found: true; readonly secret: string }
  /** The store answered that it has none, or it could not answer. */
  | { readonly found: false; readonly reason: 'missing' | 'unreadable' };

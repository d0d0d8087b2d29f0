import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { MissingSecretReason } from '../taskrouter/failure.ts';
import type { Profile } from './profile.ts';

/** Stores the secrets of profiles. */
export interface SecretVault {
  /**
   * Reads the secret of a profile, if it is stored for the same SID and host.
   *
   * Never throws: if the secret storage fails, the secret counts as not available.
   */
  read(profile: Pick<Profile, 'id' | 'sid' | 'apiBaseUrl'>): Promise<SecretResult>;
}

export type SecretResult =
  | { readonly found: true; readonly secret: string }
  | { readonly found: false; readonly reason: MissingSecretReason };

/** The SID that a secret belongs to and the only URL that it may be sent to. */
type SecretOwner = Pick<Profile, 'sid' | 'apiBaseUrl'>;

/**
 * Serializes a secret with its owner. Profiles are stored separately from their secrets, and either can be
 * lost, restored or synchronized without the other.
 */
export function printBoundSecret({ sid, apiBaseUrl }: SecretOwner, secret: string): string {
  return JSON.stringify({ sid, baseUrl: apiBaseUrl, secret });
}

/** Reads a stored secret. Returns `undefined` if it does not belong to this owner. Never throws. */
export function readBoundSecret(text: string, owner: SecretOwner): string | undefined {
  const stored = parseJson(text);
  const { sid, baseUrl, secret } = asRecord(stored.valid ? stored.value : undefined);
  const isOwn = sid === owner.sid && baseUrl === owner.apiBaseUrl;
  return isOwn && typeof secret === 'string' && secret !== '' ? secret : undefined;
}

/** Whether two states of a profile have the same SID and host. */
export function hasSameOwner(one: SecretOwner, other: SecretOwner): boolean {
  return one.sid === other.sid && one.apiBaseUrl === other.apiBaseUrl;
}

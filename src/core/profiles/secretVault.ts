import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { MissingSecretReason } from '../taskrouter/failure.ts';
import type { Profile } from './profile.ts';

/** Where the secrets of stored profiles are. */
export interface SecretVault {
  /**
   * The secret of a profile, if it is stored as that of its SID and host.
   *
   * Never throws: a store that fails is one that has lost the secret, for now or for good.
   */
  read(profile: Pick<Profile, 'id' | 'sid' | 'apiBaseUrl'>): Promise<SecretResult>;
}

export type SecretResult =
  | { readonly found: true; readonly secret: string }
  | { readonly found: false; readonly reason: MissingSecretReason };

/** Whom a secret belongs to: what signs in with it, and where it may be sent. */
type SecretOwner = Pick<Profile, 'sid' | 'apiBaseUrl'>;

/**
 * A secret with its owner, as it is stored: what describes a profile is kept apart from its secret, and
 * either can be lost, restored or synchronised without the other.
 */
export function printBoundSecret({ sid, apiBaseUrl }: SecretOwner, secret: string): string {
  return JSON.stringify({ sid, baseUrl: apiBaseUrl, secret });
}

/** The secret in a stored text; `undefined` unless it is one of exactly this owner. Never throws. */
export function readBoundSecret(text: string, owner: SecretOwner): string | undefined {
  const stored = parseJson(text);
  const { sid, baseUrl, secret } = asRecord(stored.valid ? stored.value : undefined);
  const isOwn = sid === owner.sid && baseUrl === owner.apiBaseUrl;
  return isOwn && typeof secret === 'string' && secret !== '' ? secret : undefined;
}

/** Whether two states of a profile sign in with the same SID at the same host. */
export function hasSameOwner(one: SecretOwner, other: SecretOwner): boolean {
  return one.sid === other.sid && one.apiBaseUrl === other.apiBaseUrl;
}

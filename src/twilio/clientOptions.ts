import type { Profile } from '../core/profiles/profile.ts';
import type { RequestGate } from './http/requestGate.ts';
import type { RequestLog } from './http/requestLog.ts';

/** What a client of one profile is made of. */
export interface ClientOptions {
  readonly profile: Profile;
  readonly credentials: Credentials;
  /** For `User-Agent`. */
  readonly version: string;
  /** Where the requests of all clients of the profile pass; a gate of its own if absent. */
  readonly gate?: RequestGate | undefined;
  /** For a whole call: its retries, waits and bodies. Asked when its turn comes; 1 to 120. */
  readonly timeoutSeconds: () => number;
  readonly log: RequestLog;
  /** Aborts when the profile is revoked: every request ends then and rejects with its reason. */
  readonly revoked?: AbortSignal;
  /** Waits before a retry, or until others may send; settles at once when the signal aborts. A timer if absent. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** At least 0, less than 1; `Math.random` if absent. */
  readonly random?: () => number;
}

/** What requests of one profile sign in with. Lives in memory, and goes into one header. */
export interface Credentials {
  /** `SK…` of an API key, or `AC…` of the account. */
  readonly username: string;
  /** The key's secret, or the account's Auth Token. */
  readonly password: string;
}

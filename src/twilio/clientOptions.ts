import type { Profile } from '../core/profiles/profile.ts';
import type { Credentials } from './credentials.ts';
import type { RequestGate } from './requestGate.ts';
import type { RequestLog } from './requestLog.ts';

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

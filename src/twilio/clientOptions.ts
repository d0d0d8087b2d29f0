import type { Profile } from '../core/profiles/profile.ts';
import type { RequestGate } from './http/requestGate.ts';
import type { RequestLog } from './http/requestLog.ts';

/** The options of a client, which serves one profile. */
export interface ClientOptions {
  readonly profile: Profile;
  readonly credentials: Credentials;
  /** Sent in `User-Agent`. */
  readonly version: string;
  /** Shared by all clients of the profile. By default, the client has a gate of its own. */
  readonly gate?: RequestGate | undefined;
  /**
   * Timeout of a whole call with its retries, waits and bodies, 1 to 120. Read when the request's
   * turn comes.
   */
  readonly timeoutSeconds: () => number;
  readonly log: RequestLog;
  /** Aborts when the profile is revoked. Every request then rejects with its reason. */
  readonly revoked?: AbortSignal;
  /**
   * Waits before a retry, or while the gate is suspended. Settles at once when the signal aborts.
   * By default, a timer.
   */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Returns at least 0 and less than 1. By default, `Math.random`. */
  readonly random?: () => number;
}

/**
 * What a profile authenticates with. Kept in memory only, and sent in the `Authorization` header
 * only.
 */
export interface Credentials {
  /** An API key SID (`SK…`) or an Account SID (`AC…`). */
  readonly username: string;
  /** The API key's secret, or the account's Auth Token. */
  readonly password: string;
}

import type { Failure } from '../core/taskrouter/failure.ts';

const MAX_RETRIES = 3;
const BASE_MS = 500;
const CAP_MS = 8_000;
/** Added to what the server says, for those who were all told the same. */
const JITTER_MS = 250;

export interface RetryState {
  /** How often the request was sent again already. */
  readonly retries: number;
  /** Of the time that the whole call may take. */
  readonly millisecondsLeft: number;
  /** At least 0, less than 1. */
  readonly random: () => number;
}

/**
 * How many milliseconds to wait before the same request is sent again; nothing if it is not worth it,
 * or the wait would outlast the call.
 *
 * Only what TaskRouter did not process is sent again: 429 and 503. It says when by `Retry-After`; else
 * the wait is chosen at random below a bound that doubles ("full jitter"), so that those who were
 * turned away together do not come back together.
 */
export function retryDelay(failure: Failure, state: RetryState): number | undefined {
  const { retries, millisecondsLeft, random } = state;
  if (!isTransient(failure) || retries >= MAX_RETRIES) return undefined;
  const { retryAfterSeconds } = failure;
  const delay =
    retryAfterSeconds === undefined
      ? Math.round(random() * Math.min(CAP_MS, BASE_MS * 2 ** retries))
      : retryAfterSeconds * 1000 + Math.round(random() * JITTER_MS);
  return delay < millisecondsLeft ? delay : undefined;
}

function isTransient(
  failure: Failure,
): failure is Extract<Failure, { kind: 'rateLimited' | 'server' }> {
  return failure.kind === 'rateLimited' || (failure.kind === 'server' && failure.status === 503);
}

import type { Failure } from '../../core/taskrouter/failure.ts';

const MAX_RETRIES = 3;
const BASE_MS = 500;
const MAX_DELAY_MS = 8_000;
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
      ? Math.round(random() * Math.min(MAX_DELAY_MS, BASE_MS * 2 ** retries))
      : retryAfterSeconds * 1000 + Math.round(random() * JITTER_MS);
  return delay < millisecondsLeft ? delay : undefined;
}

function isTransient(
  failure: Failure,
): failure is Extract<Failure, { kind: 'rateLimited' | 'server' }> {
  return failure.kind === 'rateLimited' || (failure.kind === 'server' && failure.status === 503);
}

/** In seconds. What is longer was not meant, or is the work of a wrong clock. */
const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/**
 * `Retry-After` in seconds, RFC 9110 section 10.2.3: a number, or a date, which ends in GMT. Nothing
 * for anything else, or for more than a day; 0 for a date in the past.
 *
 * @param now the time in ms since the epoch
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const seconds = readSeconds(header?.trim() ?? '', now);
  return seconds <= MAX_RETRY_AFTER_SECONDS ? Math.max(0, seconds) : undefined;
}

/** Not a number where the text says none. */
function readSeconds(text: string, now: number): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Date.parse alone takes "soon 7" for a day of July.
  return text.endsWith(' GMT') ? Math.ceil((Date.parse(text) - now) / 1000) : NaN;
}

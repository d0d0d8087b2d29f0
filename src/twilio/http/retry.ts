import type { Failure } from '../../core/taskrouter/failure.ts';

const MAX_RETRIES = 3;
const BASE_DELAY_MS = 500;
const MAX_DELAY_MS = 8_000;
/** Added to `Retry-After`, so that clients which got the same delay do not all return at once. */
const MAX_JITTER_MS = 250;

export interface RetryState {
  /** How often the request was sent again before. */
  readonly retries: number;
  /** Of the timeout of the whole call. */
  readonly millisecondsLeft: number;
  /** Returns at least 0 and less than 1. */
  readonly random: () => number;
}

/**
 * How many milliseconds to wait before the same request is sent again. Returns `undefined` if a
 * retry makes no sense, or if the wait would exceed the call's timeout.
 *
 * Only requests that TaskRouter did not process are sent again: 429
 * (https://www.twilio.com/docs/api/errors/20429) and 503. `Retry-After` sets the delay. Without it,
 * the delay is random below a bound that doubles ("full jitter"), so that clients do not return in
 * step.
 */
export function retryDelay(failure: Failure, state: RetryState): number | undefined {
  const { retries, millisecondsLeft, random } = state;
  if (!isTransient(failure) || retries >= MAX_RETRIES) return undefined;
  const { retryAfterSeconds } = failure;
  const delay =
    retryAfterSeconds === undefined
      ? Math.round(random() * Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** retries))
      : retryAfterSeconds * 1000 + Math.round(random() * MAX_JITTER_MS);
  return delay < millisecondsLeft ? delay : undefined;
}

function isTransient(
  failure: Failure,
): failure is Extract<Failure, { kind: 'rateLimited' | 'server' }> {
  return failure.kind === 'rateLimited' || (failure.kind === 'server' && failure.status === 503);
}

/** A longer delay is a mistake, or the result of a wrong clock. */
const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/**
 * `Retry-After` in seconds, RFC 9110 section 10.2.3: a number, or a date, which ends in GMT.
 * Returns 0 for a date in the past, and `undefined` for anything else or for more than a day.
 *
 * @param now the time in ms since the epoch
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const seconds = readSeconds(header?.trim() ?? '', now);
  return seconds <= MAX_RETRY_AFTER_SECONDS ? Math.max(0, seconds) : undefined;
}

/** Returns `NaN` if the text is neither a number nor a date. */
function readSeconds(text: string, now: number): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Date.parse alone reads "soon 7" as a day in July.
  return text.endsWith(' GMT') ? Math.ceil((Date.parse(text) - now) / 1000) : NaN;
}

import type { Failure } from '../taskrouter/failure.ts';

/** However often it fails, a watched Task is asked for again before this long, in seconds. */
const LONGEST = 300;

/** Nor does it wait for longer than a day, whatever is asked for: a timer cannot wait for a month. */
const DAY = 24 * 60 * 60;

/**
 * How many seconds to wait before a watched Task is asked for again: the interval, doubled with each
 * failure in a row, and no less than TaskRouter asks for.
 *
 * @param failures how many attempts in a row have failed by now
 * @param failure of the latest one
 */
export function pollDelay(
  intervalSeconds: number,
  failures: number,
  failure: Failure | undefined,
): number {
  const backedOff = Math.min(intervalSeconds * 2 ** failures, Math.max(LONGEST, intervalSeconds));
  const asked =
    failure?.kind === 'rateLimited' || failure?.kind === 'server'
      ? (failure.retryAfterSeconds ?? 0)
      : 0;
  return Math.max(backedOff, Math.min(asked, DAY));
}

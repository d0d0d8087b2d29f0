/**
 * Clocks that differ by less count as equal: `Date` has whole seconds, and an answer is on its way for a
 * while.
 */
const AGREED_MS = 2_000;

/**
 * By how many milliseconds the server's clock is ahead of this machine's, negative if it is behind. What
 * lasts since a time that the server gave is counted by its clock, as this machine's may be wrong.
 *
 * @param date `Date` of an answer, RFC 9110 section 6.6.1; 0 is the result for anything else
 * @param receivedAt when its headers were there, by this machine's clock, in ms since the epoch
 */
export function readServerAhead(date: string | undefined, receivedAt: number): number {
  const ahead = date?.endsWith(' GMT') === true ? Date.parse(date) - receivedAt : NaN;
  return Math.abs(ahead) >= AGREED_MS ? ahead : 0;
}

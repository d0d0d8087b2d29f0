/**
 * `Retry-After` in seconds, RFC 9110 section 10.2.3: a number, or a date, which ends in GMT. Nothing
 * for anything else; 0 for a date in the past.
 *
 * @param now the time in ms since the epoch
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Date.parse alone takes "soon 7" for a day of July.
  const until = text.endsWith(' GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - now) / 1000));
}

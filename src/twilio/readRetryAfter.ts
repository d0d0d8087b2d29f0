/** In seconds. What is longer was not meant, or is the work of a wrong clock. */
const DAY = 24 * 60 * 60;

/**
 * `Retry-After` in seconds, RFC 9110 section 10.2.3: a number, or a date, which ends in GMT. Nothing
 * for anything else, or for more than a day; 0 for a date in the past.
 *
 * @param now the time in ms since the epoch
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const seconds = readSeconds(header?.trim() ?? '', now);
  return seconds <= DAY ? Math.max(0, seconds) : undefined;
}

/** Not a number where the text says none. */
function readSeconds(text: string, now: number): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Date.parse alone takes "soon 7" for a day of July.
  return text.endsWith(' GMT') ? Math.ceil((Date.parse(text) - now) / 1000) : NaN;
}

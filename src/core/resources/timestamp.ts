/** When something was. */
export interface Timestamp {
  /** In ms since the epoch. */
  readonly at: number;
  /** What the API gave it in: its dates are in whole seconds, and only events have more. */
  readonly precision: 'ms' | 's';
}

/** Beyond this there is no Date: https://tc39.es/ecma262/#sec-time-values-and-time-range. */
const LATEST = 8.64e15;

/**
 * A moment of an event or a reservation; nothing if neither can be read.
 *
 * @param ms since the epoch, a number or its digits
 * @param date as the API writes one, such as `2026-03-02T09:00:00Z`
 */
export function readTimestamp(ms: unknown, date: unknown): Timestamp | undefined {
  const exact = typeof ms === 'string' && ms.trim() !== '' ? Number(ms) : ms;
  if (typeof exact === 'number' && exact > 0 && exact <= LATEST) {
    return { at: Math.floor(exact), precision: 'ms' };
  }
  if (typeof date !== 'string') return undefined;
  const at = readDate(date);
  return at === undefined ? undefined : { at, precision: /\.\d{3}/.test(date) ? 'ms' : 's' };
}

/** RFC 3339, as the schema of TaskRouter's OpenAPI document has every date (`format: date-time`). */
const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

/** As Twilio's older API writes dates, and some of its webhooks: `Mon, 02 Mar 2026 09:00:00 +0000`. */
const RFC_2822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d{2}:\d{2}:[0-5]\d (?:GMT|[+-](?:0\d|1[0-4])[0-5]\d)$/;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * A date as TaskRouter writes one, in ms since the epoch; `undefined` for any other text. `Date.parse`
 * alone takes almost everything with a number in it: "ticket 7" is a day of July 2001 to it.
 */
export function readDate(text: string): number | undefined {
  const iso = ISO_8601.exec(text);
  const [, day, month = '', year] = iso ? [] : (RFC_2822.exec(text) ?? []);
  const isDay = iso
    ? isDayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : isDayOf(Number(year), MONTHS.indexOf(month) / 3 + 1, Number(day));
  const at = isDay ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : at;
}

/** `Date.parse` takes the 30th of February for a day of March. */
function isDayOf(year: number, month: number, day: number): boolean {
  return day > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

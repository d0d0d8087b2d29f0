/** A point in time, with the precision that the API gave. */
export interface Timestamp {
  /** In ms since the epoch. */
  readonly at: number;
  /** Most dates of the API are in whole seconds; only Events have milliseconds. */
  readonly precision: 'ms' | 's';
}

/** The latest time of a Date: https://tc39.es/ecma262/#sec-time-values-and-time-range. */
const LATEST = 8.64e15;

/** Whether a number of ms since the epoch can be shown as a date. */
export function isTime(at: number): boolean {
  return Math.abs(at) <= LATEST;
}

/**
 * The time of an Event or a Reservation. Returns `undefined` if neither argument is a valid time.
 *
 * @param ms milliseconds since the epoch, as a number or a string
 * @param date a date in the API's format, such as `2026-03-02T09:00:00Z`
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

/** RFC 3339: TaskRouter's OpenAPI document declares every date as `format: date-time`. */
const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/;

/**
 * The format of Twilio's older APIs (https://www.twilio.com/docs/usage/twilios-response) and of some
 * webhooks: `Mon, 02 Mar 2026 09:00:00 +0000`.
 */
const RFC_2822 =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) \d{2}:\d{2}:[0-5]\d (?:GMT|[+-](?:0\d|1[0-4])[0-5]\d)$/;

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';

/**
 * Parses a date in one of Twilio's formats, to ms since the epoch. Returns `undefined` for any other text.
 * `Date.parse` alone accepts almost any text with a number: "ticket 7" becomes a day in July 2001.
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

/** `Date.parse` accepts the 30th of February as a day in March. */
function isDayOf(year: number, month: number, day: number): boolean {
  return day > 0 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

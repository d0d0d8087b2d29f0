/**
 * What is written with as many digits as a phone number, and with the same signs, and is none. Only what
 * can hardly be one counts: in doubt, a number is masked.
 */
export function isLookAlike(text: string, begin: number, end: number): boolean {
  if (end - begin > LONGEST) return false;
  // A bracket begins a number or stands around a remark.
  const start = text.charAt(begin) === '(' ? begin + 1 : begin;
  const number = {
    run: text.slice(start, end),
    before: text.slice(Math.max(0, start - REACH), start),
    after: text.slice(end, end + REACH),
  };
  return [isTime, isVersion, isAmount, isIdentifier].some((is) => is(number));
}

interface NumberInText {
  readonly run: string;
  readonly before: string;
  readonly after: string;
}

/** Two dates with their signs are the longest of all. */
const LONGEST = 60;

/** As much of what stands around it as any of the patterns looks at. */
const REACH = 40;

const YEAR = '(?:19|20|21)\\d{2}';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
/** Counts only with a time, as eight digits are a phone number in many countries. */
const COMPACT = `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`;
const HOUR = '(?:[01]?\\d|2[0-3])';
const DATE = [
  ...['-', '/', '\\.', '\\. ', '_'].flatMap((sign) => [
    [YEAR, MONTH, DAY].join(sign),
    [DAY, MONTH, YEAR].join(sign),
    [MONTH, DAY, YEAR].join(sign),
  ]),
  `${COMPACT}[-_]?(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d`,
].join('|');
const COMPACT_DATE = new RegExp(`^${COMPACT}$`);
/** With the hour that follows a date, and several, as in a range. */
const DATES = `(?:${DATE})(?: +${HOUR})?(?:[ \\n\\r/-]{1,4}(?:${DATE})(?: +${HOUR})?)*`;
const ONLY_DATES = new RegExp(`^${DATES}$`);
/** What follows the colon of a time: seconds, their fraction, the offset from UTC, a date. */
const REST_OF_TIME = new RegExp(
  `^[0-5]\\d(?:\\.\\d{1,9})?(?:[+-]\\d{2,4})?(?:[ /-]{1,3}${DATES})?$`,
);

function isTime({ run, before, after }: NumberInText): boolean {
  if (ONLY_DATES.test(run)) return true;
  if (/\d:$/.test(before) && REST_OF_TIME.test(run)) return true;
  return COMPACT_DATE.test(run) && /^T(?:[01]\d|2[0-3])[0-5]\d/.test(after);
}

const DOTTED = /^\d{1,6}(?:\.\d{1,10})+$/;
const ADDRESS = /^(?:(?:1?\d?\d|2[0-4]\d|25[0-5])(?:\.|$)){4}$/;
const NAMES_VERSION =
  /(?:(?<![A-Za-z])v(?:\d+\.)*|(?:version|build|release|chrome|firefox|safari|edg|node(?:\.js)?|electron|code)[ :/=]{1,2}v?)$/i;

function isVersion({ run, before }: NumberInText): boolean {
  if (/^\d{1,2}(?:\.\d{1,2}){2}-(?:19|20)\d{6}(?:\d{6})?$/.test(run)) return true;
  if (!DOTTED.test(run) || ADDRESS.test(run)) return false;
  // No group of a phone number is a zero alone, and few have one digit or two; 0.98765432 is a share.
  if (/^\d+(?:\.\d+)*\.0\./.test(run) || /^0\.\d+$/.test(run)) return true;
  return NAMES_VERSION.test(before) && /(?:^|\.)\d{1,2}\./.test(run);
}

const GROUPED = /^\d{1,3}(?:[. ]\d{3})+$/;
const CODE = '(?:USD|EUR|GBP|JPY|CHF|CAD|AUD|INR|BRL|MXN|CNY)';
const CURRENCY_BEFORE = new RegExp(`(?:\\p{Sc}|(?<![A-Za-z])${CODE}) ?$`, 'u');
const CURRENCY_AFTER = new RegExp(`^(?:,\\d{1,2})? ?(?:\\p{Sc}|${CODE}(?![A-Za-z]))`, 'u');
const FINE_UNIT = /^(?:ms| ?(?:µs|μs|ns|milliseconds|bytes))(?![\p{L}\p{N}])/u;
const UNIT =
  /^ ?(?:ms|s|sec|secs|seconds|min|minutes|hours|days|kB|KB|MB|GB|KiB|MiB|px|characters)(?![\p{L}\p{N}])/u;

/** Money, time and sizes, which say so beside them. */
function isAmount({ run, before, after }: NumberInText): boolean {
  const plain = /^[1-9]\d*$/.test(run) ? run.length : Infinity;
  const isGrouped = GROUPED.test(run);
  if (isGrouped && /^,\d{2}(?![\d\p{L}])/u.test(after)) return true;
  if ((isGrouped || plain <= 12) && FINE_UNIT.test(after)) return true;
  if ((isGrouped || plain <= 9) && UNIT.test(after)) return true;
  const isMoney = isGrouped || /^\d{1,12}(?:\.\d{1,2})?$/.test(run);
  return isMoney && (CURRENCY_BEFORE.test(before) || CURRENCY_AFTER.test(after));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HEX = /^[0-9a-f]{24,}$/i;

/** A part of a longer word that is an identifier as a whole: a UUID, or a hash with letters in it. */
function isIdentifier({ run, before, after }: NumberInText): boolean {
  const [head = ''] = /[0-9A-Za-z-]*$/.exec(before) ?? [];
  const [tail = ''] = /^[0-9A-Za-z-]*/.exec(after) ?? [];
  const word = head + run + tail;
  return UUID.test(word) || (HEX.test(word) && /[a-f]/i.test(word));
}

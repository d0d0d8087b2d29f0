import { foldText, INVISIBLE_SIGN } from './foldedText.ts';

/** Replaces a hidden part. */
const MASKED = '•••';

/** A part of a text; `end` is exclusive. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// Bounded lengths keep the time linear for a long run of letters.
const LABEL = `[\\p{L}\\p{N}_${INVISIBLE_SIGN}-]{1,63}`;
/** What follows the @ in the name of a package version or of a picture. */
const NO_HOST =
  '\\d+\\.\\d+\\.\\d+-(?:alpha|beta|canary|dev|next|pre|rc)|\\dx\\.(?:gif|jpe?g|png|svg|webp)';
/** Ends in letters or Punycode: `twilio@5.10.1` and `icon@2x.png` are not addresses. */
const DOMAIN = `(?!${NO_HOST})(?:${LABEL}\\.){1,127}\\p{L}[\\p{L}\\p{N}${INVISIBLE_SIGN}-]{1,62}`;
const LITERAL = '\\[[^\\]\\s]{2,64}\\]';
const QUOTED = '"[^"\\n]{1,64}"';
/** An apostrophe is part of a name only between letters; otherwise it is a quote. */
const LOCAL = `(?:[\\p{L}\\p{N}._%+!#$&*^~${INVISIBLE_SIGN}-]|(?<=\\p{L})['’](?=\\p{L})){1,64}`;
const EMAIL = new RegExp(`(?:${QUOTED}|${LOCAL})@(?:${DOMAIN}|${LITERAL})`, 'gu');

/** Addresses with a scheme, whose host may lack a dot or be missing. */
const SCHEMED = /(?<=(?<![\p{L}\p{N}])(?:sips?|mailto|xmpp):)[^\s<>"'`,;|]{1,2000}/giu;

/**
 * The start of a run of digits. No letter or digit may precede it, so that the digits of a SID do not
 * count, except for a word such as "tel".
 */
const NUMBER_START =
  /(?:(?<![0-9A-Za-z])(?:\+ ?)?|(?<=(?<![A-Za-z])(?:tel|phone|fax|mobile|mob|cell|call|sms)))\(?\d/gi;

/** Separators between the digits of a phone number. */
const BETWEEN = ` \t\n\r().-/+_~${INVISIBLE_SIGN}`;

/**
 * Shorter numbers are not full phone numbers (https://www.itu.int/rec/T-REC-E.164). There is no maximum:
 * masking too much is safe.
 */
const MIN_PHONE_DIGITS = 7;

/** A longer text is hidden as a whole, to limit the time. */
const MAX_CHARS = 500_000;

/** The start of attributes quoted in a text: as JSON, which may be cut off, or as a form field. */
const ATTRIBUTES = /(?:attributes|add_?ons)(?:\\*["']\s*[:=]\s*|(?<form>=))(?=\S)/gi;

/**
 * Masks phone numbers, e-mail and SIP addresses in any script and encoding, and attributes quoted in the
 * text. If in doubt, it masks.
 */
export function maskText(text: string): string {
  if (text.length > MAX_CHARS) return MASKED;
  const folded = foldText(text);
  const read = folded?.text ?? text;
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of mergeSpans(spansIn(read))) {
    parts.push(text.slice(copied, folded?.starts[start] ?? start), MASKED);
    copied = folded?.ends[end - 1] ?? end;
  }
  return copied === 0 ? text : parts.join('') + text.slice(copied);
}

function spansIn(text: string): readonly Span[] {
  return [
    ...(text.includes('@') ? Array.from(text.matchAll(EMAIL), spanOf) : []),
    ...(text.includes(':') ? Array.from(text.matchAll(SCHEMED), spanOf) : []),
    ...attributesIn(text),
    ...numbersIn(text).filter(({ start, end }) => !isNotPhoneNumber(text, start, end)),
  ];
}

function spanOf({ 0: match, index }: RegExpExecArray): Span {
  return { start: index, end: index + match.length };
}

/** The end of JSON inside a text is unknown, so everything after its start counts as part of it. */
function attributesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  const pattern = new RegExp(ATTRIBUTES);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const start = pattern.lastIndex;
    const after = /[&\s]/g;
    after.lastIndex = start;
    const end = match.groups?.['form'] === undefined ? undefined : after.exec(text)?.index;
    spans.push({ start, end: end ?? text.length });
    pattern.lastIndex = end ?? text.length;
  }
  return spans;
}

/** Not by a single pattern: millions of digits would overflow the stack of the regex engine. */
function numbersIn(text: string): readonly Span[] {
  const numbers: Span[] = [];
  const pattern = new RegExp(NUMBER_START);
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    let digits = 1;
    let end = pattern.lastIndex;
    for (let index = end; index < text.length; index++) {
      const character = text.charAt(index);
      const isDigit = character >= '0' && character <= '9';
      if (!isDigit && !BETWEEN.includes(character)) break;
      if (!isDigit) continue;
      digits++;
      end = index + 1;
    }
    if (digits >= MIN_PHONE_DIGITS) numbers.push({ start: match.index, end });
    pattern.lastIndex = end;
  }
  return numbers;
}

/** Sorts the spans and merges those that overlap. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start >= last.end) all.push(span);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return all;
}

/**
 * Whether a number with the digits and separators of a phone number is clearly something else. If in
 * doubt, it is masked.
 */
function isNotPhoneNumber(text: string, begin: number, end: number): boolean {
  if (end - begin > MAX_DATES_LENGTH) return false;
  // A parenthesis can belong to the number or surround a remark.
  const start = text.charAt(begin) === '(' ? begin + 1 : begin;
  const number = {
    run: text.slice(start, end),
    before: text.slice(Math.max(0, start - MAX_CONTEXT_CHARS), start),
    after: text.slice(end, end + MAX_CONTEXT_CHARS),
  };
  return [isTime, isVersion, isAmount, isIdentifier].some((is) => is(number));
}

interface NumberInText {
  readonly run: string;
  readonly before: string;
  readonly after: string;
}

/** Longer than a range of two dates, the longest of all these patterns. */
const MAX_DATES_LENGTH = 60;

/** How much text around a number the patterns need. */
const MAX_CONTEXT_CHARS = 40;

const YEAR = '(?:19|20|21)\\d{2}';
const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
/** Counts only together with a time, as phone numbers have eight digits in many countries. */
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
/** Also with an hour after a date, and several dates, as in a range. */
const DATES = `(?:${DATE})(?: +${HOUR})?(?:[ \\n\\r/-]{1,4}(?:${DATE})(?: +${HOUR})?)*`;
const ONLY_DATES = new RegExp(`^${DATES}$`);
/** What follows the last colon of a time: seconds, their fraction, the offset from UTC, a date. */
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
  // A phone number has no group that is just a zero; 0.98765432 is a fraction.
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

/** An amount of money, time or memory, told by its currency or unit. */
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

/** Part of a longer word that is a UUID or a hash with letters. */
function isIdentifier({ run, before, after }: NumberInText): boolean {
  const [head = ''] = /[0-9A-Za-z-]*$/.exec(before) ?? [];
  const [tail = ''] = /^[0-9A-Za-z-]*/.exec(after) ?? [];
  const word = head + run + tail;
  return UUID.test(word) || (HEX.test(word) && /[a-f]/i.test(word));
}

import { foldText, UNSEEN_SIGN } from './foldText.ts';
import { isLookAlike } from './isLookAlike.ts';

/** What stands for a part that is not shown. */
const MASKED = '•••';

/** A part of a text, from the index `start` on, without the one at `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

// The lengths are bounded so that a long run of letters costs linear time.
const LABEL = `[\\p{L}\\p{N}_${UNSEEN_SIGN}-]{1,63}`;
/** What stands behind the @ of a package and of a picture. */
const NO_HOST =
  '\\d+\\.\\d+\\.\\d+-(?:alpha|beta|canary|dev|next|pre|rc)|\\dx\\.(?:gif|jpe?g|png|svg|webp)';
/** Ends in letters, or in the Punycode of others: `twilio@5.10.1` and `icon@2x.png` are no addresses. */
const DOMAIN = `(?!${NO_HOST})(?:${LABEL}\\.){1,127}\\p{L}[\\p{L}\\p{N}${UNSEEN_SIGN}-]{1,62}`;
const LITERAL = '\\[[^\\]\\s]{2,64}\\]';
const QUOTED = '"[^"\\n]{1,64}"';
/** An apostrophe is part of a name only between its letters: others are quotes. */
const LOCAL = `(?:[\\p{L}\\p{N}._%+!#$&*^~${UNSEEN_SIGN}-]|(?<=\\p{L})['’](?=\\p{L})){1,64}`;
const EMAIL = new RegExp(`(?:${QUOTED}|${LOCAL})@(?:${DOMAIN}|${LITERAL})`, 'gu');

/** Addresses that need no point in their host, and no host at all, by what they begin with. */
const SCHEMED = /(?<=(?<![\p{L}\p{N}])(?:sips?|mailto|xmpp):)[^\s<>"'`,;|]{1,2000}/giu;

/**
 * What a run of digits begins with: no letter or digit stands before, so that the digits of a SID are none,
 * unless it is a word for a phone.
 */
const BEGINNING =
  /(?:(?<![0-9A-Za-z])(?:\+ ?)?|(?<=(?<![A-Za-z])(?:tel|phone|fax|mobile|mob|cell|call|sms)))\(?\d/gi;

/** The signs that people put between them. */
const BETWEEN = ` \t\n\r().-/+_~${UNSEEN_SIGN}`;

/** Fewer digits are no subscriber's number (E.164); for what is longer, masking is the safe side. */
const FEWEST_DIGITS = 7;

/** A longer text was written by nobody: it is hidden whole. */
const MAX_CHARS = 500_000;

/** What a text quotes attributes with: as JSON, which may be cut off, or as a field of a form. */
const ATTRIBUTES = /(?:attributes|add_?ons)(?:\\*["']\s*[:=]\s*|(?<form>=))(?=\S)/gi;

/**
 * Masks the phone numbers, e-mail and SIP addresses in a text, in whatever script and encoding, and the
 * attributes that it quotes; in doubt, it masks.
 */
export function maskText(text: string): string {
  if (text.length > MAX_CHARS) return MASKED;
  const folded = foldText(text);
  const read = folded?.text ?? text;
  const parts: string[] = [];
  let copied = 0;
  for (const { start, end } of joined(spansIn(read))) {
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
    ...numbersIn(text).filter(({ start, end }) => !isLookAlike(text, start, end)),
  ];
}

function spanOf({ 0: match, index }: RegExpExecArray): Span {
  return { start: index, end: index + match.length };
}

/** Where JSON that is part of a text ends is not to be known: all that follows counts as part of it. */
function attributesIn(text: string): readonly Span[] {
  const spans: Span[] = [];
  const head = new RegExp(ATTRIBUTES);
  for (let match = head.exec(text); match !== null; match = head.exec(text)) {
    const start = head.lastIndex;
    const after = /[&\s]/g;
    after.lastIndex = start;
    const end = match.groups?.['form'] === undefined ? undefined : after.exec(text)?.index;
    spans.push({ start, end: end ?? text.length });
    head.lastIndex = end ?? text.length;
  }
  return spans;
}

/** Not by one pattern: a run of millions of digits is more than the stack of a pattern holds. */
function numbersIn(text: string): readonly Span[] {
  const numbers: Span[] = [];
  const beginning = new RegExp(BEGINNING);
  for (let match = beginning.exec(text); match !== null; match = beginning.exec(text)) {
    let digits = 1;
    let end = beginning.lastIndex;
    for (let index = end; index < text.length; index++) {
      const character = text.charAt(index);
      const isDigit = character >= '0' && character <= '9';
      if (!isDigit && !BETWEEN.includes(character)) break;
      if (!isDigit) continue;
      digits++;
      end = index + 1;
    }
    if (digits >= FEWEST_DIGITS) numbers.push({ start: match.index, end });
    beginning.lastIndex = end;
  }
  return numbers;
}

/** In their order, those that overlap as one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.start - other.start)) {
    const last = all.at(-1);
    if (last === undefined || span.start >= last.end) all.push(span);
    else all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return all;
}

/** A text with look-alike and encoded characters replaced by ASCII, and their positions in the original. */
export interface FoldedText {
  readonly text: string;
  /** By index into `text`: where the corresponding part of the original starts and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Replaces every invisible character, which could otherwise split a phone number or an address. */
export const INVISIBLE_SIGN = '\u200b';

/** Only characters that need no folding, as most texts. */
const PLAIN = /^[\t\n\r -~]*$/;
/**
 * Percent-encoding (`%2B`, possibly encoded twice), JSON escapes and HTML entities. A run of backslashes is
 * matched from its first one only: starting at each would take quadratic time.
 */
const ENCODED =
  /(?:%(?:25)*[0-9A-Fa-f]{2})+|(?<!\\)\\+u[0-9A-Fa-f]{4}|&#(?:\d{1,7}|[xX][0-9A-Fa-f]{1,6});/g;

const DIGIT = /\p{Nd}/u;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}\u2800]/u;
const SPACE = /[\s\p{Z}]/u;
/** Also minus signs, the long vowel marks of Japanese phone numbers, and box-drawing lines. */
const DASH = /[\p{Pd}\u02d7\u2043\u2212\u223c\u2500\u2501\u30fc\uff5e\uff70]/u;
const DOT = /[\u00b7\u2022\u2024\u2027\u2219\u22c5\u3002\u30fb\uff61\uff65]/u;
const SLASH = /[\u2044\u2215\u29f8]/u;

/** Returns `undefined` if the text needs no folding. */
export function foldText(text: string): FoldedText | undefined {
  if (PLAIN.test(text) && text.search(ENCODED) < 0) return undefined;
  const folded = { parts: [] as string[], starts: [] as number[], ends: [] as number[] };
  const put = (read: string, start: number, end: number) => {
    folded.parts.push(read);
    let units = read.length;
    while (units-- > 0) {
      folded.starts.push(start);
      folded.ends.push(end);
    }
  };
  // A text uses few different characters, and classifying each takes several patterns.
  const known = new Map<string, string>();
  const fold = (character: string) => {
    const read = known.get(character) ?? foldCharacter(character);
    known.set(character, read);
    return read;
  };
  let done = 0;
  const putPlain = (end: number) => {
    for (const character of text.slice(done, end)) {
      put(fold(character), done, done + character.length);
      done += character.length;
    }
  };
  for (const { 0: encoded, index } of text.matchAll(ENCODED)) {
    putPlain(index);
    for (const { character, length } of decode(encoded)) {
      put(fold(character), done, done + length);
      done += length;
    }
  }
  putPlain(text.length);
  return { text: folded.parts.join(''), starts: folded.starts, ends: folded.ends };
}

/** The ASCII equivalent of a character, or the character itself if it has none. */
function foldCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  if (SPACE.test(character)) return /[\n\r]/.test(character) ? character : ' ';
  if (DIGIT.test(character)) return String(digitOf(character));
  if (DASH.test(character)) return '-';
  if (DOT.test(character)) return '.';
  if (SLASH.test(character)) return '/';
  if (INVISIBLE.test(character)) return INVISIBLE_SIGN;
  // Full-width forms, circled digits, superscripts and the like.
  const usual = character.normalize('NFKC');
  return /^[ -~]+$/.test(usual) ? usual : character;
}

/** Unicode encodes the decimal digits of each script as consecutive code points from zero to nine. */
function digitOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

interface Decoded {
  readonly character: string;
  /** The length of its encoded form. */
  readonly length: number;
}

function decode(encoded: string): readonly Decoded[] {
  if (encoded.startsWith('%')) return decodePercent(encoded);
  const [digits = ''] = /[0-9A-Fa-f]+(?=;?$)/.exec(encoded) ?? [];
  const radix = encoded.startsWith('\\') || /^&#x/i.test(encoded) ? 16 : 10;
  const code = parseInt(digits, radix);
  const character = code <= 0x10ffff ? String.fromCodePoint(code) : INVISIBLE_SIGN;
  return [{ character, length: encoded.length }];
}

/** Decodes UTF-8; invalid bytes count as invisible. */
function decodePercent(encoded: string): readonly Decoded[] {
  const bytes = encoded.match(/%(?:25)*[0-9A-Fa-f]{2}/g) ?? [];
  const decoded: Decoded[] = [];
  for (let index = 0; index < bytes.length;) {
    const first = bytes[index] ?? '';
    const parts = bytes.slice(index, index + bytesFrom(parseInt(first.slice(-2), 16)));
    const hex = parts.map((part) => `%${part.slice(-2)}`).join('');
    try {
      decoded.push({ character: decodeURIComponent(hex), length: parts.join('').length });
      index += parts.length;
    } catch {
      decoded.push({ character: INVISIBLE_SIGN, length: first.length });
      index++;
    }
  }
  return decoded;
}

/** The length of a UTF-8 sequence, from its first byte. */
function bytesFrom(first: number): number {
  if (first < 0xc0) return 1;
  if (first < 0xe0) return 2;
  return first < 0xf0 ? 3 : 4;
}

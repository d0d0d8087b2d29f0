/** Only this much of a pasted text is read. */
const MAX_LENGTH = 1_000_000;

/** The Console encodes a URL in `frameUrl` once or twice, and a log can contain JSON inside JSON. */
const MAX_ROUNDS = 3;

/** Percent-encoding, escapes in strings of source code and JSON, and HTML entities. */
const ESCAPE =
  /(?:%[0-9a-f]{2})+|\\{1,8}(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[/"'nrt])|&(?:amp|quot|apos|lt|gt|sol|#\d{1,6}|#x[0-9a-f]{1,6});/gi;

/** Invisible characters: zero-width characters, direction marks and the soft hyphen. */
const FORMAT = /[\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu;

const LETTER = /[\p{L}\p{N}]/u;

/** Unicode spaces except line breaks. */
const SPACES = /[^\S\n\r\t ]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  sol: '/',
};
const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Decodes the escapes of the format that a text was copied from, and removes invisible characters.
 * `https:\/\/`, `https%3A%2F%2F` and `https:&#x2F;&#x2F;` become `https://`. Invalid escapes stay.
 */
export function plainNotation(text: string): string {
  let plain = text.slice(0, MAX_LENGTH).replace(FORMAT, '');
  for (let round = 0; round < MAX_ROUNDS && /[%\\&]/.test(plain); round++) {
    const decoded = plain.replace(ESCAPE, decode);
    if (decoded === plain) break;
    plain = decoded;
  }
  // Again, as escapes can decode to these characters.
  return plain.replace(FORMAT, '').replace(SPACES, ' ');
}

/** Removes quotes, commas, brackets and invisible characters that were copied together with a SID. */
export function plainSid(text: string): string {
  const plain = plainNotation(text);
  const start = plain.search(LETTER);
  if (start < 0) return '';
  // Not a pattern anchored at the end, which takes quadratic time for many punctuation marks.
  let end = plain.length;
  while (!LETTER.test(plain.charAt(end - 1)) && !isSurrogate(plain.charCodeAt(end - 1))) end--;
  return plain.slice(start, end);
}

/** Whether a code unit is half of a surrogate pair. */
function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

function decode(escape: string): string {
  switch (escape.charAt(0)) {
    case '%':
      try {
        return decodeURIComponent(escape);
      } catch {
        return escape;
      }
    case '&': {
      const name = escape.slice(1, -1).toLowerCase();
      if (!name.startsWith('#')) return ENTITIES[name] ?? escape;
      return fromCodePoint(name.startsWith('#x') ? `0x${name.slice(2)}` : name.slice(1)) ?? escape;
    }
    default: {
      const rest = escape.replace(/^\\+/, '');
      if (rest.length > 1) return fromCodePoint(`0x${rest.slice(1)}`) ?? escape;
      return CONTROLS[rest] ?? rest;
    }
  }
}

function fromCodePoint(digits: string): string | undefined {
  const code = Number(digits);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** A part of a text with the index of its first character. */
interface TextToken {
  readonly text: string;
  readonly offset: number;
}

/** How far a token is read on either side; a longer one is not a SID or a URL but data. */
const MAX_TOKEN_CHARS = 2048;

/** The characters around `offset` for which `belongs` returns true. */
export function tokenAt(
  text: string,
  offset: number,
  belongs: (character: string, at: number) => boolean,
): TextToken {
  let start = offset;
  let end = offset;
  while (
    start > 0 &&
    offset - start < MAX_TOKEN_CHARS &&
    belongs(text.charAt(start - 1), start - 1)
  )
    start--;
  while (end < text.length && end - offset < MAX_TOKEN_CHARS && belongs(text.charAt(end), end))
    end++;
  return { text: text.slice(start, end), offset: start };
}

const END = /[\s"'`<>()[\]{},;|]/;

/** The start of an escaped slash or colon; any other backslash separates words. */
const ESCAPED_SIGN = /^\\+(?:\/|u00[23]|x[23])/i;

/** The characters around `offset` that can be one URL or path, escaped or not. */
export function addressAt(text: string, offset: number): TextToken {
  return tokenAt(text, offset, (character, at) =>
    character === '\\' ? ESCAPED_SIGN.test(text.slice(at, at + 12)) : !END.test(character),
  );
}

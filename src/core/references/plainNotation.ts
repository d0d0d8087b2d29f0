/** Anything at all can be pasted; a reference stands in the first part of it. */
const MAX_LENGTH = 1_000_000;

/** A framed Console address is encoded once or twice, and a log can hold JSON inside of JSON. */
const MAX_ROUNDS = 3;

/** Of percent-encoding, of strings in source code and JSON, and of HTML. */
const ESCAPE =
  /(?:%[0-9a-f]{2})+|\\{1,8}(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[/"'nrt])|&(?:amp|quot|apos|lt|gt|sol|#\d{1,6}|#x[0-9a-f]{1,6});/gi;

/** What is not seen: marks of no width and of direction, and the soft hyphen. */
const FORMAT = /[\p{Cf}\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/gu;

const LETTER = /[\p{L}\p{N}]/u;

/** Spaces of any width; a line break stays one. */
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
 * A text as it would stand alone: without the escapes of whatever it was copied from, and without the
 * characters that are not seen. `https:\/\/`, `https%3A%2F%2F` and `https:&#x2F;&#x2F;` are `https://`.
 * What cannot be decoded stays as it is.
 */
export function plainNotation(text: string): string {
  let plain = text.slice(0, MAX_LENGTH).replace(FORMAT, '');
  for (let round = 0; round < MAX_ROUNDS && /[%\\&]/.test(plain); round++) {
    const decoded = plain.replace(ESCAPE, decode);
    if (decoded === plain) break;
    plain = decoded;
  }
  // Escapes can stand for them, too.
  return plain.replace(FORMAT, '').replace(SPACES, ' ');
}

/** A SID without what came along when it was copied: quotes, commas, brackets, what is not seen. */
export function plainSid(text: string): string {
  const plain = plainNotation(text);
  const start = plain.search(LETTER);
  if (start < 0) return '';
  // A pattern for the end would begin anew at each of many marks.
  let end = plain.length;
  while (!LETTER.test(plain.charAt(end - 1)) && !isHalf(plain.charCodeAt(end - 1))) end--;
  return plain.slice(start, end);
}

/** Of a letter or mark beyond the first plane. */
function isHalf(code: number): boolean {
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

/** Part of a text, with the index of its first character. */
interface TextToken {
  readonly text: string;
  readonly offset: number;
}

/** How far a token reaches to either side: longer ones are data, not names. */
const MAX_TOKEN_CHARS = 2048;

/** The characters around `offset` that belong together. */
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

/** What an escaped slash, colon or the like begins with; behind other backslashes a word begins. */
const ESCAPED_SIGN = /^\\+(?:\/|u00[23]|x[23])/i;

/** The characters around `offset` that can be one address or path, escaped or not. */
export function addressAt(text: string, offset: number): TextToken {
  return tokenAt(text, offset, (character, at) =>
    character === '\\' ? ESCAPED_SIGN.test(text.slice(at, at + 12)) : !END.test(character),
  );
}

import { createScanner } from 'jsonc-parser';
import { parseStringToken } from './jsonValue.ts';

/** A token of a JSON text, as it stands there. */
export interface JsonToken {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'key' | 'string' | 'scalar';
  readonly text: string;
  /** Index of its first character, in UTF-16 code units. */
  readonly offset: number;
  /** How many objects and arrays enclose it; a bracket counts as outside of what it encloses. */
  readonly depth: number;
}

/**
 * The tokens of `text`, which must be JSON: what is between them is white space. Tokens, and not
 * values, because 64-bit numbers, exponents, escapes and duplicate keys survive only as text.
 */
export function* scanJson(text: string): Generator<JsonToken, void> {
  const scanner = createScanner(text, true);
  const enclosing: ('{' | '[')[] = [];
  let keyNext = false;

  for (;;) {
    scanner.scan();
    const offset = scanner.getTokenOffset();
    const token = text.slice(offset, offset + scanner.getTokenLength());
    if (token === '') return;
    if (token === '}' || token === ']') enclosing.pop();
    const kind = kindOf(token, keyNext);
    yield { kind, text: token, offset, depth: enclosing.length };
    if (token === '{' || token === '[') enclosing.push(token);
    keyNext = (token === '{' || token === ',') && enclosing.at(-1) === '{';
  }
}

function kindOf(token: string, keyNext: boolean): JsonToken['kind'] {
  switch (token.charAt(0)) {
    case '{':
    case '[':
      return 'open';
    case '}':
    case ']':
      return 'close';
    case ',':
      return 'comma';
    case ':':
      return 'colon';
    case '"':
      return keyNext ? 'key' : 'string';
    default:
      return 'scalar';
  }
}

/**
 * The elements of an array, each to the letter.
 *
 * @param text of a JSON object that has an array under `key`; of a duplicate key the last one counts,
 * as it does for `JSON.parse`
 */
export function arrayElementTexts(text: string, key: string): readonly string[] {
  const elements: string[] = [];
  let inside = false;
  let start = 0;
  for (const { kind, text: token, offset, depth } of scanJson(text)) {
    if (kind === 'key' && depth === 1) {
      inside = parseStringToken(token) === key;
      if (inside) elements.length = 0;
    }
    // The brackets of an element are outside of what they enclose.
    if (!inside || depth !== 2 || kind === 'comma') continue;
    if (kind !== 'close') start = offset;
    if (kind !== 'open') elements.push(text.slice(start, offset + token.length));
  }
  return elements;
}

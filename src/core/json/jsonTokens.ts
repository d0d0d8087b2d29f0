import { createScanner } from 'jsonc-parser';
import { parseStringToken } from './jsonValue.ts';

/** A token of a JSON text, exactly as written. */
export interface JsonToken {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'key' | 'string' | 'scalar';
  readonly text: string;
  /** Index of its first character, in UTF-16 code units. */
  readonly offset: number;
  /** The number of enclosing objects and arrays; a bracket has the depth of its own container. */
  readonly depth: number;
}

/**
 * The tokens of `text`, which must be valid JSON. Tokens rather than values, because 64-bit numbers,
 * exponents, escapes and duplicate keys survive only as text.
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
 * The elements of an array, each exactly as written.
 *
 * @param text a JSON object with an array under `key`; the last of a duplicate key counts, as in
 * `JSON.parse`
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
    // The brackets of an element have the same depth as a scalar element.
    if (!inside || depth !== 2 || kind === 'comma') continue;
    if (kind !== 'close') start = offset;
    if (kind !== 'open') elements.push(text.slice(start, offset + token.length));
  }
  return elements;
}

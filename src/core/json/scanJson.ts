import { createScanner } from 'jsonc-parser';

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

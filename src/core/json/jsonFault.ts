/** Why a text is not JSON, and the position of the first invalid character. */
export interface JsonFault {
  readonly kind: 'unexpected' | 'ends' | 'more' | 'string' | 'control' | 'escape';
  /** In UTF-16 code units; the length of the text if it ends too early. */
  readonly offset: number;
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const STRING_PART = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Finds the first character that RFC 8259 does not allow. Returns `undefined` if the text is JSON. Not
 * recursive, so the depth of nesting does not matter.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  return new Reader(text).read();
}

class Reader {
  readonly #text: string;
  readonly #enclosing: ('{' | '[')[] = [];
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): JsonFault | undefined {
    let expected: 'value' | 'first' | 'key' | 'firstKey' | 'next' = 'value';
    for (;;) {
      this.#skip(WHITE_SPACE);
      const inside = this.#enclosing.at(-1);
      if (expected === 'next' && inside === undefined) {
        return this.#at < this.#text.length ? this.#fault('more') : undefined;
      }
      const character = this.#text.charAt(this.#at);
      if (character === '') return this.#fault('ends');
      const closing = inside === '{' ? '}' : ']';
      if (
        character === closing &&
        inside !== undefined &&
        ['next', 'first', 'firstKey'].includes(expected)
      ) {
        this.#enclosing.pop();
        this.#at += 1;
        expected = 'next';
      } else if (expected === 'next') {
        if (character !== ',') return this.#fault('unexpected');
        this.#at += 1;
        expected = inside === '{' ? 'key' : 'value';
      } else if (expected === 'key' || expected === 'firstKey') {
        if (character !== '"') return this.#fault('unexpected');
        const fault = this.#string() ?? this.#colon();
        if (fault !== undefined) return fault;
        expected = 'value';
      } else if (character === '{' || character === '[') {
        this.#enclosing.push(character);
        this.#at += 1;
        expected = character === '{' ? 'firstKey' : 'first';
      } else {
        const fault = character === '"' ? this.#string() : this.#scalar();
        if (fault !== undefined) return fault;
        expected = 'next';
      }
    }
  }

  #string(): JsonFault | undefined {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#skip(STRING_PART);
      const character = this.#text.charAt(this.#at);
      if (character === '') return { kind: 'string', offset: start };
      if (character === '"') {
        this.#at += 1;
        return undefined;
      }
      if (character !== '\\') return this.#fault('control');
      if (!this.#skip(ESCAPE)) return this.#fault('escape');
    }
  }

  #colon(): JsonFault | undefined {
    this.#skip(WHITE_SPACE);
    const character = this.#text.charAt(this.#at);
    if (character !== ':') return this.#fault(character === '' ? 'ends' : 'unexpected');
    this.#at += 1;
    return undefined;
  }

  #scalar(): JsonFault | undefined {
    return this.#skip(SCALAR) ? undefined : this.#fault('unexpected');
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const matches = pattern.test(this.#text);
    if (matches) this.#at = pattern.lastIndex;
    return matches;
  }

  #fault(kind: JsonFault['kind']): JsonFault {
    return { kind, offset: this.#at };
  }
}

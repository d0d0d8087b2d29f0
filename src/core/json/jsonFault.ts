/** Why a text is no JSON, and where the first character stands that cannot be there. */
export interface JsonFault {
  readonly kind: 'unexpected' | 'ends' | 'more' | 'string' | 'control' | 'escape';
  /** In UTF-16 code units; the length of the text where it ends too early. */
  readonly offset: number;
}

const WHITE_SPACE = /[ \t\n\r]*/y;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const STRING_PART = /[^"\\\u0000-\u001f]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * Where a text stops being JSON, by the letter of RFC 8259; undefined if it is JSON. It does not
 * recurse, however deep the text is nested.
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
    let wants: 'value' | 'first' | 'key' | 'firstKey' | 'next' = 'value';
    for (;;) {
      this.#skip(WHITE_SPACE);
      const inside = this.#enclosing.at(-1);
      if (wants === 'next' && inside === undefined) {
        return this.#at < this.#text.length ? this.#fault('more') : undefined;
      }
      const sign = this.#text.charAt(this.#at);
      if (sign === '') return this.#fault('ends');
      const closing = inside === '{' ? '}' : ']';
      if (
        sign === closing &&
        inside !== undefined &&
        ['next', 'first', 'firstKey'].includes(wants)
      ) {
        this.#enclosing.pop();
        this.#at += 1;
        wants = 'next';
      } else if (wants === 'next') {
        if (sign !== ',') return this.#fault('unexpected');
        this.#at += 1;
        wants = inside === '{' ? 'key' : 'value';
      } else if (wants === 'key' || wants === 'firstKey') {
        if (sign !== '"') return this.#fault('unexpected');
        const fault = this.#string() ?? this.#colon();
        if (fault !== undefined) return fault;
        wants = 'value';
      } else if (sign === '{' || sign === '[') {
        this.#enclosing.push(sign);
        this.#at += 1;
        wants = sign === '{' ? 'firstKey' : 'first';
      } else {
        const fault = sign === '"' ? this.#string() : this.#scalar();
        if (fault !== undefined) return fault;
        wants = 'next';
      }
    }
  }

  #string(): JsonFault | undefined {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      this.#skip(STRING_PART);
      const sign = this.#text.charAt(this.#at);
      if (sign === '') return { kind: 'string', offset: start };
      if (sign === '"') {
        this.#at += 1;
        return undefined;
      }
      if (sign !== '\\') return this.#fault('control');
      if (!this.#skip(ESCAPE)) return this.#fault('escape');
    }
  }

  #colon(): JsonFault | undefined {
    this.#skip(WHITE_SPACE);
    const sign = this.#text.charAt(this.#at);
    if (sign !== ':') return this.#fault(sign === '' ? 'ends' : 'unexpected');
    this.#at += 1;
    return undefined;
  }

  #scalar(): JsonFault | undefined {
    return this.#skip(SCALAR) ? undefined : this.#fault('unexpected');
  }

  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const isThere = pattern.test(this.#text);
    if (isThere) this.#at = pattern.lastIndex;
    return isThere;
  }

  #fault(kind: JsonFault['kind']): JsonFault {
    return { kind, offset: this.#at };
  }
}

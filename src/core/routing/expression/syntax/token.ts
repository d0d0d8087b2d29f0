import { Holes } from './holes.ts';
import { keywordKind } from './keyword.ts';
import type { Span } from './span.ts';

export type TokenKind =
  | 'path'
  | 'string'
  | 'number'
  | 'boolean'
  | 'null'
  /** Signs, and `HAS`, `IN`, `CONTAINS` in any case. */
  | 'operator'
  | 'and'
  | 'or'
  | 'not'
  | 'open'
  | 'close'
  | 'openList'
  | 'closeList'
  | 'comma'
  /** A placeholder such as `${…}` or `{{…}}`. */
  | 'hole'
  | 'unknown';

/** A token of an expression; what is between tokens is white space. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  /** Whether a part of it is a placeholder. */
  readonly holed?: true;
  /** Whether it is a string whose quote is not closed, or a placeholder that does not end. */
  readonly unclosed?: true;
}

const SIGNS: ReadonlyMap<string, TokenKind> = new Map([
  ['(', 'open'],
  [')', 'close'],
  ['[', 'openList'],
  [']', 'closeList'],
  [',', 'comma'],
]);

/** Longest first; with a blank where one was typed by mistake, as in `! =`. */
const OPERATOR = /===|!==|[=!<>][ \t\r\n\f]+=(?!=)|==|!=|>=|<=|=>|=<|<>|>-|<-|[=<>]/y;
const LOGIC_SIGN = /&&|\|\|/y;
/** Not the `$` of a placeholder. */
const WORD_CHARACTERS = /(?:[\p{L}\p{N}\p{M}_]|\$(?!\{))+/uy;
const INDEX = /\[\d+\]/y;
const NUMBER = /^\d+(?:\.\d+)?(?:[eE]\d+)?$/;
const NEGATIVE = /-\d+(?:\.\d+)?(?![\p{L}\p{N}_$])/uy;
/** `''value''` */
const DOUBLED = /''(?=[\p{L}\p{N}_])[^'"]*''/uy;
const TYPOGRAPHIC = /[“”„][^“”„'"]*[“”„]|[‘’‚][^‘’‚'"]*[‘’‚]/y;
/** Where the string of a quote that is not closed must have ended. */
const AFTER_UNCLOSED = /(?<=[ \t\r\n\f])(?:AND|OR)(?![\p{L}\p{N}_$.])|[)\]]/giu;
const AFTER_UNCLOSED_ITEM = /(?<=[ \t\r\n\f])(?:AND|OR)(?![\p{L}\p{N}_$.])|[)\],]/giu;
/** What no string ends with, but what stands before one does. */
const BEFORE_STRING = /(?:[=<>,[]|(?:^|[^\p{L}\p{N}_$])(?:HAS|IN|CONTAINS))[ \t\r\n\f]*['"]$/iu;

/** Never throws; takes time in proportion to the text. */
export function tokenize(text: string): readonly Token[] {
  const holes = new Holes(text);
  const tokenizer = new Tokenizer(text, holes, true);
  const tokens = tokenizer.run();
  if (!tokenizer.hasUnclosedString) return tokens;
  if (text.includes('\\')) {
    const plain = new Tokenizer(text, holes, false);
    const plainTokens = plain.run();
    if (!plain.hasUnclosedString) return plainTokens;
  }
  // An odd quote makes strings of what is between strings: the first of those is the one not closed.
  const broken = tokens.find((token) => token.kind === 'string' && BEFORE_STRING.test(token.text));
  return broken === undefined ? tokens : new Tokenizer(text, holes, true, broken.offset).run();
}

class Tokenizer {
  readonly #text: string;
  readonly #holes: Holes;
  readonly #escapes: boolean;
  readonly #brokenAt: number | undefined;
  readonly #tokens: Token[] = [];
  /** Whether a string ends at the next quote: nothing has an escape or a placeholder. */
  readonly #isPlain: boolean;
  /** Quotes of which there is no further one, so that a text of open quotes is not searched again and again. */
  readonly #missing = new Set<string>();
  #hasUnclosedString = false;

  constructor(text: string, holes: Holes, escapes: boolean, brokenAt?: number) {
    this.#text = text;
    this.#holes = holes;
    this.#escapes = escapes;
    this.#brokenAt = brokenAt;
    this.#isPlain = !/[\\{%]/.test(text);
  }

  get hasUnclosedString(): boolean {
    return this.#hasUnclosedString;
  }

  run(): readonly Token[] {
    for (let at = 0; at < this.#text.length;) {
      if (isBlank(this.#text.charCodeAt(at))) {
        at += 1;
        continue;
      }
      const token = this.#tokenAt(at);
      at += token.length;
      if (token.kind === 'unknown') this.#addUnknown(token);
      else this.#tokens.push(token);
    }
    return this.#tokens;
  }

  /** Unknown characters side by side are one token. */
  #addUnknown(token: Token): void {
    const previous = this.#tokens.at(-1);
    const isNext =
      previous?.kind === 'unknown' && previous.offset + previous.length === token.offset;
    if (isNext) this.#tokens.pop();
    this.#tokens.push(
      isNext ? this.#token('unknown', previous.offset, token.offset + token.length) : token,
    );
  }

  #tokenAt(at: number): Token {
    const plainEnd = this.#plainWordEnd(at);
    if (plainEnd > at) return this.#plainWord(at, plainEnd);
    const first = this.#text.charAt(at);
    if (first === "'" || first === '"') return this.#string(at, first);
    const sign = SIGNS.get(first);
    if (sign !== undefined) return { kind: sign, text: first, offset: at, length: 1 };
    if (this.#isUsualOperator(at, first)) return this.#token('operator', at, at + 2);
    const word = this.#word(at);
    if (word !== undefined) return word;
    if (this.#holes.isUnclosedAt(at)) {
      return { ...this.#token('hole', at, this.#text.length), unclosed: true };
    }
    const typographic = this.#match(TYPOGRAPHIC, at);
    if (typographic > at) return this.#token('string', at, typographic);
    const angle = this.#expectsOperand() ? this.#holes.angleEndAt(at) : undefined;
    if (angle !== undefined) return this.#token('hole', at, angle);
    const negative = this.#match(NEGATIVE, at);
    if (negative > at) return this.#token('number', at, negative);
    const operator = this.#match(OPERATOR, at);
    if (operator > at) return this.#token('operator', at, operator);
    const logic = this.#match(LOGIC_SIGN, at);
    if (logic > at) return this.#token(first === '&' ? 'and' : 'or', at, logic);
    const width = (this.#text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    return this.#token('unknown', at, at + width);
  }

  /** Whether it is `==`, `!=`, `>=` or `<=`, which is seen without a pattern. */
  #isUsualOperator(at: number, first: string): boolean {
    const [text, second] = [this.#text, at + 1];
    return text[second] === '=' && text[at + 2] !== '=' && '=!<>'.includes(first);
  }

  /** The end of a word of ASCII letters, digits and dots alone, as nearly all are. */
  #plainWordEnd(start: number): number {
    const text = this.#text;
    let at = start;
    while (isPlain(text.charCodeAt(at))) at += 1;
    if (at === start || text.charCodeAt(start) === DOT) return start;
    return at === text.length || ENDS_PLAIN.has(text.charAt(at)) ? at : start;
  }

  #plainWord(start: number, end: number): Token {
    const text = this.#text.slice(start, end);
    const isNumber = text.charCodeAt(0) <= NINE && NUMBER.test(text);
    const kind = isNumber ? 'number' : (keywordKind(text) ?? 'path');
    return { kind, text, offset: start, length: end - start };
  }

  /** A key, keyword or number; with the placeholders and hyphens that are in it. */
  #word(start: number): Token | undefined {
    let at = start;
    let [plain, holed] = [false, false];
    for (let end = this.#wordPartEnd(start, at); end > at; end = this.#wordPartEnd(start, at)) {
      if (this.#holes.endAt(at) === end) holed = true;
      else plain = true;
      at = end;
    }
    if (at === start) return undefined;
    if (!plain) return this.#token('hole', start, at);
    const text = this.#text.slice(start, at);
    const kind = NUMBER.test(text) ? 'number' : (keywordKind(text) ?? 'path');
    // What begins with digits and has a hyphen is no key, but a date or a number in parts.
    const isNoKey = kind === 'path' && /^\d[\d.]*-/.test(text);
    return { ...this.#token(isNoKey ? 'unknown' : kind, start, at), ...(holed && { holed }) };
  }

  /** The end of what continues the word at `at`; `at` if nothing does. */
  #wordPartEnd(start: number, at: number): number {
    const run = this.#holes.endAt(at) ?? this.#match(WORD_CHARACTERS, at);
    if (run > at || at === start) return run;
    return this.#text[at] === '.' || this.#isInnerHyphen(at) ? at + 1 : this.#indexEnd(start, at);
  }

  #isInnerHyphen(at: number): boolean {
    return (
      this.#text[at] === '-' &&
      /[\p{L}\p{N}_}]/u.test(this.#text.charAt(at - 1)) &&
      (this.#match(WORD_CHARACTERS, at + 1) > at + 1 || this.#holes.endAt(at + 1) !== undefined)
    );
  }

  /** The end of `[n]` or `[${n}]`, unless it is a list behind a keyword. */
  #indexEnd(start: number, at: number): number {
    if (this.#text[at] !== '[') return at;
    if (keywordKind(this.#text.slice(start, at)) !== undefined) return at;
    const hole = this.#holes.endAt(at + 1);
    return hole !== undefined && this.#text[hole] === ']' ? hole + 1 : this.#match(INDEX, at);
  }

  #string(start: number, quote: string): Token {
    const doubled = this.#text.startsWith("''", start) ? this.#match(DOUBLED, start) : start;
    if (doubled > start) return this.#token('string', start, doubled);
    if (start === this.#brokenAt || this.#missing.has(quote)) return this.#unclosed(start);
    if (this.#isPlain) {
      const end = this.#text.indexOf(quote, start + 1);
      if (end > 0) return this.#token('string', start, end + 1);
    }
    let holed = false;
    for (let at = start + 1; at < this.#text.length;) {
      const character = this.#text[at];
      const hole = this.#holes.endAt(at);
      if (hole !== undefined) {
        holed = true;
        at = hole;
      } else if (character === '\\' && this.#escapes) {
        at += 2;
      } else if (character === quote) {
        return { ...this.#token('string', start, at + 1), ...(holed && { holed }) };
      } else {
        at += 1;
      }
    }
    this.#missing.add(quote);
    return this.#unclosed(start);
  }

  #unclosed(start: number): Token {
    this.#hasUnclosedString = true;
    const last = this.#tokens.at(-1)?.kind;
    const isItem = last === 'openList' || last === 'comma';
    const end = isItem ? AFTER_UNCLOSED_ITEM : AFTER_UNCLOSED;
    end.lastIndex = start + 1;
    const at = end.exec(this.#text)?.index ?? this.#text.length;
    const length = this.#text.slice(start, at).trimEnd().length;
    return { ...this.#token('string', start, start + length), unclosed: true };
  }

  #expectsOperand(): boolean {
    const last = this.#tokens.at(-1)?.kind;
    return (
      last === undefined ||
      ['operator', 'and', 'or', 'not', 'open', 'openList', 'comma'].includes(last)
    );
  }

  #match(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : at;
  }

  #token(kind: TokenKind, offset: number, end: number): Token {
    return { kind, text: this.#text.slice(offset, end), offset, length: end - offset };
  }
}

const DOT = 0x2e;
const NINE = 0x39;
/** What surely ends a word, unlike `$`, `-` or a letter that is not ASCII. */
const ENDS_PLAIN: ReadonlySet<string> = new Set(' \t\r\n\f()],=!>\'"');

function isBlank(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

/** ASCII letters, digits, the underscore and the dot. */
function isPlain(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= NINE) ||
    code === DOT ||
    code === 0x5f
  );
}

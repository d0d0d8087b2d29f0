import { MappedText, type OffsetMap } from './offsetMap.ts';
import { Placeholders } from './placeholders.ts';

/** How a language writes strings of one kind. */
export interface StringStyle {
  /** What ends it: the same as what begins it. For a heredoc, a line of this word alone. */
  readonly close: string;
  readonly isHeredoc?: boolean;
  /** A string of one line ends with it, closed or not. */
  readonly isMultiline: boolean;
  /**
   * `all`: a backslash and a character that is not known is that character. `known`: then it is both.
   * `quotes`: only the quote and the backslash are escaped. `raw`: it stays, and so does a quote after it.
   */
  readonly escapes: 'all' | 'known' | 'quotes' | 'raw' | 'none';
  /** What begins an expression in it: `{` of Python, where `{{` is a brace. */
  readonly placeholder?: '${' | '#{' | '{';
}

export interface StringLiteral {
  readonly value: string;
  /** From the value to the text. */
  readonly map: OffsetMap;
  /** Of the text, after what closes it. */
  readonly end: number;
}

/**
 * How a text is written within a string of a style; undefined where that is not certain: around
 * placeholders, line ends, and quotes of strings without escapes.
 */
export function escapeFor({ close, isHeredoc, escapes, placeholder }: StringStyle, text: string) {
  if (/[\r\n]/.test(text)) return undefined;
  if (placeholder !== undefined && /[{}]|[$#%]$/.test(text)) return undefined;
  if (isHeredoc === true && escapes === 'none') return text;
  const quote = close.charAt(0);
  const isPlain = !text.includes('\\') && (isHeredoc === true || !text.includes(quote));
  if (isPlain) return text;
  if (escapes === 'raw' || escapes === 'none') return undefined;
  const escaped = text.replaceAll('\\', '\\\\');
  return isHeredoc === true ? escaped : escaped.replaceAll(quote, `\\${quote}`);
}

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[^]))/y;
const PLAIN = /[^\\"'`$%#{}\r\n]+/y;
const CHARACTERS: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' },
  ...{ '\n': '', '\r': '', '\r\n': '', '\\': '\\', '"': '"', "'": "'", '/': '/', '`': '`' },
};

/**
 * The string whose characters begin at `start`, up to what closes it. Expressions in it come out as
 * `${…}`, whatever the language writes. Linear in the text.
 */
export function readLiteral(text: string, start: number, style: StringStyle): StringLiteral {
  const { close, escapes, placeholder } = style;
  const heredocEnd = style.isHeredoc ? endOfHeredoc(text, start, close) : undefined;
  const limit = heredocEnd ?? text.length;
  const placeholders = new Placeholders(text);
  const mapped = new MappedText();
  let at = start;
  const add = (end: number) => {
    mapped.add(text.slice(at, end), at);
    at = end;
  };
  const finish = (end: number): StringLiteral => {
    mapped.add('', at);
    return { value: mapped.value, map: mapped.map(), end };
  };
  while (at < limit) {
    PLAIN.lastIndex = at;
    if (PLAIN.test(text)) {
      add(Math.min(PLAIN.lastIndex, limit));
      continue;
    }
    if (heredocEnd === undefined && text.startsWith(close, at)) return finish(at + close.length);
    const sign = text.charAt(at);
    if ((sign === '\n' || sign === '\r') && !style.isMultiline) return finish(at);
    if (sign === '\\' && escapes === 'raw') {
      add(Math.min(at + 2, limit));
      continue;
    }
    const escaped = sign === '\\' ? readEscape(text, at, style) : undefined;
    if (escaped !== undefined) {
      mapped.add(escaped.characters, at, escaped.length);
      at += escaped.length;
      continue;
    }
    if (placeholder === '{' && (text.startsWith('{{', at) || text.startsWith('}}', at))) {
      mapped.add(sign, at, 2);
      at += 2;
      continue;
    }
    const isPlaceholder = placeholder !== undefined && text.startsWith(placeholder, at);
    const end = isPlaceholder ? endOfPlaceholder(text, at, placeholder, placeholders) : undefined;
    if (end === undefined) {
      add(at + 1);
      continue;
    }
    if (placeholder !== '${') {
      mapped.add('$', at, placeholder === '{' ? 0 : 1);
      if (placeholder === '#{') at += 1;
    }
    add(Math.min(end, limit));
  }
  return finish(limit);
}

function readEscape(text: string, at: number, { escapes, close }: StringStyle) {
  ESCAPE.lastIndex = at;
  const [written = '', long, four, two, one = ''] = ESCAPE.exec(text) ?? [];
  if (written === '' || escapes === 'none') return undefined;
  if (escapes === 'quotes') {
    return one === '\\' || one === close ? { characters: one, length: 2 } : undefined;
  }
  const hex = long ?? four ?? two;
  if (hex !== undefined) {
    const code = parseInt(hex, 16);
    const characters = code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
    return { characters, length: written.length };
  }
  const known = CHARACTERS[one];
  if (known === undefined && escapes === 'known') return undefined;
  return { characters: known ?? one, length: written.length };
}

function endOfPlaceholder(
  text: string,
  at: number,
  placeholder: string,
  placeholders: Placeholders,
): number | undefined {
  if (placeholder !== '{') return placeholders.endAt(at, true);
  // Python's is on one line, as a rule, and has no braces in it.
  const end = /[^{}\r\n]*\}/y;
  end.lastIndex = at + 1;
  return end.test(text) ? end.lastIndex : undefined;
}

function endOfHeredoc(text: string, start: number, tag: string): number {
  for (let line = start; line < text.length;) {
    let at = line;
    while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
    if (text.startsWith(tag, at) && !/\w/.test(text.charAt(at + tag.length))) return line;
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    line = end + 1;
  }
  return text.length;
}

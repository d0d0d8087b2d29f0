import { scanJson, type JsonToken } from './scanJson.ts';

const INDENT = '  ';

/**
 * Deep nesting makes the indentation outgrow the text without bounds: what would become longer than
 * this many times its length, and is not short, is not for reading by eye and shown as it came.
 */
const MOST_GROWTH = 4;
const SHORT = 1_000_000;

/**
 * Lays a JSON text out over lines and changes nothing but the white space between its tokens.
 */
export function printJson(text: string): string {
  const parts: string[] = [];
  const longest = Math.max(SHORT, text.length * MOST_GROWTH);
  let length = 0;
  let previous: JsonToken['kind'] | undefined;
  for (const { kind, text: token, depth } of scanJson(text)) {
    const startsHere = startsLine(kind, previous);
    length += token.length + (startsHere ? 1 + depth * INDENT.length : 1);
    if (length > longest) return text;
    if (startsHere) parts.push('\n', INDENT.repeat(depth));
    if (previous === 'colon') parts.push(' ');
    parts.push(token);
    previous = kind;
  }
  return parts.join('') + '\n';
}

/** An empty object or array stays closed up: its brackets are neighbours. */
function startsLine(kind: JsonToken['kind'], previous: JsonToken['kind'] | undefined): boolean {
  return previous === 'comma' || (previous === 'open') !== (kind === 'close');
}

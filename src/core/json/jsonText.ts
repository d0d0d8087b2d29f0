import { isJsonContainer } from './jsonObject.ts';
import { scanJson, type JsonToken } from './jsonTokens.ts';
import { parseStringToken } from './jsonValue.ts';

const INDENT = '  ';

/**
 * Deep nesting makes the indentation outgrow the text without bounds: what would become longer than
 * this many times its length, and is not short, is not for reading by eye and shown as it came.
 */
const MAX_GROWTH = 4;
const ALWAYS_INDENTED_CHARS = 1_000_000;

/**
 * Lays a JSON text out over lines and changes nothing but the white space between its tokens.
 */
export function printJson(text: string): string {
  const parts: string[] = [];
  const longest = Math.max(ALWAYS_INDENTED_CHARS, text.length * MAX_GROWTH);
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

/** Fields of a Task, a Worker and a Workflow that hold a JSON document inside a string. */
const EMBEDDED: ReadonlySet<string> = new Set(['attributes', 'addons', 'configuration']);

/** Of strings as they are written: few are worth a closer look. */
const MAY_HOLD_JSON = /^"[{[\s\\]/;

/**
 * Replaces the strings in a resource's own `attributes`, `addons` and `configuration` that hold a JSON
 * object or array by that JSON, to the letter. Any other string stays the string that it is.
 */
export function decodeEmbeddedJson(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let key = '';
  for (const token of scanJson(text)) {
    if (token.depth !== 1) continue;
    if (token.kind === 'key') key = token.text;
    if (token.kind !== 'string' || !MAY_HOLD_JSON.test(token.text)) continue;
    if (!EMBEDDED.has(parseStringToken(key))) continue;

    const embedded = parseStringToken(token.text);
    if (!isJsonContainer(embedded)) continue;
    parts.push(text.slice(copied, token.offset), escapeLoneSurrogates(embedded));
    copied = token.offset + token.text.length;
  }
  return parts.join('') + text.slice(copied);
}

/**
 * Half of a surrogate pair cannot be written in UTF-8 and would become U+FFFD on its way to the
 * editor; inside JSON it can only be part of a string, where its escape means the same.
 */
function escapeLoneSurrogates(json: string): string {
  return json.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

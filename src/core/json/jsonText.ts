import { isJsonContainer } from './jsonObject.ts';
import { scanJson, type JsonToken } from './jsonTokens.ts';
import { parseStringToken } from './jsonValue.ts';

const INDENT = '  ';

/**
 * The indentation of deeply nested JSON can be many times longer than its text. A long text that would
 * grow by more than this factor stays as it is.
 */
const MAX_GROWTH = 4;
const ALWAYS_INDENTED_CHARS = 1_000_000;

/**
 * Indents a JSON text. Only the white space between tokens changes.
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

/** An empty object or array stays on one line. */
function startsLine(kind: JsonToken['kind'], previous: JsonToken['kind'] | undefined): boolean {
  return previous === 'comma' || (previous === 'open') !== (kind === 'close');
}

/**
 * Fields that hold a JSON document inside a string: `attributes` and `addons` of a Task
 * (https://www.twilio.com/docs/taskrouter/api/task), `attributes` of a Worker
 * (https://www.twilio.com/docs/taskrouter/api/worker) and `configuration` of a Workflow
 * (https://www.twilio.com/docs/taskrouter/api/workflow).
 */
const EMBEDDED: ReadonlySet<string> = new Set(['attributes', 'addons', 'configuration']);

/** A cheap test on the string token, before it is parsed. */
const MAY_HOLD_JSON = /^"[{[\s\\]/;

/**
 * Replaces the strings in a resource's own `attributes`, `addons` and `configuration` by the JSON object
 * or array that they hold, unchanged. All other strings stay.
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
 * Half of a surrogate pair cannot be encoded in UTF-8, so the editor would show U+FFFD instead. In JSON
 * it can only be part of a string, where its escape sequence means the same.
 */
function escapeLoneSurrogates(json: string): string {
  return json.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

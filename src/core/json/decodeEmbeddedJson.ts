import { isJsonContainer } from './isJsonContainer.ts';
import { parseStringToken } from './parseStringToken.ts';
import { scanJson } from './scanJson.ts';

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

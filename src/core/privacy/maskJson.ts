import { isJsonContainer, parseJson } from '../json/jsonObject.ts';
import { scanJson } from '../json/jsonTokens.ts';
import { parseStringToken } from '../json/jsonValue.ts';
import { maskText } from './maskText.ts';

/** Replaces a value that privacy mode hides. */
const MASKED = '"•••"';

/** `attributes` and `addons` of any resource, and variants such as `task_attributes`, `TaskAttributes`. */
const SENSITIVE = /(?:attributes|add_?ons)$/i;

/** A cheap test, before the string is parsed. */
const MAY_HOLD_JSON = /^\s*["[{]/;

/**
 * Masks JSON for `taskrouter.privacyMode`: all values inside attributes and add-ons, and phone numbers
 * and addresses in every other string. Keys inside attributes stay readable, except for phone numbers and
 * addresses in them. A string that holds JSON, as the data of an Event can, is masked as JSON.
 */
export function maskJson(text: string): string {
  const parts: string[] = [];
  let copied = 0;
  let sensitiveDepth = Infinity;
  for (const token of scanJson(text)) {
    if (token.kind === 'key' && token.depth <= sensitiveDepth) {
      sensitiveDepth = SENSITIVE.test(parseStringToken(token.text)) ? token.depth : Infinity;
    }
    if (token.kind === 'close' && token.depth < sensitiveDepth) sensitiveDepth = Infinity;
    const shown = maskToken(token.kind, token.text, token.depth >= sensitiveDepth);
    if (shown === token.text) continue;
    parts.push(text.slice(copied, token.offset), shown);
    copied = token.offset + token.text.length;
  }
  return parts.join('') + text.slice(copied);
}

function maskToken(kind: string, token: string, sensitive: boolean): string {
  const value = kind === 'string' || kind === 'scalar';
  if (sensitive && value) return token === 'null' ? token : MASKED;
  if (kind !== 'string' && kind !== 'key') return token;
  const plain = parseStringToken(token);
  const masked = maskString(plain);
  return masked === plain ? token : JSON.stringify(masked);
}

/** Recursive: each level of JSON inside a string doubles the escapes, so there are never many levels. */
function maskString(plain: string): string {
  if (!MAY_HOLD_JSON.test(plain)) return maskText(plain);
  if (isJsonContainer(plain)) return maskJson(plain);
  const inner = parseJson(plain);
  if (!inner.valid || typeof inner.value !== 'string') return maskText(plain);
  const masked = maskString(inner.value);
  return masked === inner.value ? plain : JSON.stringify(masked);
}

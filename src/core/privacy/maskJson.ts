import { isJsonContainer, parseJson } from '../json/jsonObject.ts';
import { scanJson } from '../json/jsonTokens.ts';
import { parseStringToken } from '../json/jsonValue.ts';
import { maskText } from './maskText.ts';

/** What stands for a value that privacy mode does not show. */
const MASKED = '"•••"';

/** `attributes` and `addons` of any resource, and `task_attributes`, `TaskAttributes` and the like. */
const SENSITIVE = /(?:attributes|add_?ons)$/i;

/** Of strings as they are: few are worth a closer look. */
const MAY_HOLD_JSON = /^\s*["[{]/;

/**
 * What `taskrouter.privacyMode` shows of a JSON text: the values inside attributes and add-ons are
 * masked whole, phone numbers and addresses in every string. Keys inside attributes stay, so that the
 * shape can be read; what they hold of a person is masked like any string. A string that holds JSON, as
 * the data of an event can, is looked into in the same way.
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

/** Each level of strings within strings takes twice the escapes, so that there are never many. */
function maskString(plain: string): string {
  if (!MAY_HOLD_JSON.test(plain)) return maskText(plain);
  if (isJsonContainer(plain)) return maskJson(plain);
  const inner = parseJson(plain);
  if (!inner.valid || typeof inner.value !== 'string') return maskText(plain);
  const masked = maskString(inner.value);
  return masked === inner.value ? plain : JSON.stringify(masked);
}

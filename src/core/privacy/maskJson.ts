import { isJsonContainer, parseJson } from '../json/jsonObject.ts';
import { scanJson } from '../json/jsonTokens.ts';
import { parseStringToken } from '../json/jsonValue.ts';
import { WHOLE_SID } from '../resources/sidPattern.ts';
import { maskText } from './maskText.ts';

/** Replaces a value that privacy mode hides. */
const MASKED = '"•••"';

/** `attributes` and `addons` of any resource, and variants such as `task_attributes`, `TaskAttributes`. */
const SENSITIVE = /(?:attributes|add_?ons)$/i;

/** A cheap test, before the string is parsed. */
const MAY_HOLD_JSON = /^\s*["[{]/;

/** What is masked of attributes: all values, or those that may be personal, as `taskrouter.privacyScope` says. */
export type PrivacyScope = 'all' | 'personal';

/** The keys whose values are not personal by kind, without case and separators. */
const IMPERSONAL_KEYS: ReadonlySet<string> = new Set([
  ...['type', 'tasktype', 'channel', 'channeltype', 'taskchannel', 'direction'],
  ...['language', 'locale'],
]);

/** A word or two. A longer value, or one with other characters, may be a text that someone wrote. */
const SHORT_NAME = /^[\p{L}\p{N}_.:/ -]{1,40}$/u;

/**
 * Masks JSON for `taskrouter.privacyMode`: all values inside attributes and add-ons, and phone numbers
 * and addresses in every other string. Keys inside attributes stay readable, except for phone numbers and
 * addresses in them. A string that holds JSON, as the data of an Event can, is masked as JSON.
 *
 * With the scope `personal`, SIDs stay readable inside attributes, and so do short values that belong to one of
 * the `IMPERSONAL_KEYS` themselves. Arrays and objects under such a key are masked like any other.
 */
export function maskJson(text: string, scope: PrivacyScope = 'all'): string {
  const parts: string[] = [];
  let copied = 0;
  let sensitiveDepth = Infinity;
  /** The key that the next token is the value of. */
  let key: string | undefined;
  for (const token of scanJson(text)) {
    if (token.kind === 'key' && token.depth <= sensitiveDepth) {
      sensitiveDepth = SENSITIVE.test(parseStringToken(token.text)) ? token.depth : Infinity;
    }
    if (token.kind === 'close' && token.depth < sensitiveDepth) sensitiveDepth = Infinity;
    if (token.kind === 'key') key = token.text;
    const isSensitive =
      token.depth >= sensitiveDepth && !(scope === 'personal' && isImpersonal(token.text, key));
    if (token.kind !== 'key' && token.kind !== 'colon') key = undefined;
    const shown = maskToken(token.kind, token.text, isSensitive, scope);
    if (shown === token.text) continue;
    parts.push(text.slice(copied, token.offset), shown);
    copied = token.offset + token.text.length;
  }
  return parts.join('') + text.slice(copied);
}

function isImpersonal(token: string, keyToken: string | undefined): boolean {
  const value = token.startsWith('"') ? parseStringToken(token) : token;
  if (WHOLE_SID.test(value)) return true;
  const key = keyToken === undefined ? '' : parseStringToken(keyToken);
  return (
    IMPERSONAL_KEYS.has(key.toLowerCase().replace(/[_-]/g, '')) &&
    SHORT_NAME.test(value) &&
    maskText(value) === value
  );
}

function maskToken(kind: string, token: string, sensitive: boolean, scope: PrivacyScope): string {
  const value = kind === 'string' || kind === 'scalar';
  if (sensitive && value) return token === 'null' ? token : MASKED;
  if (kind !== 'string' && kind !== 'key') return token;
  const plain = parseStringToken(token);
  const masked = maskString(plain, scope);
  return masked === plain ? token : JSON.stringify(masked);
}

/** Recursive: each level of JSON inside a string doubles the escapes, so there are never many levels. */
function maskString(plain: string, scope: PrivacyScope): string {
  if (!MAY_HOLD_JSON.test(plain)) return maskText(plain);
  if (isJsonContainer(plain)) return maskJson(plain, scope);
  const inner = parseJson(plain);
  if (!inner.valid || typeof inner.value !== 'string') return maskText(plain);
  const masked = maskString(inner.value, scope);
  return masked === inner.value ? plain : JSON.stringify(masked);
}

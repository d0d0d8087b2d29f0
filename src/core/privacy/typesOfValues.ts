import { scanJson } from '../json/jsonTokens.ts';
import { parseStringToken } from '../json/jsonValue.ts';
import { maskText } from './maskText.ts';

/**
 * JSON with the type in place of each value, for a text that others read: which keys there are and what kind
 * of value they have, and nothing that was in them. `null` stays, as it says that there is no value.
 */
export function typesOfValues(text: string): string {
  return Array.from(scanJson(text), ({ kind, text: token }) => {
    if (kind === 'string') return '"<string>"';
    if (kind === 'key') return JSON.stringify(maskText(parseStringToken(token)));
    return kind === 'scalar' ? typeOf(token) : token;
  }).join('');
}

function typeOf(token: string): string {
  if (token === 'null') return token;
  return /^[tf]/.test(token) ? '"<boolean>"' : '"<number>"';
}

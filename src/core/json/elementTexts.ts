import { parseStringToken } from './parseStringToken.ts';
import { scanJson } from './scanJson.ts';

/**
 * The elements of an array, each to the letter.
 *
 * @param text of a JSON object that has an array under `key`; of a duplicate key the last one counts,
 * as it does for `JSON.parse`
 */
export function elementTexts(text: string, key: string): readonly string[] {
  const elements: string[] = [];
  let inside = false;
  let start = 0;
  for (const { kind, text: token, offset, depth } of scanJson(text)) {
    if (kind === 'key' && depth === 1) {
      inside = parseStringToken(token) === key;
      if (inside) elements.length = 0;
    }
    // The brackets of an element are outside of what they enclose.
    if (!inside || depth !== 2 || kind === 'comma') continue;
    if (kind !== 'close') start = offset;
    if (kind !== 'open') elements.push(text.slice(start, offset + token.length));
  }
  return elements;
}

import type { StringNode } from './configurationNode.ts';
import { MappedText } from './offsetMap.ts';
import type { Placeholders } from './placeholders.ts';

const PLAIN = /[^"\\\r\n$%]+/y;
const ESCAPE = /\\(?:(["\\/bfnrt])|u([0-9a-fA-F]{4}))/y;
const SHORT: Readonly<Record<string, string>> = {
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' },
};

/**
 * The JSON string that begins at `offset`. One that is not closed ends with its line.
 *
 * @param placeholders whose quotes do not end the string; undefined if all quotes count
 */
export function readString(
  text: string,
  offset: number,
  placeholders: Placeholders | undefined,
): { readonly node: StringNode; readonly isEscapeWrong: boolean } {
  const mapped = new MappedText();
  let isEscapeWrong = false;
  let at = offset + 1;
  const add = (end: number) => {
    mapped.add(text.slice(at, end), at);
    at = end;
  };
  const finish = (isClosed: boolean) => {
    // So that an empty string has a place as well.
    mapped.add('', at);
    const length = at + (isClosed ? 1 : 0) - offset;
    const { value } = mapped;
    const node: StringNode = {
      ...{ kind: 'string', offset, length, value, map: mapped.map(), isClosed },
    };
    return { node, isEscapeWrong };
  };
  for (;;) {
    PLAIN.lastIndex = at;
    if (PLAIN.test(text)) add(PLAIN.lastIndex);
    const sign = text.charAt(at);
    if (sign === '"') return finish(true);
    if (sign === '' || sign === '\n' || sign === '\r') return finish(false);
    if (sign !== '\\') {
      add(placeholders?.endAt(at, false) ?? at + 1);
      continue;
    }
    ESCAPE.lastIndex = at;
    const escape = ESCAPE.exec(text);
    if (escape === null) {
      isEscapeWrong = true;
      add(at + 1);
      continue;
    }
    const [written, short, hex] = escape;
    const character =
      hex === undefined
        ? (SHORT[short ?? ''] ?? short ?? '')
        : String.fromCharCode(parseInt(hex, 16));
    mapped.add(character, at, written.length);
    at += written.length;
  }
}

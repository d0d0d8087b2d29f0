import type { StringNode } from './configurationNode.ts';
import { parseJson } from '../../json/jsonObject.ts';
import { lazyMap, MappedText, shiftedBy } from './offsetMap.ts';
import type { Placeholders } from './placeholders.ts';

/** A string of one line in which nothing could be a placeholder. */
const USUAL = /"[^"\\\r\n$%]*(?:\\["\\/bfnrtu][^"\\\r\n$%]*)*"/y;
const USUAL_OR_SIGNS = /"[^"\\\r\n]*(?:\\["\\/bfnrtu][^"\\\r\n]*)*"/y;
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
): ReadString {
  const usual = placeholders === undefined ? USUAL_OR_SIGNS : USUAL;
  usual.lastIndex = offset;
  if (!usual.test(text)) return readSlowly(text, offset, placeholders);
  const length = usual.lastIndex - offset;
  const token = text.slice(offset, offset + length);
  const node = { kind: 'string', offset, length, isClosed: true } as const;
  if (!token.includes('\\')) {
    const value = token.slice(1, -1);
    return { node: { ...node, value, map: shiftedBy(offset + 1) }, isEscapeWrong: false };
  }
  const decoded = parseJson(token);
  if (!decoded.valid) return readSlowly(text, offset, placeholders);
  // Most strings have no problem, and need no position in them.
  const map = lazyMap(() => readSlowly(text, offset, placeholders).node.map);
  return { node: { ...node, value: String(decoded.value), map }, isEscapeWrong: false };
}

interface ReadString {
  readonly node: StringNode;
  readonly isEscapeWrong: boolean;
}

function readSlowly(
  text: string,
  offset: number,
  placeholders: Placeholders | undefined,
): ReadString {
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

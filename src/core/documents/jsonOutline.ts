import { scanJson } from '../json/jsonTokens.ts';
import { parseStringToken } from '../json/jsonValue.ts';
import { shownText } from '../messages/plainText.ts';

/** A member of a JSON text in the outline. */
export interface OutlineEntry {
  /** The key, or an element's index. */
  readonly name: string;
  /** The value of a string or scalar; empty for an object or array. */
  readonly detail: string;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The range of key and value, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** The end of the key, or of an element's first token. */
  readonly nameEnd: number;
  readonly children: readonly OutlineEntry[];
}

/** The default of VS Code's `json.maxItemsComputed`. */
const MAX_ENTRIES = 5000;

/** VS Code processes an outline recursively. */
const MAX_DEPTH = 50;

/** The rest of a longer token would not be visible. */
const MAX_TOKEN_CHARS = 1000;

interface MutableEntry extends OutlineEntry {
  end: number;
  readonly children: MutableEntry[];
}

/** The members of a JSON text in order, at most `MAX_ENTRIES`. */
export function jsonOutline(text: string): readonly OutlineEntry[] {
  const top: MutableEntry[] = [];
  const enclosing: {
    readonly entry?: MutableEntry;
    readonly children: MutableEntry[];
    count: number;
  }[] = [];
  let key: { readonly name: string; readonly start: number; readonly end: number } | undefined;
  let left = MAX_ENTRIES;

  for (const { kind, text: token, offset, depth } of scanJson(text)) {
    if (kind === 'comma' || kind === 'colon') continue;
    const end = offset + token.length;
    if (kind === 'close') {
      const closed = enclosing.length > depth ? enclosing.pop() : undefined;
      if (closed?.entry !== undefined) closed.entry.end = end;
      if (left <= 0 && enclosing.every(({ entry }) => entry === undefined)) break;
      continue;
    }
    if (depth > MAX_DEPTH) continue;
    if (kind === 'key') {
      key = { name: nameOf(token), start: offset, end };
      continue;
    }
    const parent = enclosing[depth - 1];
    let entry: MutableEntry | undefined;
    if (parent !== undefined && left > 0) {
      left -= 1;
      entry = {
        name: key?.name ?? String(parent.count),
        detail: kind === 'open' ? '' : detailOf(token),
        kind: kindOf(token),
        start: key?.start ?? offset,
        nameEnd: key?.end ?? end,
        end,
        children: [],
      };
      parent.count += 1;
      parent.children.push(entry);
    }
    key = undefined;
    if (kind === 'open' && depth < MAX_DEPTH) {
      const children = depth === 0 ? top : (entry?.children ?? []);
      enclosing.push({ ...(entry !== undefined && { entry }), children, count: 0 });
    }
  }
  return top;
}

/** Never empty, as VS Code's `DocumentSymbol` throws for an empty name. */
function nameOf(token: string): string {
  const name = token.length > MAX_TOKEN_CHARS ? token : parseStringToken(token);
  return shownText(name.slice(0, MAX_TOKEN_CHARS)) || token.slice(0, MAX_TOKEN_CHARS);
}

function detailOf(token: string): string {
  const isShortString = token.startsWith('"') && token.length <= MAX_TOKEN_CHARS;
  const plain = isShortString ? parseStringToken(token) : token.slice(0, MAX_TOKEN_CHARS);
  return shownText(plain);
}

function kindOf(token: string): OutlineEntry['kind'] {
  switch (token.charAt(0)) {
    case '{':
      return 'object';
    case '[':
      return 'array';
    case '"':
      return 'string';
    case 't':
    case 'f':
      return 'boolean';
    case 'n':
      return 'null';
    default:
      return 'number';
  }
}

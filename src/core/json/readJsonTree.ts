import type { JsonMember, JsonValue } from './jsonValue.ts';
import { parseStringToken } from './parseStringToken.ts';
import { scanJson } from './scanJson.ts';

interface Open {
  readonly members: JsonMember[];
  key?: string;
}

/**
 * The value that `text`, which must be JSON, stands for, for showing it as a tree. Unlike
 * `JSON.parse` it keeps every digit and every key; it does not recurse, however deep the text is nested.
 *
 * @param deepest how many levels there are at most: what lies below is one token, to the letter
 */
export function readJsonTree(text: string, deepest = Infinity): JsonValue {
  const root: Open = { members: [] };
  const enclosing: Open[] = [root];
  let start = 0;
  for (const { kind, text: token, offset, depth } of scanJson(text)) {
    const parent = enclosing.at(-1) ?? root;
    if (depth === deepest && kind === 'open') start = offset;
    if (depth === deepest && kind === 'close') {
      add(parent, { kind: 'scalar', token: text.slice(start, offset + token.length) });
    }
    if (depth > deepest || (depth === deepest && (kind === 'open' || kind === 'close'))) continue;
    switch (kind) {
      case 'open': {
        const members: JsonMember[] = [];
        add(parent, { kind: token === '{' ? 'object' : 'array', members });
        enclosing.push({ members });
        break;
      }
      case 'close':
        enclosing.pop();
        break;
      case 'key':
        parent.key = parseStringToken(token);
        break;
      case 'string':
      case 'scalar':
        add(parent, { kind, token });
        break;
      case 'comma':
      case 'colon':
        break;
    }
  }
  return root.members[0]?.value ?? { kind: 'scalar', token: 'null' };
}

function add({ members, key }: Open, value: JsonValue): void {
  members.push(key === undefined ? { value } : { key, value });
}

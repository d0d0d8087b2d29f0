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
 */
export function readJsonTree(text: string): JsonValue {
  const root: Open = { members: [] };
  const enclosing: Open[] = [root];
  for (const { kind, text: token } of scanJson(text)) {
    const parent = enclosing.at(-1) ?? root;
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

function add(parent: Open, value: JsonValue): void {
  const { key } = parent;
  parent.members.push(key === undefined ? { value } : { key, value });
  delete parent.key;
}

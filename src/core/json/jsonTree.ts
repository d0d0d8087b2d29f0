import { scanJson } from './jsonTokens.ts';
import { parseStringToken, type JsonMember, type JsonValue } from './jsonValue.ts';

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

/**
 * The fields of an object, each to be shown once: what nobody took is the rest. Of a key that stands
 * twice the last counts, as everywhere, and the others are left.
 */
export class JsonFields {
  readonly #members: readonly JsonMember[];
  readonly #taken = new Set<JsonMember>();

  /** @param value has no fields if it is no object */
  constructor(value: JsonValue) {
    this.#members = value.kind === 'object' ? value.members : [];
  }

  /** Takes the field unless it is null. */
  member(name: string): JsonMember | undefined {
    const member = this.#find(name);
    if (member === undefined) return undefined;
    this.#taken.add(member);
    return isNull(member) ? undefined : member;
  }

  /** Takes the field if it is a string that is not empty. */
  string(name: string): string | undefined {
    const text = this.peekString(name);
    if (text !== undefined) this.take(name);
    return text;
  }

  peekString(name: string): string | undefined {
    const value = this.#find(name)?.value;
    const text = value?.kind === 'string' ? parseStringToken(value.token) : '';
    return text === '' ? undefined : text;
  }

  /** Takes the field if it is a number or the like, with every digit. */
  scalar(name: string): string | undefined {
    const member = this.#find(name);
    if (member?.value.kind !== 'scalar' || isNull(member)) return undefined;
    this.#taken.add(member);
    return member.value.token;
  }

  /** Takes the field if it is null. */
  nothing(name: string): boolean {
    const member = this.#find(name);
    if (member === undefined || !isNull(member)) return false;
    this.#taken.add(member);
    return true;
  }

  take(...names: readonly string[]): void {
    for (const name of names) {
      const member = this.#find(name);
      if (member !== undefined) this.#taken.add(member);
    }
  }

  rest(): readonly JsonMember[] {
    return this.#members.filter((member) => !this.#taken.has(member));
  }

  #find(name: string): JsonMember | undefined {
    return this.#members.findLast(({ key }) => key === name);
  }
}

function isNull({ value }: JsonMember): boolean {
  return value.kind === 'scalar' && value.token === 'null';
}

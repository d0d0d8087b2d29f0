import { scanJson } from './jsonTokens.ts';
import { parseStringToken, type JsonMember, type JsonValue } from './jsonValue.ts';

interface OpenContainer {
  readonly members: JsonMember[];
  key?: string;
}

/**
 * Parses `text`, which must be valid JSON. Unlike `JSON.parse` it keeps every digit and every key. Not
 * recursive, so the depth of nesting does not matter.
 *
 * @param maxDepth an object or array below this level becomes one token, exactly as written
 */
export function readJsonTree(text: string, maxDepth = Infinity): JsonValue {
  const root: OpenContainer = { members: [] };
  const enclosing: OpenContainer[] = [root];
  let start = 0;
  for (const { kind, text: token, offset, depth } of scanJson(text)) {
    const parent = enclosing.at(-1) ?? root;
    if (depth === maxDepth && kind === 'open') start = offset;
    if (depth === maxDepth && kind === 'close') {
      add(parent, { kind: 'scalar', token: text.slice(start, offset + token.length) });
    }
    if (depth > maxDepth || (depth === maxDepth && (kind === 'open' || kind === 'close'))) continue;
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

function add({ members, key }: OpenContainer, value: JsonValue): void {
  members.push(key === undefined ? { value } : { key, value });
}

/**
 * The fields of an object, for views that show each field once: taking a field removes it from `rest`.
 * The last of a duplicate key counts, as in `JSON.parse`; the others stay in `rest`.
 */
export class JsonFields {
  readonly #members: readonly JsonMember[];
  readonly #taken = new Set<JsonMember>();

  /** @param value an object; any other value has no fields */
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

  /** Takes the field if it is a number or a boolean, and returns it exactly as written. */
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

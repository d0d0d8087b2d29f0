/** A value of a JSON text with all that is below it, its tokens as they stand there. */
export type JsonValue = JsonContainer | JsonLeaf;

interface JsonContainer {
  readonly kind: 'object' | 'array';
  /** In the order of the text; of a key that stands twice, both. */
  readonly members: readonly JsonMember[];
}

/** A scalar is a number, `true`, `false` or `null`. */
interface JsonLeaf {
  readonly kind: 'string' | 'scalar';
  /** To the letter; that of a string with its quotes. */
  readonly token: string;
}

export interface JsonMember {
  /** The characters of the key; absent in an array. */
  readonly key?: string;
  readonly value: JsonValue;
}

/** The characters that a JSON string token, quotes included, stands for. */
export function parseStringToken(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}

/**
 * A value as text to be pasted: a string as the characters that it stands for, everything else as JSON,
 * whose numbers and keys stay as they are.
 */
export function printValue(value: JsonValue): string {
  return value.kind === 'string' ? parseStringToken(value.token) : toJson(value);
}

interface Open {
  readonly members: readonly JsonMember[];
  readonly close: string;
  next: number;
}

/** Without recursion: a value can be nested deeper than the stack is. */
function toJson(value: JsonValue): string {
  const parts: string[] = [];
  const enclosing: Open[] = [];
  const begin = (inner: JsonValue) => {
    if (!('members' in inner)) parts.push(inner.token);
    else {
      const [open, close] = inner.kind === 'object' ? ['{', '}'] : ['[', ']'];
      parts.push(open);
      enclosing.push({ members: inner.members, close, next: 0 });
    }
  };
  begin(value);
  for (let open = enclosing.at(-1); open !== undefined; open = enclosing.at(-1)) {
    const member = open.members[open.next];
    if (member === undefined) {
      parts.push(open.close);
      enclosing.pop();
      continue;
    }
    if (open.next > 0) parts.push(',');
    open.next++;
    if (member.key !== undefined) parts.push(`${JSON.stringify(member.key)}:`);
    begin(member.value);
  }
  return parts.join('');
}

/** The member at a position, as it is written in a place; nothing for what is written otherwise. */
function memberAt(value: JsonValue, position: string): JsonMember | undefined {
  return 'members' in value && /^(?:0|[1-9]\d*)$/.test(position)
    ? value.members[Number(position)]
    : undefined;
}

/**
 * The member at a place in a value; nothing if there is none.
 *
 * @param at positions from the outside in, such as `2.0`
 */
export function valueAt(value: JsonValue, at: string): JsonMember | undefined {
  let found: JsonMember | undefined;
  let inner: JsonValue | undefined = value;
  for (const index of at.split('.')) {
    found = inner && memberAt(inner, index);
    inner = found?.value;
  }
  return found;
}

/** A key that needs no quotes, as TaskRouter's expressions and most languages write it. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The way to a place in a value as people write it: `customer.name`, `history[3]["a b"]`; nothing if
 * there is no such place.
 *
 * @param at positions from the outside in, such as `2.0`
 */
export function jsonPath(value: JsonValue, at: string): string | undefined {
  let path = '';
  let inner = value;
  for (const position of at.split('.')) {
    const member = memberAt(inner, position);
    if (member === undefined) return undefined;
    const { key } = member;
    if (key === undefined) path += `[${position}]`;
    else if (!PLAIN.test(key)) path += `[${JSON.stringify(key)}]`;
    else path += path === '' ? key : `.${key}`;
    inner = member.value;
  }
  return path;
}

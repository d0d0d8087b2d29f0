/** A JSON value whose tokens are exactly as written. */
export type JsonValue = JsonContainer | JsonLeaf;

interface JsonContainer {
  readonly kind: 'object' | 'array';
  /** In the order of the text, all of a duplicate key included. */
  readonly members: readonly JsonMember[];
}

/** A scalar is a number, `true`, `false` or `null`. */
interface JsonLeaf {
  readonly kind: 'string' | 'scalar';
  /** Exactly as written, a string with its quotes. */
  readonly token: string;
}

export interface JsonMember {
  /** Without quotes and escapes; absent in an array. */
  readonly key?: string;
  readonly value: JsonValue;
}

/** The value of a JSON string token, which includes its quotes. */
export function parseStringToken(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}

/**
 * A value as text for the clipboard: a string without quotes and escapes, anything else as JSON with its
 * numbers exactly as written.
 */
export function printValue(value: JsonValue): string {
  return value.kind === 'string' ? parseStringToken(value.token) : toJson(value);
}

interface OpenContainer {
  readonly members: readonly JsonMember[];
  readonly close: string;
  next: number;
}

/** Not recursive: a value can be nested deeper than the call stack allows. */
function toJson(value: JsonValue): string {
  const parts: string[] = [];
  const enclosing: OpenContainer[] = [];
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

/** Returns `undefined` if there is no such member or `index` is not a canonical decimal number. */
function memberAt(value: JsonValue, index: string): JsonMember | undefined {
  return 'members' in value && /^(?:0|[1-9]\d*)$/.test(index)
    ? value.members[Number(index)]
    : undefined;
}

/**
 * The member at an index path. Returns `undefined` if there is none.
 *
 * @param indexPath positions from the outside in, such as `2.0`
 */
export function valueAt(value: JsonValue, indexPath: string): JsonMember | undefined {
  let found: JsonMember | undefined;
  let inner: JsonValue | undefined = value;
  for (const index of indexPath.split('.')) {
    found = inner && memberAt(inner, index);
    inner = found?.value;
  }
  return found;
}

/**
 * A key that needs no quotes in a TaskRouter expression
 * (https://www.twilio.com/docs/taskrouter/expression-syntax) and in most programming languages.
 */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * A member's path in the usual notation, such as `customer.name` or `history[3]["a b"]`. Returns
 * `undefined` if there is no such member.
 *
 * @param indexPath positions from the outside in, such as `2.0`
 */
export function jsonPath(value: JsonValue, indexPath: string): string | undefined {
  let path = '';
  let inner = value;
  for (const index of indexPath.split('.')) {
    const member = memberAt(inner, index);
    if (member === undefined) return undefined;
    const { key } = member;
    if (key === undefined) path += `[${index}]`;
    else if (!PLAIN.test(key)) path += `[${JSON.stringify(key)}]`;
    else path += path === '' ? key : `.${key}`;
    inner = member.value;
  }
  return path;
}

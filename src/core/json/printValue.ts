import { parseStringToken } from './parseStringToken.ts';
import type { JsonMember, JsonValue } from './jsonValue.ts';

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

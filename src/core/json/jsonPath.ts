import type { JsonValue } from './jsonValue.ts';
import { memberAt } from './memberAt.ts';

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

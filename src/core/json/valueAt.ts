import type { JsonMember, JsonValue } from './jsonValue.ts';
import { memberAt } from './memberAt.ts';

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

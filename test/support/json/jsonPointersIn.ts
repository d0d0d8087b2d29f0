import type { JsonMember, JsonValue } from '../../../src/core/json/jsonValue.ts';

/** Every index path in a value, such as `2.0`, with its member, in the order of the text. */
export function jsonPointersIn(
  value: JsonValue,
  parent = '',
): readonly (readonly [at: string, member: JsonMember])[] {
  if (!('members' in value)) return [];
  return value.members.flatMap((member, index) => {
    const at = parent === '' ? String(index) : `${parent}.${index}`;
    return [[at, member] as const, ...jsonPointersIn(member.value, at)];
  });
}

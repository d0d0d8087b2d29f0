import type { JsonMember, JsonValue } from './jsonValue.ts';

/** The member at a position, as it is written in a place; nothing for what is written otherwise. */
export function memberAt(value: JsonValue, position: string): JsonMember | undefined {
  return 'members' in value && /^(?:0|[1-9]\d*)$/.test(position)
    ? value.members[Number(position)]
    : undefined;
}

import type { JsonValue } from '../json/jsonValue.ts';
import type { JsonNode } from './treeNode.ts';

/** The members of a JSON value, one node each; none below a string or a scalar. */
export function jsonChildren(
  parent: { readonly id: string; readonly profile: string },
  value: JsonValue,
): readonly JsonNode[] {
  if (!('members' in value)) return [];
  const { id, profile } = parent;
  // By their place and not by their key, which can stand twice.
  return value.members.map((member, index) => ({
    kind: 'json',
    id: `${id}/${index}`,
    profile,
    label: member.key ?? String(index),
    value: member.value,
  }));
}

import type { Span } from '../expression/syntax/span.ts';
import type { OffsetMap } from './offsetMap.ts';

/** A JSON value of a text that may be broken, with where it stands. */
export type ConfigurationNode = ObjectNode | ArrayNode | StringNode | ScalarNode | PlaceholderNode;

export interface ObjectNode extends Span {
  readonly kind: 'object';
  /** In the order of the text; of a key that stands twice, both. */
  readonly members: readonly MemberNode[];
  /** Whether a placeholder stands among the members, so that there may be others. */
  readonly isOpen: boolean;
}

export interface MemberNode {
  readonly key: StringNode;
  /** Absent where the text breaks off or has something else. */
  readonly value?: ConfigurationNode;
}

interface ArrayNode extends Span {
  readonly kind: 'array';
  /** Placeholders are elements, too. */
  readonly elements: readonly ConfigurationNode[];
}

export interface StringNode extends Span {
  readonly kind: 'string';
  readonly value: string;
  /** From the value to the text that the node was read from. */
  readonly map: OffsetMap;
  readonly isClosed: boolean;
}

interface ScalarNode extends Span {
  readonly kind: 'number' | 'boolean' | 'null';
  /** To the letter. */
  readonly token: string;
}

/** Something that is not known: a placeholder, a word that is no JSON, or what is nested too deep. */
interface PlaceholderNode extends Span {
  readonly kind: 'placeholder';
}

/** Why a text is not JSON. */
export type JsonFaultKind =
  'string' | 'escape' | 'comma' | 'colon' | 'key' | 'value' | 'close' | 'extra';

export interface JsonFaultAt extends Span {
  readonly kind: JsonFaultKind;
}

/** The value of the last member with this key, as for `JSON.parse`. */
export function memberValue({ members }: ObjectNode, name: string): ConfigurationNode | undefined {
  for (let index = members.length - 1; index >= 0; index -= 1) {
    const member = members[index];
    if (member?.key.value === name) return member.value;
  }
  return undefined;
}

/** A number, or a string that holds one: TaskRouter takes both. */
export function countIn(node: ConfigurationNode | undefined): number | undefined {
  const text = node?.kind === 'string' ? node.value : node?.kind === 'number' ? node.token : '';
  const value = text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

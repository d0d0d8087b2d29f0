import {
  memberValue,
  type ObjectNode,
  type StringNode,
} from '../configuration/configurationNode.ts';
import { configurationKeys, type ConfigurationLevel } from '../configuration/configurationKeys.ts';
import type { WorkflowConfiguration } from '../configuration/workflowConfiguration.ts';
import { endOf, spanOf, type Span } from '../expression/syntax/span.ts';
import { queueStrings } from './queueStrings.ts';

/** Between two members, at most. */
const MAX_BLANKS = 500;

interface LeveledObject {
  readonly level: ConfigurationLevel;
  readonly object: ObjectNode;
}

/** What an offset in the text of a configuration belongs to, outside of expressions. */
export type ConfigurationPosition =
  | { readonly kind: 'queue'; readonly node: StringNode }
  | {
      readonly kind: 'key';
      readonly level: ConfigurationLevel;
      /** The key that is there already. */
      readonly key?: StringNode;
      /** Whether a value follows it. */
      readonly hasValue: boolean;
      /** Other keys of the same object. */
      readonly others: readonly string[];
      /** The key with its quotes, or an empty span. */
      readonly replaced: Span;
      /** Whether another member follows without a comma. */
      readonly needsComma: boolean;
    };

/** @param text of the configuration */
export function configurationPosition(
  configuration: WorkflowConfiguration,
  text: string,
  offset: number,
): ConfigurationPosition | undefined {
  const node = queueStrings(configuration).find((queue) => isWithin(queue, offset));
  if (node !== undefined) return { kind: 'queue', node };
  for (const { level, object } of leveledObjects(configuration)) {
    if (offset > object.offset && offset < endOf(object)) {
      return keyPosition({ level, object }, text, offset);
    }
  }
  return undefined;
}

/** The objects whose keys are known, each before those that it is in. */
function leveledObjects({
  root,
  routing,
  filters,
  defaultFilter,
}: WorkflowConfiguration): readonly LeveledObject[] {
  const isWrapped = root?.kind === 'object' && memberValue(root, 'task_routing') === routing;
  return [
    ...filters.flatMap(({ node, targets }) => [
      ...targets.map((target) => ({ level: 'target' as const, object: target.node })),
      { level: 'filter' as const, object: node },
    ]),
    ...(defaultFilter ? [{ level: 'defaultFilter' as const, object: defaultFilter.node }] : []),
    ...(routing ? [{ level: 'routing' as const, object: routing }] : []),
    ...(isWrapped ? [{ level: 'root' as const, object: root }] : []),
  ];
}

function keyPosition(
  { level, object: { members } }: LeveledObject,
  text: string,
  offset: number,
): ConfigurationPosition | undefined {
  const atKey = members.findIndex(({ key }) => offset > key.offset && offset <= endOf(key));
  const member = members[atKey];
  const others = members.filter((_, index) => index !== atKey).map(({ key }) => key.value);
  const base = { kind: 'key', level, others } as const;
  const needsComma = (end: number) => /^\s*"/.test(text.slice(end, end + MAX_BLANKS));
  if (member !== undefined) {
    const { key, value } = member;
    const hasValue = value !== undefined;
    const replaced = spanOf(key);
    return { ...base, key, hasValue, replaced, needsComma: !hasValue && needsComma(endOf(key)) };
  }
  // Not behind a key that waits for its value, nor behind a value that no comma ends.
  if (!/[{,]\s*$/.test(text.slice(Math.max(0, offset - MAX_BLANKS), offset))) return undefined;
  const isInValue = members.some(
    ({ value }) => value !== undefined && offset > value.offset && offset < endOf(value),
  );
  if (isInValue) return undefined;
  const replaced = { offset, length: 0 };
  return { ...base, hasValue: false, replaced, needsComma: needsComma(offset) };
}

/** What could be a key of an object that has the others. */
export function missingKeys(
  level: ConfigurationLevel,
  others: readonly string[],
): readonly string[] {
  const known = Object.keys(configurationKeys[level]);
  // Two keys for one thing.
  const pairs = [
    ['known_worker_sid', 'known_worker_friendly_name'],
    ['filter_friendly_name', 'friendly_name'],
  ];
  return known.filter((key) => {
    const twins = pairs.find((pair) => pair.includes(key)) ?? [key];
    return !twins.some((twin) => others.includes(twin));
  });
}

/** Whether an offset is between the quotes of a string. */
function isWithin({ offset: start, length, isClosed }: StringNode, offset: number): boolean {
  return offset > start && offset < start + length + (isClosed ? 0 : 1);
}

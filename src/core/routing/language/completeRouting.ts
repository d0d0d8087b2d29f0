import { configurationKeys } from '../configuration/configurationKeys.ts';
import type { OffsetMap } from '../configuration/offsetMap.ts';
import {
  configurationAt,
  expressionAt,
  isAround,
  spanThrough,
  type PlacedConfiguration,
  type RoutingText,
} from '../embedding/routingText.ts';
import type { CompletionEntry } from './completionEntry.ts';
import { completeExpression } from './completeExpression.ts';
import {
  configurationPosition,
  missingKeys,
  type ConfigurationPosition,
} from './configurationPosition.ts';
import { explainKey } from './explainKey.ts';
import type { KnownNames, KnownQueue } from './knownNames.ts';

/** What can be written at an offset of a document, whose text is `source`. */
export function completeRouting(
  routing: RoutingText,
  source: string,
  offset: number,
  known: KnownNames,
): readonly CompletionEntry[] {
  const expression = expressionAt(routing, offset);
  if (expression !== undefined) {
    const { text, map, scope } = expression;
    return placed(completeExpression(text, map.toValue(offset), scope, known), map, offset);
  }
  const configuration = configurationAt(routing, offset);
  if (configuration === undefined) return [];
  const { map, text } = configuration;
  const found = completeConfiguration(configuration, map.toValue(offset), known);
  const entries = placed(found, map, offset);
  // In a string whose quotes are escaped, those of a key are to be, too.
  const quote = text.indexOf('"');
  if (quote < 0 || source[map.toText(quote)] !== '\\') return entries;
  return entries.map((entry) => ({ ...entry, insert: entry.insert.replaceAll('"', '\\"') }));
}

/** Within an escape there is nothing to complete: what stands in its value stands before it. */
function placed(
  entries: readonly CompletionEntry[],
  map: OffsetMap,
  offset: number,
): readonly CompletionEntry[] {
  return entries
    .map((entry) => ({ ...entry, replaced: spanThrough(map, entry.replaced) }))
    .filter(({ replaced }) => isAround(replaced, offset));
}

function completeConfiguration(
  { read, text }: PlacedConfiguration,
  offset: number,
  known: KnownNames,
): readonly CompletionEntry[] {
  const position = configurationPosition(read, text, offset);
  switch (position?.kind) {
    case undefined:
      return [];
    case 'queue': {
      const { value, map } = position.node;
      const replaced = spanThrough(map, { offset: 0, length: value.length });
      return known.queues.map((queue) => ({ ...queueEntry(queue), replaced }));
    }
    case 'key':
      return completeKey(position);
  }
}

function queueEntry({ sid, name, profile }: KnownQueue): Omit<CompletionEntry, 'replaced'> {
  return { kind: 'queue', label: name, detail: profile, insert: sid };
}

function completeKey({
  level,
  hasValue,
  others,
  replaced,
  needsComma,
}: Extract<ConfigurationPosition, { kind: 'key' }>): readonly CompletionEntry[] {
  return missingKeys(level, others).map((key) => {
    const explanation = explainKey(level, key);
    const value = `: ${valueSnippet(configurationKeys[level][key])}${needsComma ? ',' : ''}`;
    return {
      ...{ kind: 'key', label: key, replaced },
      ...(hasValue
        ? { insert: `"${key}"` }
        : { insert: `"${key}"${value}`, isSnippet: true as const }),
      ...(explanation && { explanation }),
    };
  });
}

function valueSnippet(
  kind: (typeof configurationKeys)[keyof typeof configurationKeys][string] | undefined,
): string {
  switch (kind) {
    case 'routing':
    case 'defaultFilter':
      return '{\n\t$0\n}';
    case 'filters':
    case 'targets':
      return '[\n\t{\n\t\t$0\n\t}\n]';
    case 'count':
      return '${0:0}';
    case 'name':
    case 'queue':
    case 'filterExpression':
    case 'targetExpression':
    case 'skipIf':
    case 'orderBy':
    case 'knownWorker':
    case undefined:
      return '"$0"';
  }
}

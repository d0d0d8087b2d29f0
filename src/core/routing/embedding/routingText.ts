import type { ConfigurationNode, StringNode } from '../configuration/configurationNode.ts';
import {
  findConfigurations,
  type EmbeddedConfiguration,
  type SourceKind,
} from '../configuration/embeddedConfigurations.ts';
import { within, type OffsetMap } from '../configuration/offsetMap.ts';
import type { NodesOfText } from '../configuration/readNodes.ts';
import { rereadNodes } from '../configuration/rereadNodes.ts';
import {
  configurationOf,
  readConfiguration,
  type WorkflowConfiguration,
} from '../configuration/workflowConfiguration.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import type { Span } from '../expression/syntax/span.ts';
import { mayHoldRouting } from './routingSource.ts';

/** All routing in the text of a document. */
export interface RoutingText {
  /** Of JSON: what it was read as. */
  readonly nodes?: NodesOfText;
  readonly configurations: readonly PlacedConfiguration[];
  /** Of all configurations, and the `target_workers` of TaskQueues, in the order of the text. */
  readonly expressions: readonly PlacedExpression[];
}

/** A configuration with its place in the document, which `map` leads to. */
export interface PlacedConfiguration extends EmbeddedConfiguration {
  /** Offsets in it are in the text of the configuration. */
  readonly read: WorkflowConfiguration;
}

/** An expression with its place in the document, quotes included. */
export interface PlacedExpression extends Span {
  readonly scope: ExpressionScope | 'orderBy' | 'knownWorker';
  /** Without the escapes of all that it is embedded in. */
  readonly text: string;
  /** From the expression to the document. */
  readonly map: OffsetMap;
  /** Whether the string is closed; what is wrong with one that is not is the quote. */
  readonly isClosed: boolean;
  /** Undefined for the `target_workers` of a TaskQueue. */
  readonly configuration?: PlacedConfiguration;
}

/** Of a program, or any other text than JSON, only that much is read. */
const MAX_CHARS = 2_000_000;

/**
 * Finds the routing in a text and reads it. Never throws.
 *
 * @param before the routing of the text before a change, so that only what changed is read
 */
export function readRoutingText(text: string, kind: SourceKind, before?: RoutingText): RoutingText {
  if (kind === 'json' && text.length > MAX_CHARS) return { configurations: [], expressions: [] };
  const head = text.slice(0, MAX_CHARS);
  const isRead = kind === 'json' && mayHoldRouting(head);
  const nodes = isRead ? rereadNodes(head, before?.nodes) : undefined;
  const configurations = findConfigurations(head, kind, nodes)
    // What reaches the limit may be cut off.
    .filter(({ offset, length }) => head.length === text.length || offset + length < head.length)
    .map((found, index) => ({
      ...found,
      read:
        found.nodes === undefined
          ? readConfiguration(found.text, before?.configurations[index]?.read)
          : configurationOf(found.nodes),
    }));
  const expressions = [
    ...configurations.flatMap(expressionsOf),
    ...(nodes === undefined ? [] : targetWorkersIn(nodes)),
  ];
  const sorted = expressions.sort((a, b) => a.offset - b.offset);
  return { ...(nodes && { nodes }), configurations, expressions: sorted };
}

/** The expression whose characters an offset of the document is among or next to. */
export function expressionAt(
  { expressions }: RoutingText,
  offset: number,
): PlacedExpression | undefined {
  return expressions.find(
    ({ offset: start, length, isClosed }) =>
      offset > start && offset < start + length + (isClosed ? 0 : 1),
  );
}

/** The configuration that an offset of the document is in. */
export function configurationAt(
  { configurations }: RoutingText,
  offset: number,
): PlacedConfiguration | undefined {
  return configurations.find((one) => isAround(one, offset));
}

/** A part of a value, as a part of the text that the map leads to. */
export function spanThrough(map: OffsetMap, { offset, length }: Span): Span {
  const start = map.toText(offset);
  return { offset: start, length: map.toText(offset + length) - start };
}

/** Whether an offset is in a part of a text or next to it. */
export function isAround({ offset: start, length }: Span, offset: number): boolean {
  return offset >= start && offset <= start + length;
}

function expressionsOf(configuration: PlacedConfiguration): readonly PlacedExpression[] {
  const found: PlacedExpression[] = [];
  const add = (scope: PlacedExpression['scope'], node: ConfigurationNode | undefined) => {
    if (node?.kind === 'string') found.push(placed(scope, node, configuration));
  };
  for (const { expression, targets } of configuration.read.filters) {
    add('task', expression);
    for (const target of targets) {
      add('target', target.expression);
      add('skipIf', target.skipIf);
      add('orderBy', target.orderBy);
      add('knownWorker', target.knownWorkerSid);
      add('knownWorker', target.knownWorkerName);
    }
  }
  return found;
}

function placed(
  scope: PlacedExpression['scope'],
  { value, map, isClosed, offset, length }: StringNode,
  configuration: PlacedConfiguration,
): PlacedExpression {
  const { map: outer } = configuration;
  const start = outer.toText(offset);
  return {
    ...{ scope, text: value, map: within(map, outer), isClosed, configuration },
    ...{ offset: start, length: outer.toText(offset + length) - start },
  };
}

/** In the document of a TaskQueue, or in an answer that lists some. */
function targetWorkersIn({ text, root }: NodesOfText): readonly PlacedExpression[] {
  if (!text.includes('target_workers')) return [];
  const found: PlacedExpression[] = [];
  const pending: ConfigurationNode[] = root === undefined ? [] : [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'array') pending.push(...node.elements);
    if (node.kind !== 'object') continue;
    for (const { key, value } of node.members) {
      if (value?.kind === 'string' && key.value === 'target_workers') {
        const { value: expression, map, isClosed, offset, length } = value;
        found.push({ scope: 'worker', text: expression, map, isClosed, offset, length });
      } else if (value !== undefined) pending.push(value);
    }
  }
  return found;
}

import {
  memberValue,
  type ConfigurationNode,
  type JsonFaultAt,
  type ObjectNode,
} from './configurationNode.ts';
import type { NodesOfText } from './readNodes.ts';
import { rereadNodes } from './rereadNodes.ts';

/** A Workflow's configuration as far as it can be read, each part with its place in the text. */
export interface WorkflowConfiguration {
  /** What it was read from. */
  readonly nodes: NodesOfText;
  readonly root?: ConfigurationNode;
  /** What holds the filters: the value of `task_routing`, or the root where that is missing. */
  readonly routing?: ObjectNode;
  readonly filters: readonly WorkflowFilter[];
  readonly defaultFilter?: DefaultFilter;
  /** Where the text is not JSON; placeholders are no fault. */
  readonly faults: readonly JsonFaultAt[];
}

export interface WorkflowFilter {
  /** Within `filters`; a placeholder counts as one. */
  readonly index: number;
  readonly node: ObjectNode;
  readonly name?: string;
  readonly expression?: ConfigurationNode;
  readonly targets: readonly WorkflowTarget[];
  /** Whether something in it stands for targets that are not known. */
  readonly isOpen: boolean;
}

export interface WorkflowTarget {
  /** Within `targets`. */
  readonly index: number;
  readonly node: ObjectNode;
  /** Its own, or that of a target before it. */
  readonly queue?: ConfigurationNode;
  /** Its own, or that of a target before it. */
  readonly priority?: ConfigurationNode;
  readonly timeout?: ConfigurationNode;
  readonly expression?: ConfigurationNode;
  readonly skipIf?: ConfigurationNode;
  readonly orderBy?: ConfigurationNode;
  readonly knownWorkerSid?: ConfigurationNode;
  readonly knownWorkerName?: ConfigurationNode;
}

interface DefaultFilter {
  readonly node: ObjectNode;
  readonly queue?: ConfigurationNode;
  readonly priority?: ConfigurationNode;
}

/**
 * Reads a configuration from a text that may be broken. Never throws.
 *
 * @param before the configuration before a change, which is then read in less time
 */
export function readConfiguration(
  text: string,
  before?: WorkflowConfiguration,
): WorkflowConfiguration {
  return configurationOf(rereadNodes(text, before?.nodes));
}

/** The configuration that a text is as a whole. */
export function configurationOf(nodes: NodesOfText): WorkflowConfiguration {
  const { root, faults } = nodes;
  if (root?.kind !== 'object') return { nodes, ...(root && { root }), filters: [], faults };
  const wrapped = memberValue(root, 'task_routing');
  const routing = wrapped ?? root;
  if (routing.kind !== 'object') return { nodes, root, filters: [], faults };
  const defaultFilter = memberValue(routing, 'default_filter');
  return {
    ...{
      nodes,
      root,
      routing,
      faults,
      filters: elementsOf(routing, 'filters').flatMap(readFilter),
    },
    ...(defaultFilter?.kind === 'object' && { defaultFilter: readDefault(defaultFilter) }),
  };
}

function readFilter(node: ConfigurationNode, index: number): readonly WorkflowFilter[] {
  if (node.kind !== 'object') return [];
  const name = valueOf(node, 'filter_friendly_name') ?? valueOf(node, 'friendly_name');
  const elements = elementsOf(node, 'targets');
  const targets: WorkflowTarget[] = [];
  for (const [at, element] of elements.entries()) {
    if (element.kind === 'object') targets.push(readTarget(element, at, targets.at(-1)));
  }
  const isOpen =
    node.isOpen ||
    memberValue(node, 'targets')?.kind === 'placeholder' ||
    elements.some(({ kind }) => kind === 'placeholder');
  return [
    {
      ...{ index, node, targets, isOpen },
      ...(name?.kind === 'string' && { name: name.value }),
      ...named(node, { expression: 'expression' }),
    },
  ];
}

/** Queue and priority are inherited, expression and timeout are not. */
function readTarget(
  node: ObjectNode,
  index: number,
  before: WorkflowTarget | undefined,
): WorkflowTarget {
  return {
    ...{ index, node },
    ...(before?.queue && { queue: before.queue }),
    ...(before?.priority && { priority: before.priority }),
    ...named(node, {
      queue: 'queue',
      priority: 'priority',
      timeout: 'timeout',
      expression: 'expression',
      skipIf: 'skip_if',
      orderBy: 'order_by',
      knownWorkerSid: 'known_worker_sid',
      knownWorkerName: 'known_worker_friendly_name',
    }),
  };
}

function readDefault(node: ObjectNode): DefaultFilter {
  return { node, ...named(node, { queue: 'queue', priority: 'priority' }) };
}

/** The values under keys, by other names; null is as good as nothing. */
function named<Name extends string>(
  node: ObjectNode,
  keys: Readonly<Record<Name, string>>,
): Partial<Record<Name, ConfigurationNode>> {
  const found: Partial<Record<Name, ConfigurationNode>> = {};
  for (const name of Object.keys(keys) as Name[]) {
    const value = valueOf(node, keys[name]);
    if (value !== undefined) found[name] = value;
  }
  return found;
}

function valueOf(node: ObjectNode, key: string): ConfigurationNode | undefined {
  const value = memberValue(node, key);
  return value?.kind === 'null' ? undefined : value;
}

function elementsOf(node: ObjectNode, key: string): readonly ConfigurationNode[] {
  const value = memberValue(node, key);
  return value?.kind === 'array' ? value.elements : [];
}

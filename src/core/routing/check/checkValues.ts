import { WHOLE_SID } from '../../resources/sidPattern.ts';
import type { ConfigurationNode, ObjectNode } from '../configuration/configurationNode.ts';
import { memberValue } from '../configuration/configurationNode.ts';
import { hasPlaceholder } from '../configuration/placeholders.ts';
import type {
  WorkflowConfiguration,
  WorkflowTarget,
} from '../configuration/workflowConfiguration.ts';
import { routingProblem, type RoutingProblem } from './routingProblem.ts';

const WHOLE_NUMBER = /^\s*[+-]?\d+\s*$/;

/** Of a target. */
const TEXT_KEYS = [
  ...['expression', 'skip_if', 'order_by', 'known_worker_sid', 'known_worker_friendly_name'],
];

/** Values of the wrong type or kind, and targets without a queue; expressions apart. */
export function checkValues(configuration: WorkflowConfiguration): readonly RoutingProblem[] {
  const { root, routing, filters, defaultFilter } = configuration;
  const problems: RoutingProblem[] = [];
  const add = (problem: RoutingProblem | undefined) => {
    if (problem !== undefined) problems.push(problem);
  };
  if (root !== undefined && root.kind !== 'placeholder' && root.kind !== 'object') {
    add(wrongType('task_routing', root, 'object'));
  }
  if (root?.kind === 'object') add(checkWrapper(root));
  if (routing !== undefined) {
    add(typeProblem(routing, 'filters', 'array'));
    add(typeProblem(routing, 'default_filter', 'object'));
  }
  for (const { node, targets } of filters) {
    for (const key of ['filter_friendly_name', 'friendly_name', 'expression']) {
      add(typeProblem(node, key, 'string'));
    }
    add(typeProblem(node, 'targets', 'array'));
    for (const target of targets) problems.push(...checkTarget(target));
  }
  if (defaultFilter !== undefined) {
    add(checkQueue(memberValue(defaultFilter.node, 'queue')));
    if (defaultFilter.queue === undefined && !defaultFilter.node.isOpen) {
      add(missingQueue(defaultFilter.node));
    }
  }
  return problems;
}

function checkWrapper(root: ObjectNode): RoutingProblem | undefined {
  if (memberValue(root, 'task_routing') !== undefined) {
    return typeProblem(root, 'task_routing', 'object');
  }
  const bare = root.members.find(({ key }) => ['filters', 'default_filter'].includes(key.value));
  if (bare === undefined || root.isOpen) return undefined;
  const { offset, length } = bare.key;
  return routingProblem({ kind: 'missingTaskRouting', severity: 'hint', offset, length });
}

function checkTarget(target: WorkflowTarget): readonly RoutingProblem[] {
  const { node, queue } = target;
  const typed = TEXT_KEYS.map((key) => typeProblem(node, key, 'string'));
  const own = memberValue(node, 'queue');
  const queueProblem = queue === undefined && !node.isOpen ? missingQueue(node) : checkQueue(own);
  return [
    ...typed,
    queueProblem,
    checkCount('priority', target.priority, node, 0),
    checkCount('timeout', target.timeout, node, 1),
    ...checkKnownWorkers(target),
  ].filter((problem) => problem !== undefined);
}

function missingQueue({ offset }: ObjectNode): RoutingProblem {
  return routingProblem({ kind: 'missingQueue', severity: 'warning', offset, length: 1 });
}

function checkQueue(queue: ConfigurationNode | undefined): RoutingProblem | undefined {
  if (queue === undefined || queue.kind === 'null' || queue.kind === 'placeholder') {
    return undefined;
  }
  if (queue.kind !== 'string') return wrongType('queue', queue, 'string');
  const { value, offset, length } = queue;
  const isOther = WHOLE_SID.test(value) && !value.startsWith('WQ');
  if (!isOther && value.trim() !== '') return undefined;
  return routingProblem({
    ...{ kind: 'wrongSid', severity: 'warning', offset, length, args: [value] },
  });
}

/** @param node whose own value is checked, not what it inherits */
function checkCount(
  key: 'priority' | 'timeout',
  value: ConfigurationNode | undefined,
  node: ObjectNode,
  least: number,
): RoutingProblem | undefined {
  const isOwn = value !== undefined && memberValue(node, key) === value;
  if (!isOwn || value.kind === 'placeholder') return undefined;
  const { offset, length } = value;
  const text = writtenCount(value);
  if (text !== undefined && hasPlaceholder(text)) return undefined;
  if (text === undefined || !WHOLE_NUMBER.test(text)) {
    const found = text ?? value.kind;
    const args = [key, value.kind === 'string' ? `"${found}"` : found];
    return routingProblem({ kind: 'notANumber', severity: 'warning', offset, length, args });
  }
  if (Number(text) >= least) return undefined;
  return routingProblem({
    ...{ kind: 'numberTooSmall', severity: 'warning', offset, length },
    args: [key, String(least)],
  });
}

/** A number, or a string that may hold one: TaskRouter keeps both as they are written. */
function writtenCount(value: ConfigurationNode): string | undefined {
  if (value.kind === 'string') return value.value;
  return value.kind === 'number' || value.kind === 'boolean' ? value.token : undefined;
}

function checkKnownWorkers({
  node,
  knownWorkerSid,
  knownWorkerName,
}: WorkflowTarget): readonly RoutingProblem[] {
  if (knownWorkerSid === undefined || knownWorkerName === undefined) return [];
  const second = node.members.findLast(({ key }) => key.value.startsWith('known_worker_'))?.key;
  const { offset, length } = second ?? node;
  return [routingProblem({ kind: 'twoKnownWorkers', severity: 'warning', offset, length })];
}

function typeProblem(
  node: ObjectNode,
  key: string,
  type: 'object' | 'array' | 'string',
): RoutingProblem | undefined {
  const value = memberValue(node, key);
  const isRight =
    value === undefined || value.kind === type || ['null', 'placeholder'].includes(value.kind);
  return isRight ? undefined : wrongType(key, value, type);
}

function wrongType(
  key: string,
  { offset, length }: ConfigurationNode,
  type: 'object' | 'array' | 'string',
): RoutingProblem {
  return routingProblem({
    ...{ kind: 'wrongType', severity: 'warning', offset, length, args: [key, type] },
  });
}

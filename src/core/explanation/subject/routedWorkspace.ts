import { asRecord, isFiniteNumber, parseJson } from '../../json/jsonObject.ts';
import { readDate } from '../../resources/timestamp.ts';
import {
  readConfiguration,
  type WorkflowConfiguration,
} from '../../routing/configuration/workflowConfiguration.ts';
import {
  readRoutedQueues,
  type RoutedQueue,
  type RoutedWorker,
} from '../../routing/simulate/routingResources.ts';
import type { ListedResource } from '../../taskrouter/listPage.ts';
import type { ExplainedTask } from './explainedTask.ts';
import { readWorkers } from './readWorkers.ts';
import type { Reading, ReadRows, RoutingReadings } from '../routingReadings.ts';

/** What was read of a Workspace, as the engine takes it. */
export interface RoutedWorkspace {
  readonly workflow?: RoutedWorkflow;
  readonly queues: readonly RoutedQueue[];
  /** The one that the Task is in; absent if the Task does not say. */
  readonly queue?: RoutedQueue;
  /** Absent if they were not read. */
  readonly workers?: readonly RoutedWorker[];
  /** Whether all Workers who can be in the Task's TaskQueue were read. */
  readonly areMembersComplete: boolean;
  /** Whether all Workers of the Workspace were read. */
  readonly areWorkersComplete: boolean;
  /** The SIDs of the Workers in the Task's TaskQueue, by TaskRouter's own answer; absent if that was cut. */
  readonly members?: ReadonlySet<string>;
}

interface RoutedWorkflow {
  readonly configuration: WorkflowConfiguration;
  readonly sid?: string;
  readonly name?: string;
  /** In ms since the epoch. */
  readonly updated?: number;
  /** In seconds. */
  readonly reservationTimeout?: number;
}

/** @param pending SIDs of the Workers with a pending Reservation for the Task */
export function readWorkspace(
  task: ExplainedTask,
  readings: RoutingReadings,
  pending: ReadonlySet<string>,
): RoutedWorkspace {
  const workflow = valueOf(readings.workflow);
  const members = valueOf(readings.members);
  const memberSids =
    members === undefined || members.isCut
      ? undefined
      : new Set(members.rows.map(({ sid }) => sid));
  const rows = allWorkers(valueOf(readings.workers), members);
  const workers = rows && readWorkers(rows, readings, pending);
  const { all, queue } = queuesOf(task, readings, memberSids);
  const areWorkersComplete = isWhole(readings.workers);
  return {
    ...(workflow !== undefined && { workflow: readWorkflow(workflow) }),
    queues: all,
    ...(queue && { queue }),
    ...(workers && { workers }),
    ...{ areWorkersComplete, areMembersComplete: areWorkersComplete || isWhole(readings.members) },
    ...(memberSids && { members: memberSids }),
  };
}

export function valueOf<Value>(reading: Reading<Value>): Value | undefined {
  return reading.kind === 'read' ? reading.value : undefined;
}

function isWhole(rows: Reading<ReadRows>): boolean {
  return rows.kind === 'read' && !rows.value.isCut;
}

/** Adds the members that are not in the list of Workers, which was cut or read a moment earlier. */
function allWorkers(
  workers: ReadRows | undefined,
  members: ReadRows | undefined,
): readonly ListedResource[] | undefined {
  if (workers === undefined || members === undefined) return (workers ?? members)?.rows;
  const known = new Set(workers.rows.map(({ sid }) => sid));
  const others = members.rows.filter(({ sid }) => !known.has(sid));
  return others.length === 0 ? workers.rows : [...workers.rows, ...others];
}

function queuesOf(
  { queueSid, queueName }: ExplainedTask,
  readings: RoutingReadings,
  members: ReadonlySet<string> | undefined,
) {
  const rows = valueOf(readings.queues)?.rows ?? [];
  const own = valueOf(readings.queue);
  const texts = rows.filter(({ sid }) => sid !== queueSid).map(({ text }) => text);
  const others = readRoutedQueues(`[${texts.join(',')}]`) ?? [];
  if (queueSid === undefined) return { all: others.map(withExpression), queue: undefined };
  const text = own ?? rows.find(({ sid }) => sid === queueSid)?.text;
  const [read] = text === undefined ? [] : (readRoutedQueues(`[${text}]`) ?? []);
  const queue = withExpression({
    ...{ ...(queueName !== undefined && { name: queueName }), ...read },
    ...{ sid: queueSid, ...(members && { members }) },
  });
  return { all: [queue, ...others.map(withExpression)], queue };
}

/** Without its expression, it is uncertain who is in a TaskQueue. */
function withExpression(queue: RoutedQueue): RoutedQueue {
  return queue.targetWorkers === undefined ? { ...queue, targetWorkers: UNKNOWN } : queue;
}

/** The engine reads it as a placeholder, whose outcome is uncertain. */
const UNKNOWN = '${unknown}';

/** The expression of a TaskQueue. Returns `undefined` if it was not read. */
export function knownExpression({ targetWorkers }: RoutedQueue): string | undefined {
  return targetWorkers === UNKNOWN ? undefined : targetWorkers;
}

function readWorkflow(text: string): RoutedWorkflow {
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const { sid, friendly_name: name, configuration, task_reservation_timeout: timeout } = fields;
  const updated = fields['date_updated'];
  const at = typeof updated === 'string' ? readDate(updated) : undefined;
  return {
    configuration: readConfiguration(typeof configuration === 'string' ? configuration : ''),
    ...(typeof sid === 'string' && { sid }),
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(at !== undefined && { updated: at }),
    ...(isFiniteNumber(timeout) && { reservationTimeout: timeout }),
  };
}

import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { explainRouting } from '../../../src/core/explanation/explain/explainRouting.ts';
import type { RoutingExplanation } from '../../../src/core/explanation/routingExplanation.ts';
import {
  NOTHING_READ,
  type Reading,
  type ReadRows,
  type RoutingReadings,
} from '../../../src/core/explanation/routingReadings.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';

type Json = Readonly<Record<string, unknown>>;

interface EventCase extends Json {
  readonly queue?: string;
  readonly worker?: string;
  readonly reservation?: string;
}

/** A Workspace with one Task that waits, as short as a test needs it; times are seconds of its age. */
export interface WaitingCase {
  readonly task?: Json;
  readonly attributes?: Json | string;
  readonly age?: number;
  readonly filters?: readonly Json[];
  readonly defaultQueue?: string;
  readonly workflow?: Json;
  /** By the last digit of their SIDs; the Task is in `A`. */
  readonly queues?: Readonly<Record<string, Json>>;
  readonly workers?: readonly Json[];
  /** Names of Workers; without them, the expressions decide. */
  readonly members?: readonly string[];
  readonly channels?: Readonly<Record<string, Json>>;
  readonly tasks?: readonly Json[];
  readonly events?: readonly EventCase[];
  readonly readings?: Partial<RoutingReadings>;
  readonly masks?: boolean;
}

const CREATED = Date.parse('2026-03-02T10:00:00Z');
export const sidOf = (prefix: string, name: string) =>
  prefix + Buffer.from(name).toString('hex').padStart(32, '0').slice(-32);
export const at = (age: number) => new Date(CREATED + age * 1000).toISOString().replace('.000', '');
const clock = (time: number) => new Date(time).toISOString().slice(11, 16);

const read = <Value>(value: Value): Reading<Value> => ({ kind: 'read', value });
const rows = (list: readonly Json[]): Reading<ReadRows> =>
  read({
    rows: list.map((row) => ({ sid: String(row['sid']), text: JSON.stringify(row) })),
    isCut: false,
  });

export function explain(given: WaitingCase): RoutingExplanation {
  const { masks = false } = given;
  const present = presenter(masks);
  const task = taskOf(given);
  return explainRouting({
    ...(given.task?.['deleted'] === true ? {} : { task: JSON.stringify(task) }),
    readings: readingsOf(given),
    history: historyOf(given, masks),
    ...{ present, clock },
  });
}

export function historyOf({ events = [] }: WaitingCase, masks = false) {
  return readHistory(
    {
      events: events
        .map((event, index) => eventOf(event, index))
        .map((row) => ({ sid: row.sid, text: JSON.stringify(row) })),
      reservations: [],
    },
    presenter(masks),
  );
}

function eventOf({ age = 0, type, queue, worker, reservation, ...data }: EventCase, index: number) {
  return {
    sid: sidOf('EV', String(index)),
    event_type: type,
    event_date: at(Number(age)),
    event_date_ms: CREATED + Number(age) * 1000,
    event_data: {
      ...(queue !== undefined && {
        task_queue_sid: sidOf('WQ', queue),
        task_queue_name: queue,
      }),
      ...(worker !== undefined && { worker_sid: sidOf('WK', worker), worker_name: worker }),
      ...(reservation !== undefined && { reservation_sid: sidOf('WR', reservation) }),
      ...data,
    },
  };
}

export function taskOf({ task = {}, attributes = {} }: WaitingCase): Json {
  return {
    ...{ sid: sidOf('WT', 'task'), assignment_status: 'pending', priority: 0, timeout: 86_400 },
    ...{ task_queue_sid: sidOf('WQ', 'A'), task_queue_friendly_name: 'A', date_created: at(0) },
    ...{ workflow_sid: sidOf('WW', 'flow'), task_channel_unique_name: 'voice' },
    attributes: typeof attributes === 'string' ? attributes : JSON.stringify(attributes),
    ...task,
  };
}

const QUEUE = { A: {} };

export function readingsOf(given: WaitingCase): RoutingReadings {
  const { age = 60, filters = [{ expression: '1==1', targets: [{ queue: 'A' }] }] } = given;
  const { queues = QUEUE, workers = [], members, channels = {}, tasks = [] } = given;
  const named = (text: string) =>
    text.replace(/"queue":"(\w+)"/g, (_, name: string) => `"queue":"${sidOf('WQ', name)}"`);
  const routing = {
    filters,
    ...(given.defaultQueue !== undefined && { default_filter: { queue: given.defaultQueue } }),
  };
  const queueRows = Object.entries(queues).map(([name, rest]) => ({
    ...{ sid: sidOf('WQ', name), friendly_name: name, target_workers: '1==1', task_order: 'FIFO' },
    ...rest,
  }));
  const workerRows = workers.map(workerOf);
  return {
    ...NOTHING_READ,
    at: CREATED + age * 1000,
    workflow: read(
      JSON.stringify({
        ...{ sid: sidOf('WW', 'flow'), friendly_name: 'Flow', date_updated: at(-1000) },
        configuration: named(JSON.stringify({ task_routing: routing })),
        ...given.workflow,
      }),
    ),
    queue: read(JSON.stringify(queueRows[0])),
    queues: rows(queueRows),
    workers: rows(workerRows),
    ...(members && {
      members: rows(workerRows.filter((row) => members.includes(row.friendly_name))),
    }),
    channels: new Map(
      workerRows.map(({ sid, friendly_name: name }) => [
        sid,
        rows([
          {
            ...{
              sid: sidOf('WC', name),
              task_channel_unique_name: 'voice',
              configured_capacity: 1,
            },
            ...{ assigned_tasks: 0, available: true, available_capacity_percentage: 100 },
            ...channels[name],
          },
        ]),
      ]),
    ),
    tasks: rows(
      tasks.map((task) => ({
        ...{ assignment_status: 'pending', priority: 0, task_queue_sid: sidOf('WQ', 'A') },
        ...task,
        ...{ sid: sidOf('WT', String(task['name'])), date_created: at(Number(task['age'] ?? 0)) },
      })),
    ),
    ...given.readings,
  };
}

function workerOf({ name, attributes = {}, ...rest }: Json) {
  return {
    ...{ sid: sidOf('WK', String(name)), friendly_name: String(name), available: true },
    ...{ activity_name: 'Idle', activity_sid: sidOf('WA', 'Idle') },
    ...{ date_status_changed: at(-100), attributes: JSON.stringify(attributes) },
    ...rest,
  };
}

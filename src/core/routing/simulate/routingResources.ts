import { JsonFields } from '../../json/jsonTree.ts';
import type { JsonValue } from '../../json/jsonValue.ts';
import { parseJson } from '../../json/jsonObject.ts';
import { readJsonTree } from '../../json/jsonTree.ts';

/** A Task as far as its routing depends on it; what is missing is not known. */
export interface RoutedTask {
  readonly attributes?: JsonValue;
  readonly priority?: number;
  /** Seconds after which it is canceled. */
  readonly timeout?: number;
  readonly channel: string;
  /** The SID of a Worker, a TaskQueue or a Workflow. */
  readonly routingTarget?: string;
  readonly ignoreCapacity?: boolean;
  /** Of its Workflow, in seconds. */
  readonly reservationTimeout?: number;
}

export interface RoutedQueue {
  readonly sid?: string;
  readonly name?: string;
  readonly targetWorkers?: string;
  /** Which of its Tasks a Worker is given first. */
  readonly taskOrder?: 'FIFO' | 'LIFO';
  /** SIDs of its Workers by the server's own answer, which wins over the expression. */
  readonly members?: ReadonlySet<string>;
  /** By the names that `skip_if` knows: `available`, `unavailable`, `WA…`. */
  readonly counts?: JsonValue;
}

export interface RoutedWorker {
  readonly sid?: string;
  readonly name: string;
  readonly attributes?: JsonValue | undefined;
  readonly activityName?: string;
  readonly activitySid?: string;
  readonly available?: boolean;
  /** When its Activity or status last changed, in ms since the epoch. */
  readonly since?: number | undefined;
  readonly pendingReservations: number;
  /** Undefined if they have not been read. */
  readonly channels?: readonly RoutedChannel[];
}

/** How a Worker takes Tasks of one channel. */
export interface RoutedChannel {
  readonly name: string;
  readonly available?: boolean;
  readonly capacity?: number;
  readonly assigned?: number;
  readonly availablePercentage?: number;
}

/** The channel of Tasks that name none. https://www.twilio.com/docs/taskrouter/multitasking */
const DEFAULT_CHANNEL = 'default';

/** @returns undefined for what is no JSON object */
export function readRoutedTask(json: string): RoutedTask | undefined {
  const tree = parseJson(json).valid ? readJsonTree(json) : undefined;
  if (tree?.kind !== 'object') return undefined;
  const fields = new JsonFields(tree);
  const target = fields.string('routing_target');
  const ignoreCapacity = fields.scalar('ignore_capacity');
  return {
    ...attributesOf(fields),
    ...numberOf(fields, 'priority', 'priority'),
    ...numberOf(fields, 'timeout', 'timeout'),
    ...numberOf(fields, 'task_reservation_timeout', 'reservationTimeout'),
    channel: fields.string('task_channel_unique_name') ?? DEFAULT_CHANNEL,
    ...(target !== undefined && { routingTarget: target }),
    ...(ignoreCapacity !== undefined && { ignoreCapacity: ignoreCapacity === 'true' }),
  };
}

/** @returns undefined for what is no JSON array */
export function readRoutedQueues(json: string): readonly RoutedQueue[] | undefined {
  return elementsOf(json)?.map((value) => {
    const fields = new JsonFields(value);
    const workers = fields.member('workers')?.value;
    const counts = fields.member('counts')?.value;
    const expression = fields.member('target_workers')?.value;
    const order = fields.string('task_order');
    return {
      ...stringOf(fields, 'sid', 'sid'),
      ...stringOf(fields, 'friendly_name', 'name'),
      ...(expression?.kind === 'string' && { targetWorkers: textOf(expression) ?? '' }),
      ...((order === 'FIFO' || order === 'LIFO') && { taskOrder: order }),
      ...(workers?.kind === 'array' && {
        members: new Set(workers.members.map((member) => textOf(member.value) ?? '')),
      }),
      ...(counts?.kind === 'object' && { counts }),
    };
  });
}

/** @returns undefined for what is no JSON array */
export function readRoutedWorkers(json: string): readonly RoutedWorker[] | undefined {
  return elementsOf(json)?.map((value) => {
    const fields = new JsonFields(value);
    const sid = fields.string('sid');
    const available = fields.scalar('available');
    const since = Date.parse(fields.string('date_status_changed') ?? '');
    const channels = fields.member('channels')?.value;
    return {
      ...(sid !== undefined && { sid }),
      name: fields.string('friendly_name') ?? sid ?? '',
      ...attributesOf(fields),
      ...stringOf(fields, 'activity_name', 'activityName'),
      ...stringOf(fields, 'activity_sid', 'activitySid'),
      ...(available !== undefined && { available: available === 'true' }),
      ...(!Number.isNaN(since) && { since }),
      pendingReservations: pendingOf(fields.member('pending_reservations')?.value),
      ...(channels?.kind === 'array' && {
        channels: channels.members.map((member) => channelOf(new JsonFields(member.value))),
      }),
    };
  });
}

function channelOf(fields: JsonFields): RoutedChannel {
  const available = fields.scalar('available');
  return {
    name: fields.string('task_channel_unique_name') ?? DEFAULT_CHANNEL,
    ...(available !== undefined && { available: available === 'true' }),
    ...numberOf(fields, 'configured_capacity', 'capacity'),
    ...numberOf(fields, 'assigned_tasks', 'assigned'),
    ...numberOf(fields, 'available_capacity_percentage', 'availablePercentage'),
  };
}

/** A number, or a list of Reservations. */
function pendingOf(value: JsonValue | undefined): number {
  if (value === undefined) return 0;
  if ('members' in value) return value.members.length;
  const count = Number(value.token);
  return Number.isFinite(count) ? count : 0;
}

/** The API gives attributes as a string of JSON. */
function attributesOf(fields: JsonFields): { readonly attributes?: JsonValue } {
  const value = fields.member('attributes')?.value;
  if (value?.kind !== 'string') return value === undefined ? {} : { attributes: value };
  const json = textOf(value) ?? '';
  return parseJson(json).valid ? { attributes: readJsonTree(json) } : {};
}

function stringOf<Name extends string>(fields: JsonFields, key: string, name: Name) {
  const text = fields.string(key);
  return (text === undefined ? {} : { [name]: text }) as Readonly<Partial<Record<Name, string>>>;
}

function numberOf<Name extends string>(fields: JsonFields, key: string, name: Name) {
  const value = Number(fields.string(key) ?? fields.scalar(key) ?? NaN);
  return (Number.isFinite(value) ? { [name]: value } : {}) as Readonly<
    Partial<Record<Name, number>>
  >;
}

function textOf(value: JsonValue): string | undefined {
  return value.kind === 'string' ? (JSON.parse(value.token) as string) : undefined;
}

function elementsOf(json: string): readonly JsonValue[] | undefined {
  const tree = parseJson(json).valid ? readJsonTree(json) : undefined;
  return tree?.kind === 'array' ? tree.members.map(({ value }) => value) : undefined;
}

import type { JsonMember, JsonValue } from '../../json/jsonValue.ts';
import { LazyString } from '../../json/lazyJson.ts';
import type { RoutedTask, RoutedWorker } from './routingResources.ts';

/*
 * What expressions see of a Task, a Worker and a TaskQueue. What is not known is left out of the fields,
 * which makes conditions on it uncertain.
 */

export function objectOf(members: Readonly<Record<string, JsonValue | undefined>>): JsonValue {
  return {
    kind: 'object',
    members: Object.entries(members).flatMap(([key, value]) =>
      value === undefined ? [] : [{ key, value }],
    ),
  };
}

function numberValue(value: number | undefined): JsonValue | undefined {
  return value === undefined ? undefined : { kind: 'scalar', token: String(value) };
}

/** The keys of the expression of a target. */
export function targetValue(task: RoutedTask, worker: JsonValue | undefined): JsonValue {
  const members: JsonMember[] = [];
  add(members, 'task', task.attributes);
  add(members, 'worker', worker);
  return { kind: 'object', members };
}

/** A Worker's attributes and fields, without a prefix; undefined if the attributes are not known. */
export function workerValue(worker: RoutedWorker): JsonValue | undefined {
  const { attributes, channels } = worker;
  if (attributes === undefined) return undefined;
  const members: JsonMember[] = attributes.kind === 'object' ? [...attributes.members] : [];
  add(members, 'sid', stringValue(worker.sid));
  add(members, 'friendly_name', stringValue(worker.name));
  add(members, 'activity_name', stringValue(worker.activityName));
  add(members, 'activity_sid', stringValue(worker.activitySid));
  add(members, 'channel', channels && channelsValue(channels));
  return { kind: 'object', members };
}

function add(members: JsonMember[], key: string, value: JsonValue | undefined): void {
  if (value !== undefined) members.push({ key, value });
}

function channelsValue(channels: NonNullable<RoutedWorker['channels']>): JsonValue {
  return objectOf(
    Object.fromEntries(
      channels.map(({ name, capacity, assigned, availablePercentage }) => [
        name,
        objectOf({
          configured_capacity: numberValue(capacity),
          assigned_tasks: numberValue(assigned),
          available_capacity_percentage: numberValue(availablePercentage),
        }),
      ]),
    ),
  );
}

function stringValue(text: string | undefined): JsonValue | undefined {
  return text === undefined ? undefined : new LazyString(text);
}

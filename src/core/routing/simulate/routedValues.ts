import type { JsonMember, JsonValue } from '../../json/jsonValue.ts';
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
  return objectOf({ task: task.attributes, worker });
}

/** A Worker's attributes and fields, without a prefix; undefined if the attributes are not known. */
export function workerValue(worker: RoutedWorker): JsonValue | undefined {
  const { attributes, channels } = worker;
  if (attributes === undefined) return undefined;
  const own: readonly JsonMember[] = attributes.kind === 'object' ? attributes.members : [];
  const channel =
    channels &&
    objectOf(
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
  const fields = objectOf({
    sid: stringValue(worker.sid),
    friendly_name: stringValue(worker.name),
    activity_name: stringValue(worker.activityName),
    activity_sid: stringValue(worker.activitySid),
    channel,
  });
  return { kind: 'object', members: [...own, ...membersOf(fields)] };
}

function stringValue(text: string | undefined): JsonValue | undefined {
  return text === undefined ? undefined : { kind: 'string', token: JSON.stringify(text) };
}

function membersOf(value: JsonValue): readonly JsonMember[] {
  return 'members' in value ? value.members : [];
}

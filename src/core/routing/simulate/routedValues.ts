import type { JsonMember, JsonValue } from '../../json/jsonValue.ts';
import { isSearchable, LazyString } from '../../json/lazyJson.ts';
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
  if (task.attributes !== undefined) members.push({ key: 'task', value: task.attributes });
  if (worker !== undefined) members.push({ key: 'worker', value: worker });
  return { kind: 'object', members };
}

/** A Worker's attributes and fields, without a prefix; undefined if the attributes are not known. */
export function workerValue(worker: RoutedWorker): JsonValue | undefined {
  const { attributes } = worker;
  return attributes === undefined ? undefined : new WorkerValue(worker, attributes);
}

/** There are thousands, and few of their members are asked for. */
class WorkerValue {
  readonly kind = 'object';
  readonly #worker: RoutedWorker;
  readonly #attributes: JsonValue;

  constructor(worker: RoutedWorker, attributes: JsonValue) {
    this.#worker = worker;
    this.#attributes = attributes;
  }

  get members(): readonly JsonMember[] {
    const own = this.#attributes.kind === 'object' ? this.#attributes.members : [];
    const fields = FIELDS.flatMap((key) => {
      const value = this.#field(key);
      return value === undefined ? [] : [{ key, value }];
    });
    return [...own, ...fields];
  }

  find(name: string): JsonValue | undefined {
    const field = this.#field(name);
    const attributes = this.#attributes;
    if (field !== undefined || attributes.kind !== 'object') return field;
    if (isSearchable(attributes)) return attributes.find(name);
    return attributes.members.findLast(({ key }) => key === name)?.value;
  }

  #field(name: string): JsonValue | undefined {
    const worker = this.#worker;
    switch (name) {
      case 'sid':
        return stringValue(worker.sid);
      case 'friendly_name':
        return stringValue(worker.name);
      case 'activity_name':
        return stringValue(worker.activityName);
      case 'activity_sid':
        return stringValue(worker.activitySid);
      case 'channel':
        return worker.channels && channelsValue(worker.channels);
      default:
        return undefined;
    }
  }
}

const FIELDS = ['sid', 'friendly_name', 'activity_name', 'activity_sid', 'channel'] as const;

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

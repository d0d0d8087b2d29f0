import { asRecord, isFiniteNumber, parseJson } from '../../json/jsonObject.ts';
import { readLazyJson } from '../../json/lazyJson.ts';
import type { JsonValue } from '../../json/jsonValue.ts';
import { readDate } from '../../resources/timestamp.ts';
import type { RoutedChannel, RoutedWorker } from '../../routing/simulate/routingResources.ts';
import type { ListedResource } from '../../taskrouter/listPage.ts';
import type { ReadRows, RoutingReadings } from '../routingReadings.ts';

/**
 * Workers of a list, with what was read about their channels. As a list can have thousands, their attributes
 * are parsed only when an expression asks for them.
 */
export function readWorkers(
  rows: readonly ListedResource[],
  { channels, activities }: RoutingReadings,
  pending: ReadonlySet<string>,
): readonly RoutedWorker[] {
  const availability = availabilityOf(
    activities.kind === 'read' ? activities.value : { rows: [], isCut: false },
  );
  return rows.map((row) => {
    const own = channels.get(row.sid);
    return new ReadWorker(row, {
      ...{ availability, isPending: pending.has(row.sid) },
      ...(own?.kind === 'read' && { channels: own.value.rows.map(channelOf) }),
    });
  });
}

interface WorkerContext {
  /** Of Activities, by their SIDs. */
  readonly availability: ReadonlyMap<string, boolean>;
  readonly isPending: boolean;
  readonly channels?: readonly RoutedChannel[];
}

class ReadWorker implements RoutedWorker {
  readonly sid: string;
  readonly name: string;
  declare readonly activityName?: string;
  declare readonly activitySid?: string;
  declare readonly available?: boolean;
  declare readonly channels?: readonly RoutedChannel[];
  readonly pendingReservations: number;
  readonly #json: string;
  readonly #changed: string;
  #since: number | undefined;
  #attributes: JsonValue | undefined;

  constructor({ sid, text }: ListedResource, context: WorkerContext) {
    const answer = parseJson(text);
    const fields = asRecord(answer.valid ? answer.value : undefined);
    const { friendly_name: name, activity_name: activity, activity_sid: activitySid } = fields;
    const { attributes, date_status_changed: changed } = fields;
    this.sid = sid;
    this.name = typeof name === 'string' && name !== '' ? name : sid;
    this.pendingReservations = context.isPending ? 1 : 0;
    this.#json = typeof attributes === 'string' ? attributes : '';
    if (typeof activity === 'string' && activity !== '') this.activityName = activity;
    if (typeof activitySid === 'string') this.activitySid = activitySid;
    const available =
      typeof fields['available'] === 'boolean'
        ? fields['available']
        : context.availability.get(this.activitySid ?? '');
    if (available !== undefined) this.available = available;
    this.#changed = typeof changed === 'string' ? changed : '';
    if (context.channels !== undefined) this.channels = context.channels;
  }

  get since(): number | undefined {
    // NaN stands for a text that is no date, so that it is not parsed again either.
    this.#since ??= readDate(this.#changed) ?? NaN;
    return Number.isNaN(this.#since) ? undefined : this.#since;
  }

  get attributes(): JsonValue | undefined {
    this.#attributes ??= readLazyJson(this.#json);
    return this.#attributes;
  }
}

function availabilityOf({ rows }: ReadRows): ReadonlyMap<string, boolean> {
  return new Map(
    rows.flatMap(({ sid, text }) => {
      const answer = parseJson(text);
      const { available } = asRecord(answer.valid ? answer.value : undefined);
      return typeof available === 'boolean' ? [[sid, available] as const] : [];
    }),
  );
}

function channelOf({ text }: ListedResource): RoutedChannel {
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const { task_channel_unique_name: name, available } = fields;
  const { configured_capacity: capacity, assigned_tasks: assigned } = fields;
  const { available_capacity_percentage: percentage } = fields;
  return {
    name: typeof name === 'string' ? name : 'default',
    ...(typeof available === 'boolean' && { available }),
    ...(isFiniteNumber(capacity) && { capacity }),
    ...(isFiniteNumber(assigned) && { assigned }),
    ...(isFiniteNumber(percentage) && { availablePercentage: percentage }),
  };
}

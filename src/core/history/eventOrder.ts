import { taskEventKinds, reservationKey, type TaskEvent } from './taskEvent.ts';

/**
 * Recorded events of one act lie some milliseconds apart in any order: what TaskRouter does at once, it
 * records side by side. Further apart, the times tell which came first.
 */
export const TRANSACTION_MS = 20;

/** An act is a handful of events. Of more, the times decide, as each would be held against each. */
const MAX_EVENTS_IN_TRANSACTION = 100;

const RANKS = new Map([...taskEventKinds.keys()].map((type, index) => [type, index]));

/** The place of an event among those of one act; what is not known comes last. */
function rankOf({ type }: TaskEvent): number {
  return RANKS.get(type) ?? RANKS.size;
}

/**
 * Puts what is known to the millisecond in order: by time, and what lies within one act as its causes
 * ask. Nothing comes before what was more than an act earlier, so a chain of events that each lie close
 * to the next does not lose its order.
 */
function sortByCause(events: readonly TaskEvent[]): readonly TaskEvent[] {
  const left = events.toSorted(
    (one, other) => timeOf(one) - timeOf(other) || rankOf(one) - rankOf(other),
  );
  const causes = new EventCausality(left);
  const ordered: TaskEvent[] = [];
  for (let [first] = left; first !== undefined; [first] = left) {
    const end = left.findIndex((one) => timeOf(one) - timeOf(first) > TRANSACTION_MS);
    const act = left.slice(0, end < 0 ? undefined : end);
    const free =
      act.length > MAX_EVENTS_IN_TRANSACTION
        ? 0
        : act.findIndex((one) => !act.some((other) => causes.precede(other, one)));
    ordered.push(...left.splice(Math.max(0, free), 1));
  }
  return ordered;
}

/** These end an offer, and a Task whose offer has ended is routed anew. */
const OFFER_ENDS: readonly string[] = [
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.failed',
];

/** What brings a Task from one place to wait in to the next. */
const ROUTING: readonly string[] = [
  'workflow.entered',
  'workflow.target-matched',
  'workflow.skipped',
  'task-queue.entered',
  'task-queue.moved',
];

const DELETIONS: readonly string[] = ['task.deleted', 'task.system-deleted'];

/** What of two events of one act comes first. */
class EventCausality {
  /** When each reservation was made, and each TaskQueue entered first. */
  readonly #begun = new Map<string, number>();

  constructor(events: readonly TaskEvent[]) {
    for (const event of events) {
      const key = beginningOf(event);
      if (key !== undefined && !this.#begun.has(key)) this.#begun.set(key, timeOf(event));
    }
  }

  precede(one: TaskEvent, other: TaskEvent): boolean {
    if (one === other || DELETIONS.includes(one.type) || other.type === 'task.created')
      return false;
    if (one.type === 'task.created' || DELETIONS.includes(other.type)) return true;
    const [version, otherVersion] = [versionOf(one), versionOf(other)];
    if (version !== undefined && otherVersion !== undefined && version !== otherVersion) {
      return version < otherVersion;
    }
    if (this.#isEndBefore(one, other)) return true;
    if (this.#isEndBefore(other, one)) return false;
    if (one.kind === 'other' || other.kind === 'other') return false;
    if (one.type === 'task.updated') return isRoutedAnew(other);
    if (other.type === 'task.updated') {
      // It is recorded behind what has come with it, which is of the same version of the Task.
      return version !== undefined && version === otherVersion && !isRoutedAnew(one);
    }
    return rankOf(one) < rankOf(other);
  }

  /** Whether one ends an offer or a wait, after which the Task is routed and offered anew. */
  #isEndBefore(one: TaskEvent, other: TaskEvent): boolean {
    const isOfferEnd = OFFER_ENDS.includes(one.type);
    const isWaitEnd = one.type === 'task-queue.timeout';
    if (!isOfferEnd && !isWaitEnd) return false;
    const isOffer = other.type === 'reservation.created';
    if (!isOffer && !ROUTING.includes(other.type)) return false;
    const key = isWaitEnd ? queueKey(one) : reservationKey(one);
    if (key === beginningOf(other)) return false;
    // What had led to that offer or that wait was before it began.
    return isRoutedAnew(other) || timeOf(other) >= (this.#begun.get(key) ?? -Infinity);
  }
}

function beginningOf(event: TaskEvent): string | undefined {
  if (event.type === 'reservation.created') return reservationKey(event);
  return event.type === 'task-queue.entered' ? queueKey(event) : undefined;
}

function queueKey({ parties: { queue } }: TaskEvent): string {
  const { sid = '', name = '' } = queue ?? {};
  return `queue ${sid === '' ? name : sid.toLowerCase()}`;
}

/** TaskRouter says why it routes again: `reservation_canceled`, `attribute_update`. */
function isRoutedAnew({ type, data }: TaskEvent): boolean {
  if (!ROUTING.includes(type)) return false;
  return [data['task_re_evaluated_reason'], data['target_changed_reason']].some(Boolean);
}

/** Recorded events have one that grows with each change of the Task, though no document mentions it. */
function versionOf({ data }: TaskEvent): number | undefined {
  const version = data['task_version'] ?? '';
  return /^\d{1,15}$/.test(version) ? Number(version) : undefined;
}

function timeOf({ moment }: TaskEvent): number {
  return moment?.at ?? 0;
}

const SECOND = 1000;

/**
 * Puts what happened in the order of time; what has no date comes last. What lies within one act stands
 * as it usually happens. What is known to the second only could be anywhere in it: there it follows what
 * usually precedes it. Things of one kind at equal times stand as they came.
 */
export function sortEvents(events: readonly TaskEvent[]): readonly TaskEvent[] {
  const seconds = new Map<number, { exact: TaskEvent[]; rough: TaskEvent[] }>();
  const of = (second: number) => {
    const known = seconds.get(second) ?? { exact: [], rough: [] };
    seconds.set(second, known);
    return known;
  };
  for (const { event, second } of withSeconds(sortByCause(events.filter(isExact)))) {
    of(second).exact.push(event);
  }
  for (const event of events) {
    if (!isExact(event)) of(secondOf(event)).rough.push(event);
  }
  return [...seconds]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { exact, rough }]) => merged(exact, rough));
}

/** The second that each belongs to. An act at the turn of one is not torn apart: it is of the earlier. */
function withSeconds(ordered: readonly TaskEvent[]) {
  let second = Infinity;
  return ordered
    .toReversed()
    .map((event) => {
      second = Math.min(second, secondOf(event));
      return { event, second };
    })
    .reverse();
}

function merged(exact: readonly TaskEvent[], rough: readonly TaskEvent[]): readonly TaskEvent[] {
  const lastOfRank = new Map(exact.map((event, index) => [rankOf(event), index]));
  const ordered: TaskEvent[] = [];
  let rank = 0;
  let taken = 0;
  for (const event of rough.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    let place = taken;
    for (; rank <= rankOf(event); rank += 1) {
      place = Math.max(place, (lastOfRank.get(rank) ?? -1) + 1);
    }
    for (; taken < place; taken += 1) ordered.push(...exact.slice(taken, taken + 1));
    ordered.push(event);
  }
  return [...ordered, ...exact.slice(taken)];
}

function isExact({ moment }: TaskEvent): boolean {
  return moment?.precision === 'ms';
}

function secondOf({ moment }: TaskEvent): number {
  return moment === undefined ? Infinity : Math.floor(moment.at / SECOND);
}

import type { AttributeChange } from '../history/attributeChange.ts';
import type { TaskEvent, Party, TaskEventKind } from '../history/taskEvent.ts';
import { TRANSACTION_MS } from '../history/eventOrder.ts';
import { phases, type PhaseSpan } from '../history/taskPhases.ts';
import { describeDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import type { ResourceReference, TaskReference } from '../resources/resourceReference.ts';
import type { Timestamp } from '../resources/timestamp.ts';
import type { DetailsContext } from './detailsContext.ts';
import { describeAuthor, describeTaskEvent, describeSpan, workerNames } from './describeEvent.ts';
import type { GrowingText } from './liveText.ts';
import { resourceLinkOf, type ResourceLink } from './resourceLink.ts';

/** What happened to a Task, oldest first, each event and each fact of a reservation once. */
export interface TimelineView {
  readonly rows: readonly TimelineRow[];
}

export type TimelineRow = TimelineEntry | TimelineInterval;

export interface TimelineEntry {
  readonly row: 'entry';
  /** Stays the same when the timeline is read again, and is that of no other row. */
  readonly id: string;
  readonly kind: TaskEventKind;
  /** Absent if it has no date that can be read: such entries stand last. */
  readonly moment?: Timestamp;
  /** Whether it happened at the moment of the entry before it. */
  readonly joins?: true;
  /** What happened: "Offered to Grace Okafor". */
  readonly words: string;
  /** What else is known of it, one line each, such as who did it and why. */
  readonly notes: readonly string[];
  /** What of the attributes it changed. */
  readonly change?: AttributeChangeView;
  /** What it is about, each SID once: Worker, reservation, TaskQueue, Workflow. */
  readonly links: readonly ResourceLink[];
  /** `event_type` as it came; absent for what only the dates of a reservation tell. */
  readonly type?: string;
  /** The event's own document. */
  readonly opens?: ResourceReference;
}

/** What of the attributes an event changed, in the reader's language. */
export type AttributeChangeView = Omit<AttributeChange, 'sentences'> & {
  readonly sentences: readonly string[];
};

/** A span of time. It stands behind the entries at its beginning; others can lie within. */
export interface TimelineInterval {
  readonly row: 'gap';
  /** As that of an entry. */
  readonly id: string;
  /** In a queue without a reservation; reserved and not accepted; accepted and not ended; wrap-up. */
  readonly kind: 'waiting' | 'offered' | 'talk' | 'wrapUp';
  /** In ms since the epoch. */
  readonly from: number;
  /** In ms since the epoch; absent while it lasts. */
  readonly to?: number;
  /** Its length so far, at least one second. */
  readonly seconds: number;
  /** "Waited for 9 min 12 s". */
  readonly words: string;
  /** The same, while it lasts. */
  readonly growing?: GrowingText;
}

/** Shorter intervals are the time that TaskRouter needs, and no waiting. */
const MIN_INTERVAL_MS = 1000;

type TimelineContext = Pick<DetailsContext, 'task' | 'localize'>;

/**
 * What happened to a Task as rows, with the spans between.
 *
 * @param history in its order
 * @param lastsUntil the present, in ms since the epoch, for a Task whose life goes on
 */
export function timeline(
  history: readonly TaskEvent[],
  context: TimelineContext,
  lastsUntil?: number,
): TimelineView {
  const intervals = new Map<number, TimelineInterval>();
  for (const span of phases(history)) {
    const interval = intervalOf(history, span, context, lastsUntil);
    if (interval !== undefined) intervals.set(indexBeforeInterval(history, span), interval);
  }
  const names = workerNames(history);
  const joining = joinedIndexes(history);
  return {
    rows: history.flatMap((event, index) => {
      const interval = intervals.get(index);
      const entry = entryOf(event, context, names);
      const shown = joining.has(index) ? { ...entry, joins: true as const } : entry;
      return interval === undefined ? [shown] : [shown, interval];
    }),
  };
}

/**
 * Which entries belong to the moment of the one before them: recorded events of one act lie some
 * milliseconds apart, and dates of reservations have no milliseconds.
 */
function joinedIndexes(history: readonly TaskEvent[]): ReadonlySet<number> {
  const joined = new Set<number>();
  let first: Timestamp | undefined;
  for (const [index, { moment }] of history.entries()) {
    const isSame = first !== undefined && moment !== undefined && isSameMoment(first, moment);
    if (isSame) joined.add(index);
    else first = moment;
  }
  return joined;
}

function isSameMoment(one: Timestamp, other: Timestamp): boolean {
  return one.precision === 'ms' && other.precision === 'ms'
    ? Math.abs(one.at - other.at) <= TRANSACTION_MS
    : Math.floor(one.at / 1000) === Math.floor(other.at / 1000);
}

function intervalOf(
  history: readonly TaskEvent[],
  { phase, begins, ends }: PhaseSpan,
  { localize }: TimelineContext,
  lastsUntil: number | undefined,
): TimelineInterval | undefined {
  const first = history[begins];
  const from = first?.moment?.at;
  const to = ends === undefined ? undefined : history[ends]?.moment?.at;
  const until = to ?? lastsUntil;
  if (first === undefined || from === undefined || until === undefined) return undefined;
  if (until - from < MIN_INTERVAL_MS) return undefined;
  const seconds = Math.floor((until - from) / 1000);
  return {
    row: 'gap',
    id: `${first.id}/${phase}`,
    kind: phase,
    from,
    ...(to !== undefined && { to }),
    seconds,
    words: localize(describeSpan(phase, describeDuration(seconds), to === undefined)),
    ...(to === undefined && {
      growing: { text: localize(describeSpan(phase, '{0}', true)), since: from },
    }),
  };
}

/** Events within a second of each other belong together, so the interval comes after all of them. */
function indexBeforeInterval(
  history: readonly TaskEvent[],
  { begins, ends = Infinity }: PhaseSpan,
): number {
  const from = history[begins]?.moment?.at ?? 0;
  let place = begins;
  for (;;) {
    const next = history[place + 1]?.moment?.at ?? Infinity;
    if (place + 1 >= ends || next - from >= MIN_INTERVAL_MS) return place;
    place += 1;
  }
}

function entryOf(
  event: TaskEvent,
  { task, localize }: TimelineContext,
  names: ReadonlyMap<string, string>,
): TimelineEntry {
  const { id, kind, moment, type, eventSid, change } = event;
  const opens =
    eventSid === undefined ? undefined : resourceLinkOf({ sid: eventSid, name: '' }, task).opens;
  return {
    row: 'entry',
    id,
    kind,
    ...(moment !== undefined && { moment }),
    words: localize(describeTaskEvent(event)),
    notes: notesOf(event, names).map(localize),
    ...(change !== undefined && {
      change: { ...change, sentences: change.sentences.map(localize) },
    }),
    links: linksOf(event, task, names),
    ...(eventSid !== undefined && type !== '' && { type }),
    ...(opens !== undefined && { opens }),
  };
}

/** Reasons, each in the field of some events. */
const REASONS = [
  'task_canceled_reason',
  'task_completed_reason',
  'task_re_evaluated_reason',
  'target_changed_reason',
  'transfer_failed_reason',
] as const;

const ENDS: readonly string[] = ['task.completed', 'task.canceled'];

function notesOf(event: TaskEvent, names: ReadonlyMap<string, string>): readonly MessageArgument[] {
  const { data, kind, type, description, change } = event;
  const reasons = REASONS.flatMap((field) => {
    const reason = data[field] ?? '';
    // Other events at the end and after it repeat its reason.
    const isRepeated = field.startsWith('task_c') && !ENDS.includes(type);
    return reason === '' || isRepeated ? [] : [message('Reason: {0}', reason)];
  });
  const code = data['reservation_reason_code'] ?? '';
  const filter = data['workflow_filter_name'] ?? data['workflow_filter_expression'] ?? '';
  const before = data['previous_task_priority'] ?? '';
  const after = data['task_priority'] ?? '';
  return [
    ...reasons,
    ...(code === '' ? [] : [message('Reason code: {0}', code)]),
    ...(kind === 'routed' && filter !== '' ? [message('Filter: {0}', filter)] : []),
    ...(before !== '' && after !== '' && before !== after
      ? [message('Priority changed from {0} to {1}', before, after)]
      : []),
    ...(kind === 'updated' || change !== undefined ? describeAuthor(event, names) : []),
    ...(kind === 'other' && type !== '' && description !== '' ? [description] : []),
  ];
}

function linksOf(
  { kind, parties }: TaskEvent,
  task: TaskReference,
  names: ReadonlyMap<string, string>,
): readonly ResourceLink[] {
  const { worker, reservation, queue, previousQueue, workflow } = parties;
  const actor = parties.actor && {
    sid: parties.actor.sid,
    name: names.get(parties.actor.sid.toLowerCase()) ?? '',
  };
  const own = (): readonly (Party | undefined)[] => {
    switch (kind) {
      case 'queued':
      case 'moved':
        return [queue, previousQueue, workflow];
      case 'created':
      case 'routed':
        return [workflow];
      case 'other':
        return [worker, reservation, queue, workflow, actor];
      case 'updated':
        // The Workspace that did something is that of the page.
        return actor?.sid.startsWith('WK') === true ? [actor] : [];
      case 'deleted':
        return [];
      case 'offered':
      case 'accepted':
      case 'rejected':
      case 'timedOut':
      case 'rescinded':
      case 'withdrawn':
      case 'failed':
      case 'transfer':
      case 'wrapping':
      case 'completed':
      case 'canceled':
        return [worker, reservation];
    }
  };
  const links = new Map<string, ResourceLink>();
  for (const party of own()) {
    if (party === undefined || party.sid === '' || party.sid === task.taskSid) continue;
    if (!links.has(party.sid)) links.set(party.sid, resourceLinkOf(party, task));
  }
  return [...links.values()];
}

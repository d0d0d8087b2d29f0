import { isJsonContainer } from '../json/jsonObject.ts';
import type { Presenter } from '../privacy/presenter.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';
import { attributeChange, type AttributeChange } from './attributeChange.ts';
import { TRANSACTION_MS, sortEvents } from './eventOrder.ts';
import { readEvent, eventsOfReservation } from './eventRows.ts';
import type { HistoryRows } from './historyRows.ts';
import { reservationKey, type TaskEvent } from './taskEvent.ts';

/** All that happened to a Task, each once, oldest first; what has no date comes last. */
export function readHistory(
  { events, reservations }: HistoryRows,
  present: Presenter,
): readonly TaskEvent[] {
  const told = oldestFirst(unique(events).map((row) => readEvent(row, present)));
  const known = new Set(told.map(eventKey));
  const untold = unique(reservations)
    .flatMap((row) => eventsOfReservation(row, present))
    .filter((event) => !known.has(eventKey(event)));
  return withAttributeChanges(sortEvents([...told, ...untold]), present);
}

function eventKey(event: TaskEvent): string {
  return `${reservationKey(event)}/${event.type}`;
}

/** Hex digits mean the same in either case. */
function unique(rows: readonly ListedResource[]): readonly ListedResource[] {
  const bySid = new Map(rows.toReversed().map((row) => [row.sid.toLowerCase(), row]));
  return [...bySid.values()].toReversed();
}

/** Which events came first tells their order where their times do not: the API has the newest first. */
function oldestFirst(events: readonly TaskEvent[]): readonly TaskEvent[] {
  const times = events.flatMap(({ moment }) => moment?.at ?? []);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return first < last ? events : events.toReversed();
}

/** Characters of all changes that a page is sent: what comes after them is named, and not shown. */
const MAX_CHANGE_CHARS = 200_000;

/**
 * Tells with each event which attributes it found changed since the event before, at the one that
 * changed them where that is recorded.
 *
 * @param history in its order
 */
function withAttributeChanges(
  history: readonly TaskEvent[],
  present: Presenter,
): readonly TaskEvent[] {
  const changes = new Map<number, AttributeChange>();
  let known: string | undefined;
  let room = MAX_CHANGE_CHARS;
  for (const [index, { attributes }] of history.entries()) {
    if (attributes === undefined) continue;
    const before = known;
    // What is redacted says nothing, and what came before it is not what was there then.
    known = mayBeAttributes(attributes) ? attributes : undefined;
    if (before === undefined || known === undefined || before === known) continue;
    const place = indexOfUpdate(history, index);
    if (isEmpty(before) && history[place]?.type !== 'task.updated') continue;
    const change = attributeChange(before, known, present);
    if (change === undefined) continue;
    const shown = fitted(change, room);
    room -= sizeOf(shown);
    changes.set(place, shown);
  }
  if (changes.size === 0) return history;
  return history.map((event, index) => {
    const change = changes.get(index);
    return change === undefined ? event : { ...event, change };
  });
}

/** Attributes hold an object, even those that are no JSON; a word in its place says that they are redacted. */
function mayBeAttributes(text: string): boolean {
  return /^\s*[{[]/.test(text);
}

/** As good as none: attributes may be redacted to that, so that only an update says that some came. */
function isEmpty(text: string): boolean {
  return /^\s*(?:\{\s*\}|\[\s*\])\s*$/.test(text) && isJsonContainer(text);
}

/**
 * Which event changed the attributes that one was the first to have: all events of an act have those of
 * its end, but it is `task.updated` that says who changed them.
 */
function indexOfUpdate(history: readonly TaskEvent[], index: number): number {
  const first = history[index];
  if (first?.type === 'task.updated') return index;
  const from = first?.moment?.at;
  for (let place = index + 1; from !== undefined && place < history.length; place++) {
    const later = history[place];
    if (later?.moment === undefined || later.moment.at - from > TRANSACTION_MS) break;
    if (later.type === 'task.updated' && later.attributes === first?.attributes) return place;
  }
  return index;
}

function fitted(change: AttributeChange, room: number): AttributeChange {
  if (sizeOf(change) <= room) return change;
  return { ...change, members: [], more: change.members.length + change.more };
}

function sizeOf({ members: places }: AttributeChange): number {
  return places.reduce(
    (sum, { path, before, after }) =>
      sum + path.length + (before?.shown.length ?? 0) + (after?.shown.length ?? 0),
    0,
  );
}

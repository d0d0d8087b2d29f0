import type { ListedResource } from '../taskrouter/listPage.ts';
import { withAttributeChanges } from './attributeChanges.ts';
import type { Happening } from './happening.ts';
import { inOrder } from './inOrder.ts';
import { readEvent } from './readEvent.ts';
import { readReservation } from './readReservation.ts';
import { reservationKey } from './reservationKey.ts';

/** What was read about a Task besides itself, in any order; rows may stand twice. */
export interface HistoryRows {
  readonly events: readonly ListedResource[];
  readonly reservations: readonly ListedResource[];
  /** Whether there are more, which are older. */
  readonly isCut?: boolean;
}

/** All that happened to a Task, each once, oldest first; what has no date comes last. */
export function readHistory(
  { events, reservations }: HistoryRows,
  masked: boolean,
): readonly Happening[] {
  const told = oldestFirst(unique(events).map((row) => readEvent(row, masked)));
  const known = new Set(told.map(keyOf));
  const untold = unique(reservations)
    .flatMap((row) => readReservation(row, masked))
    .filter((happening) => !known.has(keyOf(happening)));
  return withAttributeChanges(inOrder([...told, ...untold]), masked);
}

function keyOf(happening: Happening): string {
  return `${reservationKey(happening)}/${happening.type}`;
}

/** Hex digits mean the same in either case. */
function unique(rows: readonly ListedResource[]): readonly ListedResource[] {
  const bySid = new Map(rows.toReversed().map((row) => [row.sid.toLowerCase(), row]));
  return [...bySid.values()].toReversed();
}

/** Which events came first tells their order where their times do not: the API has the newest first. */
function oldestFirst(events: readonly Happening[]): readonly Happening[] {
  const times = events.flatMap(({ moment }) => moment?.at ?? []);
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  return first < last ? events : events.toReversed();
}

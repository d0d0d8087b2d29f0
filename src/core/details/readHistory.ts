import type { ListedResource } from '../lists/resourcePage.ts';
import type { Happening } from './happening.ts';
import { happeningKinds } from './happeningKinds.ts';
import { readEvent } from './readEvent.ts';
import { readReservation } from './readReservation.ts';

/** What was read about a Task besides itself, in any order; rows may stand twice. */
export interface HistoryRows {
  readonly events: readonly ListedResource[];
  readonly reservations: readonly ListedResource[];
}

/** All that happened to a Task, each once, oldest first; what has no date comes last. */
export function readHistory(
  { events, reservations }: HistoryRows,
  masked: boolean,
): readonly Happening[] {
  const told = unique(events).map((row) => readEvent(row, masked));
  const known = new Set(told.map(({ type, parties }) => `${parties.reservation?.sid}/${type}`));
  const untold = unique(reservations)
    .flatMap((row) => readReservation(row, masked))
    .filter(({ type, parties }) => !known.has(`${parties.reservation?.sid}/${type}`));
  const offers = new Map(
    told.flatMap(({ type, parties, moment }) =>
      type === 'reservation.created' && moment !== undefined
        ? [[parties.reservation?.sid, moment.at] as const]
        : [],
    ),
  );
  return [...told, ...untold]
    .map((happening, index) => ({
      happening,
      index,
      time: timeOf(happening, offers.get(happening.parties.reservation?.sid)),
      rank: RANKS.get(happening.type) ?? RANKS.size,
    }))
    .toSorted(
      (one, other) => one.time - other.time || one.rank - other.rank || one.index - other.index,
    )
    .map(({ happening }) => happening);
}

function unique(rows: readonly ListedResource[]): readonly ListedResource[] {
  const bySid = new Map(rows.toReversed().map((row) => [row.sid.toLowerCase(), row]));
  return [...bySid.values()].toReversed();
}

/**
 * A number that sorts. A date without its milliseconds is not put before the offer that it answers,
 * if that was in the same second.
 */
function timeOf({ moment, eventSid }: Happening, offered = -Infinity): number {
  // The difference of two infinite numbers would be none.
  if (moment === undefined) return Number.MAX_SAFE_INTEGER;
  const isSameSecond = eventSid === undefined && Math.abs(offered - moment.at) < 1000;
  return isSameSecond ? Math.max(moment.at, offered) : moment.at;
}

const RANKS = new Map([...happeningKinds.keys()].map((type, index) => [type, index]));

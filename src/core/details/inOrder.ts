import { inCausalOrder, rankOf } from './actOrder.ts';
import type { Happening } from './happening.ts';

const SECOND = 1000;

/**
 * Puts what happened in the order of time; what has no date comes last. What lies within one act stands
 * as it usually happens. What is known to the second only could be anywhere in it: there it follows what
 * usually precedes it. Things of one kind at equal times stand as they came.
 */
export function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  const seconds = new Map<number, { exact: Happening[]; rough: Happening[] }>();
  const of = (second: number) => {
    const known = seconds.get(second) ?? { exact: [], rough: [] };
    seconds.set(second, known);
    return known;
  };
  for (const { happening, second } of withSeconds(inCausalOrder(happenings.filter(isExact)))) {
    of(second).exact.push(happening);
  }
  for (const happening of happenings) {
    if (!isExact(happening)) of(secondOf(happening)).rough.push(happening);
  }
  return [...seconds]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { exact, rough }]) => merged(exact, rough));
}

/** The second that each belongs to. An act at the turn of one is not torn apart: it is of the earlier. */
function withSeconds(ordered: readonly Happening[]) {
  let second = Infinity;
  return ordered
    .toReversed()
    .map((happening) => {
      second = Math.min(second, secondOf(happening));
      return { happening, second };
    })
    .reverse();
}

function merged(exact: readonly Happening[], rough: readonly Happening[]): readonly Happening[] {
  const lastOfRank = new Map(exact.map((happening, index) => [rankOf(happening), index]));
  const ordered: Happening[] = [];
  let rank = 0;
  let taken = 0;
  for (const happening of rough.toSorted((one, other) => rankOf(one) - rankOf(other))) {
    let place = taken;
    for (; rank <= rankOf(happening); rank += 1) {
      place = Math.max(place, (lastOfRank.get(rank) ?? -1) + 1);
    }
    for (; taken < place; taken += 1) ordered.push(...exact.slice(taken, taken + 1));
    ordered.push(happening);
  }
  return [...ordered, ...exact.slice(taken)];
}

function isExact({ moment }: Happening): boolean {
  return moment?.precision === 'ms';
}

function secondOf({ moment }: Happening): number {
  return moment === undefined ? Infinity : Math.floor(moment.at / SECOND);
}

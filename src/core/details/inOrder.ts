import type { Happening } from './happening.ts';
import { happeningKinds } from './happeningKinds.ts';

const SECOND = 1000;
const RANKS = new Map([...happeningKinds.keys()].map((type, index) => [type, index]));

/**
 * Puts what happened in the order of time; what has no date comes last. What is known to the second
 * only could be anywhere in it: there it follows what usually precedes it. Things at equal times stand
 * as they usually happen, and those of one kind as they came.
 */
export function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  const seconds = new Map<number, Happening[]>();
  for (const happening of happenings) {
    const { moment } = happening;
    const second = moment === undefined ? Infinity : Math.floor(moment.at / SECOND);
    const same = seconds.get(second) ?? [];
    same.push(happening);
    seconds.set(second, same);
  }
  return [...seconds]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, same]) => ofOneSecond(same));
}

function ofOneSecond(happenings: readonly Happening[]): readonly Happening[] {
  const exact = happenings
    .filter(isExact)
    .toSorted((one, other) => timeOf(one) - timeOf(other) || rankOf(one) - rankOf(other));
  const rough = happenings
    .filter((happening) => !isExact(happening))
    .toSorted((one, other) => rankOf(one) - rankOf(other));
  const lastOfRank = new Map(exact.map((happening, index) => [rankOf(happening), index]));

  const ordered: Happening[] = [];
  let rank = 0;
  let taken = 0;
  for (const happening of rough) {
    let place = taken;
    for (; rank <= rankOf(happening); rank += 1) {
      place = Math.max(place, (lastOfRank.get(rank) ?? -1) + 1);
    }
    for (const one of exact.slice(taken, place)) ordered.push(one);
    ordered.push(happening);
    taken = place;
  }
  return [...ordered, ...exact.slice(taken)];
}

function isExact({ moment }: Happening): boolean {
  return moment?.precision === 'ms';
}

function timeOf({ moment }: Happening): number {
  return moment?.at ?? 0;
}

function rankOf({ type }: Happening): number {
  return RANKS.get(type) ?? RANKS.size;
}

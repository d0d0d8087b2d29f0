import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';
import type { ResourceAnswer } from '../taskrouter/resourceAnswer.ts';
import { isSameButAge } from './fetchDifference.ts';

/** An answer with the time of its fetch. */
export interface FetchedTask extends ResourceAnswer {
  /** When the answer was complete, by this machine's clock, in ms since the epoch. */
  readonly fetchedAt: number;
}

/** One of several fetches of a Task. */
export interface NumberedFetch extends FetchedTask {
  /** Counts the fetches of this Task in this window, starting at 1 or after the skipped numbers. */
  readonly number: number;
}

/** How many fetches of one Task are kept. */
const MAX_FETCHES_PER_TASK = 20;

/** The highest number that the URI of a document can reserve, so that higher ones remain. */
const MAX_SKIPPED_NUMBER = 1_000_000;

/** Limits the memory for many Tasks with many fetches each. */
const MAX_TOTAL_CHARS = 20_000_000;

interface KeptFetches {
  readonly task: ProfiledTask;
  readonly fetches: readonly NumberedFetch[];
  /** The numbers of fetches that differ from the one before only in the Task's age. */
  readonly repeats: ReadonlySet<number>;
}

/**
 * The last fetches of each Task, in memory only, for comparing them. Of a Task that is watched, most
 * fetches bring nothing but another age: these are dropped first.
 */
export class FetchHistory {
  /** The Task that was fetched last is last. */
  readonly #tasks = new Map<string, KeptFetches>();
  /** The last number of each Task; never deleted, as the URIs of open documents contain it. */
  readonly #numbers = new Map<string, number>();
  #characters = 0;

  add({ profileId, workspaceSid, taskSid }: ProfiledTask, fetched: FetchedTask): void {
    const task = { profileId, workspaceSid, taskSid };
    const key = taskKey(task);
    const number = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, number);
    const known = this.#tasks.get(key);
    const previous = known?.fetches.at(-1);
    const isRepeat = previous !== undefined && isSameButAge(previous, fetched);
    const repeats = new Set([...(known?.repeats ?? []), ...(isRepeat ? [number] : [])]);
    const latest = withoutLeast([...(known?.fetches ?? []), { ...fetched, number }], repeats);
    const fetches = latest.slice(firstToKeep(latest));
    const kept = new Set(fetches.filter((one) => repeats.has(one.number)).map(numberOf));
    this.#drop(key);
    this.#tasks.set(key, { task, fetches, repeats: kept });
    this.#characters += sizeOf(fetches);
    // Deleting from a map while iterating over it is safe, and copying its keys on each fetch is slow.
    for (const oldest of this.#tasks.keys()) {
      if (this.#characters <= MAX_TOTAL_CHARS || oldest === key) return;
      this.#drop(oldest);
    }
  }

  /** Reserves the numbers up to this one, as the URI of a document of an earlier session can contain it. */
  skip(task: ProfiledTask, number: number): void {
    const key = taskKey(task);
    if (number > MAX_SKIPPED_NUMBER || number <= (this.#numbers.get(key) ?? 0)) return;
    this.#numbers.set(key, number);
  }

  /** The fetches of a Task, the latest last. */
  get(task: ProfiledTask): readonly NumberedFetch[] {
    return this.#tasks.get(taskKey(task))?.fetches ?? [];
  }

  /** The latest fetch of each Task that a profile fetched. */
  latest(profileId: string) {
    return [...this.#tasks.values()].flatMap(({ task, fetches }) => {
      const fetched = task.profileId === profileId ? fetches.at(-1) : undefined;
      return fetched === undefined ? [] : [{ resource: task, fetched }];
    });
  }

  /** Drops the fetches of a removed profile and returns their Tasks. */
  deleteProfile(profileId: string): readonly ProfiledTask[] {
    const tasks = [...this.#tasks.values()]
      .map(({ task }) => task)
      .filter((task) => task.profileId === profileId);
    for (const task of tasks) this.#drop(taskKey(task));
    return tasks;
  }

  #drop(key: string): void {
    const dropped = this.#tasks.get(key);
    if (dropped === undefined) return;
    this.#tasks.delete(key);
    this.#characters -= sizeOf(dropped.fetches);
  }
}

function sizeOf(fetches: readonly NumberedFetch[]): number {
  return fetches.reduce((sum, { text }) => sum + text.length, 0);
}

/** The index of the first fetch to keep within the limit; the last one is always kept. */
function firstToKeep(fetches: readonly NumberedFetch[]): number {
  let size = sizeOf(fetches);
  let first = 0;
  for (const { text } of fetches.slice(0, -1)) {
    if (size <= MAX_TOTAL_CHARS) break;
    size -= text.length;
    first++;
  }
  return first;
}

/**
 * Drops one fetch if there are too many: one between two that are like it, else the latter of two, else the
 * oldest. The latest stays.
 */
function withoutLeast(
  fetches: readonly NumberedFetch[],
  repeats: ReadonlySet<number>,
): readonly NumberedFetch[] {
  if (fetches.length <= MAX_FETCHES_PER_TASK) return fetches;
  const isRepeat = (index: number) => repeats.has(fetches[index]?.number ?? 0);
  const isBefore = (index: number) => index < fetches.length - 1;
  const between = fetches.findIndex((_, at) => isBefore(at) && isRepeat(at) && isRepeat(at + 1));
  const repeat = fetches.findIndex((_, at) => isBefore(at) && isRepeat(at));
  return fetches.toSpliced(between >= 0 ? between : Math.max(0, repeat), 1);
}

function numberOf({ number }: NumberedFetch): number {
  return number;
}

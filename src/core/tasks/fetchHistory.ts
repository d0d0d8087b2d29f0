import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';
import type { ResourceAnswer } from '../taskrouter/resourceAnswer.ts';

/** What a fetch brought. */
export interface FetchedTask extends ResourceAnswer {
  /** When the answer was complete by this machine's clock, in ms since the epoch. */
  readonly fetchedAt: number;
}

/** What one of several fetches of a Task brought. */
export interface NumberedFetch extends FetchedTask {
  /** In the order of the fetches of this Task in this window, from 1 or after those that were skipped. */
  readonly number: number;
}

/** Fetches of one Task that are kept. */
const MAX_FETCHES_PER_TASK = 20;

/** The highest number that an address may keep from being given: there are to be higher ones. */
const MAX_SKIPPED_NUMBER = 1_000_000;

/** Characters of all that is kept: somebody may fetch many Tasks, and each many times. */
const MAX_TOTAL_CHARS = 20_000_000;

interface KeptFetches {
  readonly task: ProfiledTask;
  readonly fetches: readonly NumberedFetch[];
}

/** The last fetches of each Task, in memory only, to be compared with each other. */
export class FetchHistory {
  /** The Task that was fetched last comes last. */
  readonly #tasks = new Map<string, KeptFetches>();
  /** The last number of each Task; never forgotten, as an open document is named by it. */
  readonly #numbers = new Map<string, number>();
  #characters = 0;

  add({ profileId, workspaceSid, taskSid }: ProfiledTask, fetched: FetchedTask): void {
    const task = { profileId, workspaceSid, taskSid };
    const key = taskKey(task);
    const number = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, number);
    const latest = [...this.get(task), { ...fetched, number }].slice(-MAX_FETCHES_PER_TASK);
    const fetches = latest.slice(firstThatFits(latest));
    this.#drop(key);
    this.#tasks.set(key, { task, fetches });
    this.#characters += sizeOf(fetches);
    // A map may lose keys while it is gone through; to copy them all for each fetch took longer than it.
    for (const oldest of this.#tasks.keys()) {
      if (this.#characters <= MAX_TOTAL_CHARS || oldest === key) return;
      this.#drop(oldest);
    }
  }

  /** Gives no number up to this one: a document of an earlier session may be named by it. */
  skip(task: ProfiledTask, number: number): void {
    const key = taskKey(task);
    if (number > MAX_SKIPPED_NUMBER || number <= (this.#numbers.get(key) ?? 0)) return;
    this.#numbers.set(key, number);
  }

  /** What is kept of a Task, the latest fetch last. */
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

  /** Lets go of what a profile fetched that was removed; the result is of which Tasks. */
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

/** From which on there is room for all; for the last one there is in any case. */
function firstThatFits(fetches: readonly NumberedFetch[]): number {
  let size = sizeOf(fetches);
  let first = 0;
  for (const { text } of fetches.slice(0, -1)) {
    if (size <= MAX_TOTAL_CHARS) break;
    size -= text.length;
    first++;
  }
  return first;
}

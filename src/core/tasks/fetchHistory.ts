import { resourceKey } from './profiledResource.ts';
import type { ProfiledTask } from './profiledTask.ts';
import type { FetchedTask } from './taskStore.ts';

/** What one of several fetches of a Task brought. */
export interface NumberedFetch extends FetchedTask {
  /** From 1, in the order of the fetches of this Task in this window. */
  readonly number: number;
}

/** Fetches of one Task that are kept. */
const MOST_OF_ONE = 20;

/** Characters of all that is kept: somebody may fetch many Tasks, and each many times. */
const MOST_CHARACTERS = 20_000_000;

/** The last fetches of each Task, in memory only, to be compared with each other. */
export class FetchHistory {
  /** The Task that was fetched last comes last. */
  readonly #tasks = new Map<string, { readonly profileId: string; fetches: NumberedFetch[] }>();
  #characters = 0;

  add(task: ProfiledTask, { text, fetchedAt }: FetchedTask): void {
    const key = keyOf(task);
    const { profileId } = task;
    const { fetches } = this.#tasks.get(key) ?? { fetches: [] };
    const number = (fetches.at(-1)?.number ?? 0) + 1;
    const kept = [...fetches, { text, fetchedAt, number }].slice(-MOST_OF_ONE);
    this.#drop(key);
    this.#tasks.set(key, { profileId, fetches: kept });
    this.#characters += sizeOf(kept);
    for (const oldest of [...this.#tasks.keys()]) {
      if (this.#characters <= MOST_CHARACTERS || oldest === key) return;
      this.#drop(oldest);
    }
  }

  /** What is kept of a Task, the latest fetch last. */
  get(task: ProfiledTask): readonly NumberedFetch[] {
    return this.#tasks.get(keyOf(task))?.fetches ?? [];
  }

  /** Lets go of what a profile fetched that was removed. */
  deleteProfile(profileId: string): void {
    for (const [key, one] of [...this.#tasks]) if (one.profileId === profileId) this.#drop(key);
  }

  #drop(key: string): void {
    const dropped = this.#tasks.get(key);
    if (dropped === undefined) return;
    this.#tasks.delete(key);
    this.#characters -= sizeOf(dropped.fetches);
  }
}

function keyOf({ profileId, workspaceSid, taskSid }: ProfiledTask): string {
  return resourceKey({ profileId, workspaceSid, taskSid });
}

function sizeOf(fetches: readonly NumberedFetch[]): number {
  return fetches.reduce((sum, { text }) => sum + text.length, 0);
}

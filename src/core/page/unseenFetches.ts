import type { FetchedTask } from '../tasks/fetchHistory.ts';

/** A watched Task can change many times while the user is away from the desk. */
const MAX_KEPT = 20;

/**
 * The fetches of a Task since the user last saw it, so that a change stays marked while later fetches
 * bring nothing new. Fetches that differ in nothing but the age count as one.
 */
export class UnseenFetches {
  #kept: FetchedTask[] = [];

  /** The oldest first: the one that the user saw, then each that differs from the one before it. */
  get all(): readonly FetchedTask[] {
    return this.#kept;
  }

  add(fetched: FetchedTask): void {
    const last = this.#kept.at(-1);
    if (last === fetched) return;
    if (last !== undefined && isSameVersion(last, fetched)) {
      // The first keeps its time, since which everything else is shown as changed.
      if (this.#kept.length > 1) this.#kept.splice(-1, 1, fetched);
      return;
    }
    this.#kept.push(fetched);
    // Not the first one, which says what everything was before.
    if (this.#kept.length > MAX_KEPT) this.#kept.splice(1, 1);
  }

  /** The user has seen the latest one. */
  see(): void {
    this.#kept = this.#kept.slice(-1);
  }
}

/** TaskRouter's only field that differs in each answer. Quotes inside attributes are escaped. */
const AGE = /"age"\s*:\s*\d+/;

function isSameVersion(one: FetchedTask, other: FetchedTask): boolean {
  return one.etag === other.etag && one.text.replace(AGE, '') === other.text.replace(AGE, '');
}

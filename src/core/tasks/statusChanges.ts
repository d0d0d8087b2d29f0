import { resourceKey, type ProfiledTask } from '../resources/resourceReference.ts';

/** A change of a Task's `assignment_status`. */
export interface StatusChange {
  readonly task: ProfiledTask;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Notices when the status of a watched Task changes, from its fetches. */
export class StatusChanges {
  readonly #known = new Map<string, string | undefined>();
  #latest: StatusChange | undefined;

  /** The last change of any Task that is still followed. */
  get latest(): StatusChange | undefined {
    return this.#latest;
  }

  /** Takes the status of a fetch. The first one of a Task is no change. */
  add(task: ProfiledTask, after: string | undefined): void {
    const key = resourceKey(task);
    const before = this.#known.get(key);
    if (this.#known.has(key) && before !== after) this.#latest = { task, before, after };
    this.#known.set(key, after);
  }

  /** Forgets a Task that is no longer followed. */
  delete(task: ProfiledTask): void {
    const key = resourceKey(task);
    this.#known.delete(key);
    if (this.#latest !== undefined && resourceKey(this.#latest.task) === key) {
      this.#latest = undefined;
    }
  }
}

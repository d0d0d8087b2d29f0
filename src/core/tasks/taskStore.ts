import { failureOf } from '../failures/failureOf.ts';
import type { Failure } from '../failures/taskRouterFailure.ts';
import { Listeners } from '../listeners.ts';
import type { Connections } from '../profiles/connections.ts';
import { taskKey, type ProfiledTask } from './profiledTask.ts';
import { SharedRequest } from './sharedRequest.ts';

/** What a fetch brought. */
export interface FetchedTask {
  /** The body of the answer, to the letter. */
  readonly text: string;
  /** When the answer was complete, in ms since the epoch. */
  readonly fetchedAt: number;
}

/** What is known of a Task under a profile. Replaced as a whole, never changed. */
export interface TaskRecord {
  /** The last good answer. */
  readonly fetched?: FetchedTask;
  /** Why the latest attempt failed; absent once one succeeds. */
  readonly failure?: Failure;
  readonly failedAt?: number;
  /** Whether a request is under way. */
  readonly fetching: boolean;
}

/**
 * All Tasks that were fetched in this window, in memory only. A Task has at most one request under
 * way for each profile; who asks meanwhile joins it. Failures are told to whoever waits and noted
 * for the document, but the next fetch asks again.
 */
export class TaskStore {
  readonly #connections: Connections;
  readonly #now: () => number;
  readonly #records = new Map<string, { task: ProfiledTask; record: TaskRecord }>();
  readonly #requests = new Map<string, SharedRequest<FetchedTask>>();
  readonly #changed = new Listeners<ProfiledTask>();

  /** @param now the time in ms since the epoch */
  constructor(connections: Connections, now: () => number = Date.now) {
    this.#connections = connections;
    this.#now = now;
  }

  get(task: ProfiledTask): TaskRecord | undefined {
    return this.#records.get(taskKey(task))?.record;
  }

  /** Lets go of a Task that nobody looks at any more, unless somebody waits for it. */
  forget(task: ProfiledTask): void {
    const key = taskKey(task);
    if (this.#requests.get(key)?.abandoned === false) return;
    this.#requests.delete(key);
    this.#records.delete(key);
  }

  /** Lets go of all that a profile brought which was removed, and says so in its place. */
  dropProfile(profileId: string): void {
    for (const { task } of [...this.#records.values()]) {
      if (task.profileId !== profileId) continue;
      this.#records.delete(taskKey(task));
      const failure = { kind: 'unknownProfile', profileId } as const;
      this.#update(task, { failure, failedAt: this.#now() });
    }
  }

  /** Calls back whenever the record of a Task was replaced. */
  onDidChange(listener: (task: ProfiledTask) => void): { dispose(): void } {
    return this.#changed.add(listener);
  }

  /**
   * Asks TaskRouter for a Task, or joins the request that does. The request is cut when all who
   * wait for it have aborted.
   *
   * @throws TaskRouterFailure if the request fails, `signal.reason` once the signal is aborted.
   */
  async fetch(task: ProfiledTask, signal: AbortSignal): Promise<FetchedTask> {
    signal.throwIfAborted();
    const key = taskKey(task);
    let request = this.#requests.get(key);
    if (request === undefined || request.abandoned) {
      request = new SharedRequest((shared) => this.#request(task, shared));
      this.#requests.set(key, request);
      this.#update(task, { fetching: true });
    }
    return request.join(signal);
  }

  /** Settles only after the record is up to date, so that who waited finds it so. */
  async #request(task: ProfiledTask, signal: AbortSignal): Promise<FetchedTask> {
    try {
      const { source, revoked } = await this.#connections.open(task.profileId);
      signal.throwIfAborted();
      const { text } = await source.fetchTask(task, signal);
      signal.throwIfAborted();
      // What a removed profile was still answered is not kept.
      revoked.throwIfAborted();
      const fetched = { text, fetchedAt: this.#now() };
      this.#finish(task, { fetched });
      return fetched;
    } catch (error) {
      // Where everybody has left, another request may be under way by now: the record is its own.
      const current = this.#requests.get(taskKey(task));
      if (!signal.aborted || current?.abandoned === true) {
        const failure = signal.aborted ? undefined : failureOf(error);
        this.#finish(task, failure === undefined ? {} : { failure, failedAt: this.#now() });
      }
      throw error;
    }
  }

  #finish(task: ProfiledTask, outcome: Partial<TaskRecord>): void {
    this.#requests.delete(taskKey(task));
    this.#update(task, { ...outcome, fetching: false });
  }

  #update(task: ProfiledTask, change: Partial<TaskRecord>): void {
    const previous = this.get(task);
    const kept = change.fetched === undefined ? previous : undefined;
    this.#records.set(taskKey(task), { task, record: { ...kept, fetching: false, ...change } });
    this.#changed.fire(task);
  }
}

import { Listeners } from '../base/listeners.ts';
import { resourceKey, type ProfiledTask } from '../resources/resourceReference.ts';
import { isTaskOver } from '../resources/taskStatus.ts';
import { asFailure, type Failure } from '../taskrouter/failure.ts';
import { summarizeTask } from '../taskrouter/taskSummary.ts';
import type { TaskStore } from './taskStore.ts';
import type { WatchedTasks } from './watchedTasks.ts';

export interface TaskWatcherOptions {
  readonly store: Pick<TaskStore, 'fetchTransient'>;
  readonly watched: WatchedTasks;
  /** 5 to 3600; read before each wait. */
  readonly intervalSeconds: () => number;
  /** Whether the Task is visible; it is fetched only then. */
  readonly isShown: (task: ProfiledTask) => boolean;
  /** Whether its document is open, visible or not, so that the answer is kept. */
  readonly isOpen: (task: ProfiledTask) => boolean;
  /** Waits, and resolves early if the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Fetches each watched Task repeatedly until it is completed, canceled or deleted, or the user stops watching
 * it. Pauses while the Task is not visible. Answers and failures go to the store, as with any fetch.
 */
export class TaskWatcher {
  readonly #options: TaskWatcherOptions;
  readonly #stops = new Map<string, AbortController>();
  readonly #resumed = new Listeners<void>();

  constructor(options: TaskWatcherOptions) {
    this.#options = options;
  }

  /** Starts to watch a Task, and fetches it at once. */
  watch(task: ProfiledTask): void {
    const { watched } = this.#options;
    if (watched.isWatched(task)) return;
    const stop = new AbortController();
    this.#stops.set(resourceKey(task), stop);
    watched.set(task, { kind: 'watching' });
    void this.#poll(task, stop.signal);
  }

  unwatch(task: ProfiledTask): void {
    this.#stop(task);
    this.#options.watched.set(task, undefined);
  }

  /** Checks again which of the paused Tasks are visible. */
  resume(): void {
    this.#resumed.fire();
  }

  /** Stops watching the Tasks of a removed profile. */
  dropProfile(profileId: string): void {
    for (const task of this.#options.watched.list) {
      if (task.profileId === profileId) this.unwatch(task);
    }
  }

  dispose(): void {
    for (const task of this.#options.watched.list) this.unwatch(task);
  }

  async #poll(task: ProfiledTask, signal: AbortSignal): Promise<void> {
    const { intervalSeconds, isShown, pause } = this.#options;
    const isStopped = () => signal.aborted;
    let failures = 0;
    while (!isStopped()) {
      const failure = await this.#fetch(task, signal);
      failures = failure === undefined ? 0 : failures + 1;
      if (isStopped()) return;
      await pause(pollDelay(intervalSeconds(), failures, failure) * 1000, signal);
      while (!isStopped() && !isShown(task)) await this.#whenShown(signal);
    }
  }

  /** Returns why the attempt failed, if it did. Stops watching if nothing more can happen to the Task. */
  async #fetch(task: ProfiledTask, signal: AbortSignal): Promise<Failure | undefined> {
    const { store, watched, isOpen } = this.#options;
    try {
      const { text } = await store.fetchTransient(task, signal, () => isOpen(task));
      const { status } = summarizeTask(text);
      if (isTaskOver(status) && !signal.aborted) {
        this.#stop(task);
        watched.set(task, { kind: 'ended' });
      }
      return undefined;
    } catch (error) {
      const failure = asFailure(error);
      if (signal.aborted) return undefined;
      if (failure?.kind === 'notFound') {
        this.#stop(task);
        watched.set(task, { kind: 'deleted' });
      } else if (failure === undefined || isProfileChanged(failure)) this.unwatch(task);
      return failure;
    }
  }

  #stop(task: ProfiledTask): void {
    const key = resourceKey(task);
    this.#stops.get(key)?.abort();
    this.#stops.delete(key);
  }

  /** Waits for the next `resume`, separately for each Task: stopping one does not affect the others. */
  #whenShown(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        registration.dispose();
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const registration = this.#resumed.add(finish);
      signal.addEventListener('abort', finish);
    });
  }
}

/** Whether the profile was removed, or has another account or host than when watching started. */
function isProfileChanged({ kind }: Failure): boolean {
  return kind === 'unknownProfile' || kind === 'profileMoved';
}

/** The maximum wait after repeated failures. */
const MAX_BACKOFF_SECONDS = 300;

/** The maximum wait that a server can request with `Retry-After`; longer ones would overflow a timer. */
const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/**
 * The seconds before the next fetch of a watched Task: the interval, doubled with each consecutive failure,
 * and at least what TaskRouter's `Retry-After` requests.
 *
 * @param failures the number of consecutive failures
 * @param failure the latest one
 */
export function pollDelay(
  intervalSeconds: number,
  failures: number,
  failure: Failure | undefined,
): number {
  const backedOff = Math.min(
    intervalSeconds * 2 ** failures,
    Math.max(MAX_BACKOFF_SECONDS, intervalSeconds),
  );
  const requested =
    failure?.kind === 'rateLimited' || failure?.kind === 'server'
      ? (failure.retryAfterSeconds ?? 0)
      : 0;
  return Math.max(backedOff, Math.min(requested, MAX_RETRY_AFTER_SECONDS));
}

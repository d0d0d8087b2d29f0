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
  /** Read before each wait; 5 to 3600. */
  readonly intervalSeconds: () => number;
  /** Whether somebody can see the Task: only then is it asked for. */
  readonly isShown: (task: ProfiledTask) => boolean;
  /** Whether its document is open, in sight or not, so that what was fetched is of use. */
  readonly isOpen: (task: ProfiledTask) => boolean;
  /** Waits; settles at once when the signal aborts. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Fetches Tasks again and again, each by itself, until it has ended, is gone, or nobody wants it any
 * more. One that nobody sees rests until it is shown again. What an attempt brings, or why it fails,
 * is told by the store as that of any fetch.
 */
export class TaskWatcher {
  readonly #options: TaskWatcherOptions;
  readonly #stops = new Map<string, AbortController>();
  readonly #looks = new Listeners<void>();

  constructor(options: TaskWatcherOptions) {
    this.#options = options;
  }

  /** Watches a Task from now on: the first fetch is at once. */
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

  /** Lets Tasks be asked for again that rested because nobody saw them. */
  resume(): void {
    this.#looks.fire();
  }

  /** Lets go of the Tasks of a profile that was removed. */
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
      const failure = await this.#ask(task, signal);
      failures = failure === undefined ? 0 : failures + 1;
      if (isStopped()) return;
      await pause(pollDelay(intervalSeconds(), failures, failure) * 1000, signal);
      while (!isStopped() && !isShown(task)) await this.#whenShown(signal);
    }
  }

  /** Why an attempt failed; stops if it brought the last there is to know. */
  async #ask(task: ProfiledTask, signal: AbortSignal): Promise<Failure | undefined> {
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
      } else if (failure === undefined || isOver(failure)) this.unwatch(task);
      return failure;
    }
  }

  #stop(task: ProfiledTask): void {
    const key = resourceKey(task);
    this.#stops.get(key)?.abort();
    this.#stops.delete(key);
  }

  /** Until the next look; each Task rests by itself, so that the end of one wakes no other. */
  #whenShown(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        looking.dispose();
        signal.removeEventListener('abort', finish);
        resolve();
      };
      const looking = this.#looks.add(finish);
      signal.addEventListener('abort', finish);
    });
  }
}

/** Whether the profile of a Task is not the one any more that it was watched with. */
function isOver({ kind }: Failure): boolean {
  return kind === 'unknownProfile' || kind === 'profileMoved';
}

/** However often it fails, a watched Task is asked for again before this long, in seconds. */
const MAX_BACKOFF_SECONDS = 300;

/** Nor does it wait for longer than a day, whatever is asked for: a timer cannot wait for a month. */
const MAX_RETRY_AFTER_SECONDS = 24 * 60 * 60;

/**
 * How many seconds to wait before a watched Task is asked for again: the interval, doubled with each
 * failure in a row, and no less than TaskRouter asks for.
 *
 * @param failures how many attempts in a row have failed by now
 * @param failure of the latest one
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
  const asked =
    failure?.kind === 'rateLimited' || failure?.kind === 'server'
      ? (failure.retryAfterSeconds ?? 0)
      : 0;
  return Math.max(backedOff, Math.min(asked, MAX_RETRY_AFTER_SECONDS));
}

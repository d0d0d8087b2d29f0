import { Listeners } from '../base/listeners.ts';
import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';

/** Whether a Task is watched, or why it is not any more. */
export type WatchState =
  | { readonly kind: 'watching' }
  /** It is completed or canceled: nothing more happens to it. */
  | { readonly kind: 'ended' }
  /** TaskRouter has deleted it. */
  | { readonly kind: 'deleted' };

/** Which Tasks are watched in this window, for whatever shows them. */
export class WatchedTasks {
  readonly #states = new Map<string, { readonly task: ProfiledTask; readonly state: WatchState }>();
  readonly #changed = new Listeners<ProfiledTask>();

  get(task: ProfiledTask): WatchState | undefined {
    return this.#states.get(taskKey(task))?.state;
  }

  isWatched(task: ProfiledTask): boolean {
    return this.get(task)?.kind === 'watching';
  }

  /** Those that are watched now, in the order in which that began. */
  get list(): readonly ProfiledTask[] {
    return [...this.#states.values()]
      .filter(({ state }) => state.kind === 'watching')
      .map(({ task }) => task);
  }

  /** @param state absent for a Task that nobody watches, and whose end is no news any more */
  set(task: ProfiledTask, state: WatchState | undefined): void {
    const { profileId, workspaceSid, taskSid } = task;
    const key = taskKey(task);
    // Taken out first: one that is watched again is the last that is.
    const wasKnown = this.#states.delete(key);
    if (state !== undefined) {
      this.#states.set(key, { task: { profileId, workspaceSid, taskSid }, state });
    } else if (!wasKnown) return;
    this.#changed.fire(task);
  }

  /** Calls back whenever the state of a Task was set to another. */
  onDidChange(listener: (task: ProfiledTask) => void): { dispose(): void } {
    return this.#changed.add(listener);
  }
}

import { Listeners } from '../base/listeners.ts';
import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';

/** Whether a Task is watched, or why it is no longer watched. */
export type WatchState =
  | { readonly kind: 'watching' }
  /** It was watched before the window was reloaded, and can be watched again. */
  | { readonly kind: 'before' }
  /** It is completed or canceled, so nothing more happens to it. */
  | { readonly kind: 'ended' }
  /** TaskRouter has deleted it. */
  | { readonly kind: 'deleted' };

/** The Tasks that are watched in this window, for the views that show them. */
export class WatchedTasks {
  readonly #states = new Map<string, { readonly task: ProfiledTask; readonly state: WatchState }>();
  readonly #changed = new Listeners<ProfiledTask>();

  get(task: ProfiledTask): WatchState | undefined {
    return this.#states.get(taskKey(task))?.state;
  }

  isWatched(task: ProfiledTask): boolean {
    return this.get(task)?.kind === 'watching';
  }

  /** The Tasks that are watched now, the latest last. */
  get list(): readonly ProfiledTask[] {
    return this.#with('watching');
  }

  /** The Tasks that were watched before the window was reloaded. */
  get before(): readonly ProfiledTask[] {
    return this.#with('before');
  }

  /** @param state absent for a Task that is no longer watched and whose end need not be shown */
  set(task: ProfiledTask, state: WatchState | undefined): void {
    const { profileId, workspaceSid, taskSid } = task;
    const key = taskKey(task);
    // Deleted first, so that a Task that is watched again becomes the last one.
    const wasKnown = this.#states.delete(key);
    if (state !== undefined) {
      this.#states.set(key, { task: { profileId, workspaceSid, taskSid }, state });
    } else if (!wasKnown) return;
    this.#changed.fire(task);
  }

  #with(kind: WatchState['kind']): readonly ProfiledTask[] {
    return [...this.#states.values()]
      .filter(({ state }) => state.kind === kind)
      .map(({ task }) => task);
  }

  /** Fires after the state of a Task changes. */
  onDidChange(listener: (task: ProfiledTask) => void): { dispose(): void } {
    return this.#changed.add(listener);
  }
}

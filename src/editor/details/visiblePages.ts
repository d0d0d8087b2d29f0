import { EventEmitter } from 'vscode';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';

/** The visible details pages, for callers that need them before the pages' code is loaded. */
export class VisiblePages {
  readonly #visible = new Set<string>();
  readonly #changed = new EventEmitter<void>();
  #active: ProfiledTask | undefined;

  /** Fires when a page becomes visible, gets the focus, or is hidden. */
  readonly onDidChange = this.#changed.event;

  /** The Task whose page has the focus. */
  get active(): ProfiledTask | undefined {
    return this.#active;
  }

  get isAnyVisible(): boolean {
    return this.#visible.size > 0;
  }

  isVisible(task: ProfiledTask): boolean {
    return this.#visible.has(resourceKey(task));
  }

  update(task: ProfiledTask, state: { readonly visible: boolean; readonly active: boolean }): void {
    const key = resourceKey(task);
    if (state.visible) this.#visible.add(key);
    else this.#visible.delete(key);
    const wasActive = this.#active !== undefined && resourceKey(this.#active) === key;
    if (state.active) this.#active = task;
    else if (wasActive) this.#active = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}

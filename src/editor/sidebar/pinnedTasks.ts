import type { Memento } from 'vscode';
import { parseTaskUri, readUri } from '../../core/documents/documentUri.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { taskUri } from '../documents/taskUri.ts';

const PINS_KEY = 'pinnedTasks';

/** The Tasks pinned in this window's workspace, as profile ids and SIDs. */
export class PinnedTasks {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** Entries that cannot be parsed, such as those of another version, are left out. */
  read(): readonly ProfiledTask[] {
    const stored = this.#state.get<unknown>(PINS_KEY);
    return (Array.isArray(stored) ? stored : []).flatMap((text: unknown) => {
      const address = readUri(text);
      return (address && parseTaskUri(address)) ?? [];
    });
  }

  async write(tasks: readonly ProfiledTask[]): Promise<void> {
    await this.#state.update(
      PINS_KEY,
      tasks.map((task) => taskUri(task).toString()),
    );
  }
}

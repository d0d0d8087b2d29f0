import type { Memento } from 'vscode';
import { parseTaskUri, readUri } from '../../core/documents/documentUri.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { taskUri } from '../documents/taskUri.ts';

const KEY = 'pinnedTasks';

/** The Tasks that are pinned in this window's workspace, by their addresses: SIDs and profile only. */
export class PinnedTasks {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** What cannot be read, as from another version, is left out. */
  read(): readonly ProfiledTask[] {
    const stored = this.#state.get<unknown>(KEY);
    return (Array.isArray(stored) ? stored : []).flatMap((text: unknown) => {
      const address = readUri(text);
      return (address && parseTaskUri(address)) ?? [];
    });
  }

  async write(tasks: readonly ProfiledTask[]): Promise<void> {
    await this.#state.update(
      KEY,
      tasks.map((task) => taskUri(task).toString()),
    );
  }
}

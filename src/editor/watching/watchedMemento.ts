import type { Memento } from 'vscode';
import { parseTaskUri, readUri } from '../../core/documents/documentUri.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { taskUri } from '../documents/taskUri.ts';
import { WATCHED_KEY } from './registerWatching.ts';

/** The Tasks watched in this window, as profile ids and SIDs, to offer them after a reload. */
export class WatchedMemento {
  readonly #state: Memento;

  constructor(state: Memento) {
    this.#state = state;
  }

  /** Entries that cannot be parsed, such as those of another version, are left out. */
  read(): readonly ProfiledTask[] {
    const stored = this.#state.get<unknown>(WATCHED_KEY);
    return (Array.isArray(stored) ? stored : []).flatMap((text: unknown) => {
      const address = readUri(text);
      return (address && parseTaskUri(address)) ?? [];
    });
  }

  async write(tasks: readonly ProfiledTask[]): Promise<void> {
    const uris = tasks.map((task) => taskUri(task).toString());
    await this.#state.update(WATCHED_KEY, uris.length === 0 ? undefined : uris);
  }
}

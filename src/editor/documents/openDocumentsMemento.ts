import type { Memento } from 'vscode';

const KEY = 'openTaskDocuments';
const ENVIRONMENT = 'openTasksEnvironment';

/** Which documents were open and held what was fetched, for when the window is reloaded. */
export class OpenDocumentsMemento {
  readonly #state: Memento;

  /** @param state of this window's workspace */
  constructor(state: Memento) {
    this.#state = state;
  }

  /** By the keys of their resources. */
  read(): readonly string[] {
    // Notes of older versions have keys in the case that the SIDs were given in.
    return this.#state.get<readonly string[]>(KEY, []).map((key) => key.toLowerCase());
  }

  /** Whom those of the environment's profile were of; means something to `RestoredTabs` only. */
  get environment(): string | undefined {
    const environment = this.#state.get<unknown>(ENVIRONMENT);
    return typeof environment === 'string' ? environment : undefined;
  }

  /** Rejects when the editor cannot keep it. */
  async writeEnvironment(environment: string): Promise<void> {
    await this.#state.update(ENVIRONMENT, environment);
  }

  /** Rejects when the editor cannot keep it. */
  async write(keys: readonly string[]): Promise<void> {
    await this.#state.update(KEY, keys);
  }
}

import type { Memento } from 'vscode';

const KEY = 'openTaskDocuments';
const ENVIRONMENT = 'openTasksEnvironment';

/** Saves which documents were open and had fetched data, for after a reload. */
export class OpenDocumentsMemento {
  readonly #state: Memento;

  /** @param state the state of this window's workspace */
  constructor(state: Memento) {
    this.#state = state;
  }

  /** The keys of their resources. */
  read(): readonly string[] {
    // Older versions kept the case of the SIDs.
    return this.#state.get<readonly string[]>(KEY, []).map((key) => key.toLowerCase());
  }

  /**
   * The identity of the environment's profile when it filled its documents. Opaque here, see
   * `RestoredTabs`.
   */
  get environment(): string | undefined {
    const environment = this.#state.get<unknown>(ENVIRONMENT);
    return typeof environment === 'string' ? environment : undefined;
  }

  /** Rejects if VS Code cannot save it. */
  async writeEnvironment(environment: string): Promise<void> {
    await this.#state.update(ENVIRONMENT, environment);
  }

  /** Rejects if VS Code cannot save it. */
  async write(keys: readonly string[]): Promise<void> {
    await this.#state.update(KEY, keys);
  }
}

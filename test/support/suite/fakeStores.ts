import {
  EventEmitter,
  type Memento,
  type SecretStorage,
  type SecretStorageChangeEvent,
} from 'vscode';

/** Like VS Code's Memento: it stores JSON, and returns a new copy each time. */
export class FakeMemento implements Memento {
  readonly #values = new Map<string, string>();

  keys(): readonly string[] {
    return [...this.#values.keys()];
  }

  get<T>(key: string, fallback?: T): T | undefined {
    const text = this.#values.get(key);
    return text === undefined ? fallback : (JSON.parse(text) as T);
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }

  setKeysForSync(): void {
    // This extension synchronizes nothing.
  }
}

/** A secret storage and the ways in which it can fail. */
export class FakeSecrets implements SecretStorage {
  readonly kept = new Map<string, string>();
  readonly #changed = new EventEmitter<SecretStorageChangeEvent>();
  trouble: 'none' | 'throws' | 'forgets' = 'none';

  readonly onDidChange = this.#changed.event;

  keys(): Promise<string[]> {
    return Promise.resolve([...this.kept.keys()]);
  }

  get(key: string): Promise<string | undefined> {
    if (this.trouble === 'throws') return Promise.reject(new Error('no keyring'));
    return Promise.resolve(this.kept.get(key));
  }

  store(key: string, value: string): Promise<void> {
    if (this.trouble === 'throws') return Promise.reject(new Error('no keyring'));
    if (this.trouble === 'none') this.kept.set(key, value);
    this.#changed.fire({ key });
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    if (this.trouble === 'throws') return Promise.reject(new Error('no keyring'));
    this.kept.delete(key);
    this.#changed.fire({ key });
    return Promise.resolve();
  }
}

/** Functions to call when something happens: the little of an event that layers without vscode need. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Calls `listener` from now on, until the result is disposed. */
  add(listener: (value: T) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // A fault of a listener is not the affair of who fires, nor of the others.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

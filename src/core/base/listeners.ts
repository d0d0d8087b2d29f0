/** A minimal event emitter for the layers that must not import `vscode`. */
export class Listeners<T> {
  readonly #listeners = new Set<(value: T) => void>();

  /** Calls `listener` on each `fire` until the result is disposed. */
  add(listener: (value: T) => void): { dispose(): void } {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  }

  fire(value: T): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        // An error in a listener must not affect the caller of `fire` or the other listeners.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

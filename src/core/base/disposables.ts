interface Disposable {
  dispose(): unknown;
}

/** Collects disposables, to dispose them together. */
export class DisposableStore {
  readonly #held = new Set<Disposable>();
  #isDisposed = false;

  /** Disposes the argument at once if the store is disposed: a part can finish loading after its owner. */
  add<T extends Disposable>(disposable: T): T {
    if (this.#isDisposed) disposable.dispose();
    else this.#held.add(disposable);
    return disposable;
  }

  /**
   * Disposes in reverse order of adding; a second call does nothing. If one throws, the others are still
   * disposed, and the first error is thrown at the end.
   */
  dispose(): void {
    this.#isDisposed = true;
    const held = [...this.#held].reverse();
    this.#held.clear();
    const errors: unknown[] = [];
    for (const disposable of held) {
      try {
        disposable.dispose();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw errors[0];
  }
}

interface Disposable {
  dispose(): unknown;
}

/** What an object holds on to until it is disposed itself. */
export class DisposableStore {
  readonly #held = new Set<Disposable>();
  #isDisposed = false;

  /** After `dispose`, disposes what is added at once: a part can finish loading when its owner is gone. */
  add<T extends Disposable>(disposable: T): T {
    if (this.#isDisposed) disposable.dispose();
    else this.#held.add(disposable);
    return disposable;
  }

  /**
   * Lets go in the reverse of the order of adding; a second call does nothing. One that throws keeps none of
   * the others from being disposed; what it threw is thrown at the end.
   */
  dispose(): void {
    this.#isDisposed = true;
    const held = [...this.#held].reverse();
    this.#held.clear();
    const faults: unknown[] = [];
    for (const disposable of held) {
      try {
        disposable.dispose();
      } catch (error) {
        faults.push(error);
      }
    }
    if (faults.length > 0) throw faults[0];
  }
}

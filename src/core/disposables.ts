interface Disposable {
  dispose(): unknown;
}

/** What an object holds on to until it is disposed itself. */
export class Disposables {
  readonly #held = new Set<Disposable>();
  #isDisposed = false;

  /** After `dispose`, disposes what is added at once: a part can finish loading when its owner is gone. */
  add<T extends Disposable>(disposable: T): T {
    if (this.#isDisposed) disposable.dispose();
    else this.#held.add(disposable);
    return disposable;
  }

  /** Lets go in the reverse of the order of adding; a second call does nothing. */
  dispose(): void {
    this.#isDisposed = true;
    const held = [...this.#held].reverse();
    this.#held.clear();
    for (const disposable of held) disposable.dispose();
  }
}

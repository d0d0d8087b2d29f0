interface Disposable {
  dispose(): unknown;
}

/** What an object holds on to until it is disposed itself. */
export class Disposables {
  readonly #held = new Set<Disposable>();

  add<T extends Disposable>(disposable: T): T {
    this.#held.add(disposable);
    return disposable;
  }

  /** Lets go in the reverse of the order of adding; a second call does nothing. */
  dispose(): void {
    const held = [...this.#held].reverse();
    this.#held.clear();
    for (const disposable of held) disposable.dispose();
  }
}

/** The time that something may take, running from now on. */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly #end: number;

  /**
   * @param reason gives what `signal` aborts with, once the time is over: an error that nobody needs
   * would cost every request its stack
   */
  constructor(milliseconds: number, reason: () => Error) {
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.#controller.abort(reason());
    }, milliseconds);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** At least 0. */
  get millisecondsLeft(): number {
    return Math.max(0, this.#end - performance.now());
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

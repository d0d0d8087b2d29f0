/** One request that several callers wait for, each free to leave; it is cut when the last one has. */
export class SharedRequest<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #settled = false;
  #waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    // Not at once: whoever starts a request can register it before it can possibly end.
    this.#result = Promise.resolve()
      .then(() => start(this.#controller.signal))
      .finally(() => {
        this.#settled = true;
      });
    // Those who wait see the rejection; without any of them it concerns nobody.
    this.#result.catch(() => undefined);
  }

  /** Whether the last caller has left before the end, so that nobody may join any more. */
  get abandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Waits for the result, or until `signal` aborts, whose reason it then rejects with. */
  join(signal: AbortSignal): Promise<T> {
    this.#waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        // The reason of an abort is an error unless the caller chose otherwise, which is its affair.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal.reason);
        this.#waiting--;
        if (this.#waiting === 0 && !this.#settled) this.#controller.abort(signal.reason);
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#result.then(resolve, reject).finally(() => {
        signal.removeEventListener('abort', leave);
      });
    });
  }
}

/** A request that several callers wait for. It is aborted when all of them have canceled. */
export class SharedRequest<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #settled = false;
  #waiting = 0;

  constructor(start: (signal: AbortSignal) => Promise<T>) {
    // Starts asynchronously, so that the caller can register the request before it ends.
    this.#result = Promise.resolve()
      .then(() => start(this.#controller.signal))
      .finally(() => {
        this.#settled = true;
      });
    // Callers handle the rejection. Without any, it must not be reported as unhandled.
    this.#result.catch(() => undefined);
  }

  /** Whether all callers canceled before the end, so that the request can no longer be joined. */
  get abandoned(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Waits for the result. Rejects with the reason of `signal` if it aborts first. */
  join(signal: AbortSignal): Promise<T> {
    this.#waiting++;
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        // The reason is an error unless the caller aborted with another value, which is passed on as is.
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors
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

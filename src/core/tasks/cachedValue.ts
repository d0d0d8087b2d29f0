import { asFailure, type Failure } from '../taskrouter/failure.ts';

/**
 * A value that is loaded on first use, and again after it is marked as stale. If loading fails, the earlier
 * value stays. There is one load at a time.
 */
export class CachedValue<T> {
  readonly #read: (last: T | undefined) => Promise<T>;
  #value: T | undefined;
  #failure: Failure | undefined;
  #stale = true;
  #work: Promise<void> = Promise.resolve();

  /**
   * @param read loads the value; it receives the previous one
   * @param last the value until the first load has ended
   */
  constructor(read: (last: T | undefined) => Promise<T>, last?: T) {
    this.#read = read;
    this.#value = last;
  }

  /** The last loaded value. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Why the latest load failed; `undefined` if it succeeded. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Loads the value if it is stale. Rejects only with an error that is not a failure, such as an abort. */
  load(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#stale) return;
      this.#stale = false;
      try {
        this.#value = await this.#read(this.#value);
        this.#failure = undefined;
      } catch (error) {
        this.#failure = asFailure(error);
        if (this.#failure === undefined) {
          this.#stale = true;
          throw error;
        }
      }
    });
  }

  /** Replaces the loaded value, if there is one. Rejects if `work` rejects. */
  change(work: (value: T) => Promise<T>): Promise<void> {
    return this.#inTurn(async () => {
      const value = this.#value;
      if (value !== undefined) this.#value = await work(value);
    });
  }

  /** The next `load` loads again. */
  invalidate(): void {
    this.#stale = true;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#work.then(work, work);
    this.#work = result;
    // Callers handle the rejection. Without any, it must not be reported as unhandled.
    result.catch(() => undefined);
    return result;
  }
}

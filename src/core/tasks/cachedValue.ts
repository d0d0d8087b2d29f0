import { asFailure, type Failure } from '../taskrouter/failure.ts';

/**
 * A value that is loaded when it is first asked for, and again after it was called stale. It stays when it
 * cannot be loaded again; there is one load at a time.
 */
export class CachedValue<T> {
  readonly #read: (last: T | undefined) => Promise<T>;
  #value: T | undefined;
  #failure: Failure | undefined;
  #stale = true;
  #isUpToDate = false;
  #work: Promise<void> = Promise.resolve();

  /**
   * @param read is given the value before
   * @param last the value until the first load has ended
   */
  constructor(read: (last: T | undefined) => Promise<T>, last?: T) {
    this.#read = read;
    this.#value = last;
  }

  /** What was loaded last. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Why the latest load failed; `undefined` once one succeeds. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Whether there is a value or a failure since this was made, or called stale. */
  get isUpToDate(): boolean {
    return this.#isUpToDate;
  }

  /** Settles when this is up to date; rejects with what is no failure, such as an abort. */
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
      // It can have been called stale meanwhile.
      this.#isUpToDate = !this.#stale;
    });
  }

  /** Makes another value of that which was loaded, if one was; rejects as `work` does. */
  change(work: (value: T) => Promise<T>): Promise<void> {
    return this.#inTurn(async () => {
      const value = this.#value;
      if (value !== undefined) this.#value = await work(value);
    });
  }

  /** The next `load` loads again. */
  invalidate(): void {
    this.#stale = true;
    this.#isUpToDate = false;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#work.then(work, work);
    this.#work = result;
    // Those who wait see the rejection; without any of them it concerns nobody.
    result.catch(() => undefined);
    return result;
  }
}

import { asFailure, type Failure } from '../taskrouter/failure.ts';

/**
 * Something that is read when it is first asked for, and again after it was called stale. What was read
 * last stays when it cannot be read again; there is one reading at a time.
 */
export class CachedValue<T> {
  readonly #read: (last: T | undefined) => Promise<T>;
  #value: T | undefined;
  #failure: Failure | undefined;
  #stale = true;
  #work: Promise<void> = Promise.resolve();

  /** @param read is given what was read before */
  constructor(read: (last: T | undefined) => Promise<T>) {
    this.#read = read;
  }

  /** What was read last. */
  get value(): T | undefined {
    return this.#value;
  }

  /** Why the latest attempt to read failed; nothing once one succeeds. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Settles when this is up to date, or has failed; rejects with what is no failure, such as an abort. */
  load(): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#stale) return;
      this.#stale = false;
      try {
        this.#value = await this.#read(this.#value);
        this.#failure = undefined;
      } catch (error) {
        this.#failure = asFailure(error);
        if (this.#failure !== undefined) return;
        this.#stale = true;
        throw error;
      }
    });
  }

  /** Makes another value of that which was read, if one was; rejects as `work` does. */
  change(work: (value: T) => Promise<T>): Promise<void> {
    return this.#inTurn(async () => {
      const value = this.#value;
      if (value !== undefined) this.#value = await work(value);
    });
  }

  /** The next `load` reads again. */
  invalidate(): void {
    this.#stale = true;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#work.then(work, work);
    this.#work = result;
    // Those who wait see the rejection; without any of them it concerns nobody.
    result.catch(() => undefined);
    return result;
  }
}

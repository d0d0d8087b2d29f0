import { setMaxListeners } from 'node:events';

/** A timeout that starts when it is created. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #end: number;
  #isOver = false;

  /** @param onOver called once the time is over */
  constructor(milliseconds: number, onOver: () => void) {
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      onOver();
    }, milliseconds);
  }

  /** Whether the time was over before `dispose`. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** At least 0. */
  get millisecondsLeft(): number {
    return Math.max(0, this.#end - performance.now());
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}

/**
 * Aborts with the first of several signals, until it is disposed. Replaces `AbortSignal.any`, which
 * leaks here: a profile's signal lives as long as the window, and Node.js 20 keeps an entry in it
 * for each signal that `any` derived from it. All versions of Node.js keep a derived signal that
 * still has a listener.
 */
export class FirstAbort {
  readonly #controller = new AbortController();
  readonly #sources: readonly AbortSignal[];
  readonly #abort = () => {
    const first = this.#sources.find(({ aborted }) => aborted);
    this.#controller.abort(first?.reason);
  };

  constructor(...sources: readonly AbortSignal[]) {
    this.#sources = sources;
    // Each request adds a listener. Node.js warns of a leak if there are more than ten.
    setMaxListeners(0, ...sources);
    for (const source of sources) source.addEventListener('abort', this.#abort);
    if (sources.some(({ aborted }) => aborted)) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Aborts for another reason than the signals'. Has no effect once the signal is aborted. */
  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  dispose(): void {
    for (const source of this.#sources) source.removeEventListener('abort', this.#abort);
  }
}

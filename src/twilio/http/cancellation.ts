import { setMaxListeners } from 'node:events';

/** The time that something may take, running from now on. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #end: number;
  #isOver = false;

  /** @param onOver what happens once the time is over */
  constructor(milliseconds: number, onOver: () => void) {
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      onOver();
    }, milliseconds);
  }

  /** Whether the time ended before what it was for. */
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
 * Aborts with the first of several signals, until it is disposed. In place of `AbortSignal.any`: a
 * profile's signal lives as long as the window, and Node.js 20 keeps an entry in it for each `any` that
 * it ever was part of, every Node.js the whole result if somebody left a listener there.
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
    // As many as there are requests: Node.js 20 takes more than ten for a leak, and warns.
    setMaxListeners(0, ...sources);
    for (const source of sources) source.addEventListener('abort', this.#abort);
    if (sources.some(({ aborted }) => aborted)) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Aborts for a reason that is in none of the signals; one that has aborted keeps its reason. */
  abort(reason: unknown): void {
    this.#controller.abort(reason);
  }

  dispose(): void {
    for (const source of this.#sources) source.removeEventListener('abort', this.#abort);
  }
}

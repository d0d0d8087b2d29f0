import { message, type Message } from '../messages/message.ts';

/** A shorter wait needs no explanation. */
const SLOW_MS = 1000;

interface Reading {
  /** When the rows that are still shown were read, in ms since the epoch. */
  readonly readAt: number;
  readonly state: 'quick' | 'slow' | 'failed';
}

/** Tells how old rows are while they are read again, and after that has failed. */
export class StaleRows {
  readonly #changed: () => void;
  readonly #readings = new Map<string, Reading>();

  /** @param changed is called when `describe` has another result */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /**
   * Reads the rows below a node.
   *
   * @param readAt when its present rows were read; `undefined` if there are none
   * @param hasFailed whether the result is what could not be read
   */
  async during<T>(
    id: string,
    readAt: number | undefined,
    read: () => Promise<T>,
    hasFailed: (result: T) => boolean,
  ): Promise<T> {
    if (readAt === undefined) return read();
    const before = this.#readings.get(id)?.state === 'failed' ? 'failed' : 'quick';
    this.#set(id, { readAt, state: before });
    const timer = setTimeout(() => {
      this.#set(id, { readAt, state: 'slow' });
    }, SLOW_MS);
    let failed = false;
    try {
      const result = await read();
      failed = hasFailed(result);
      return result;
    } finally {
      clearTimeout(timer);
      this.#set(id, failed ? { readAt, state: 'failed' } : undefined);
    }
  }

  /** Forgets the rows of a profile that is not shown any more. */
  clear(): void {
    this.#readings.clear();
  }

  /** @param clock returns a time, in ms since the epoch, as the user writes it */
  describe(clock: (time: number) => string): Message | undefined {
    const shown = [...this.#readings.values()].filter(({ state }) => state !== 'quick');
    if (shown.length === 0) return undefined;
    const time = clock(Math.min(...shown.map(({ readAt }) => readAt)));
    return shown.some(({ state }) => state === 'slow')
      ? message('Rows from {0}. Reading again…', time)
      : message('Rows from {0}. Could not read them again.', time);
  }

  #set(id: string, reading: Reading | undefined): void {
    const before = this.#readings.get(id);
    if (reading === undefined) this.#readings.delete(id);
    else this.#readings.set(id, reading);
    const [was, is] = [before?.state ?? 'quick', reading?.state ?? 'quick'];
    if (was !== is || was === 'failed') this.#changed();
  }
}

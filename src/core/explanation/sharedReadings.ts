import { SharedRequest } from '../tasks/sharedRequest.ts';

/** How long an answer serves other Tasks of the same Workflow or TaskQueue. */
export const SHARED_MS = 30_000;

interface SharedReading {
  /** By this machine's clock, in ms since the epoch. */
  readonly startedAt: number;
  readonly request: SharedRequest<unknown>;
}

/** Answers of the last half minute, in memory only, so that several Tasks cost one request. */
export class SharedReadings {
  readonly #now: () => number;
  readonly #readings = new Map<string, SharedReading>();

  /** @param now returns the time in ms since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Returns a recent answer, joins a pending request for it, or starts one. A request is aborted when all
   * callers that wait for it have canceled. A failure is not kept.
   *
   * @param key names the answer, and so also its type
   * @param since answers to earlier requests are not reused; in ms since the epoch
   */
  read<T>(
    key: string,
    since: number,
    work: (signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const startedAt = this.#now();
    this.#forgetBefore(startedAt - SHARED_MS);
    const known = this.#readings.get(key);
    if (known !== undefined && known.startedAt >= since && !known.request.abandoned) {
      return known.request.join(signal) as Promise<T>;
    }
    const request = new SharedRequest(async (shared) => {
      try {
        return await work(shared);
      } catch (error) {
        if (this.#readings.get(key) === reading) this.#readings.delete(key);
        throw error;
      }
    });
    const reading = { startedAt, request };
    this.#readings.set(key, reading);
    return request.join(signal);
  }

  /** Forgets the answers whose keys begin with a text. */
  forget(start: string): void {
    for (const key of this.#readings.keys()) {
      if (key.startsWith(start)) this.#readings.delete(key);
    }
  }

  #forgetBefore(time: number): void {
    for (const [key, { startedAt }] of this.#readings) {
      if (startedAt < time) this.#readings.delete(key);
    }
  }
}

import { pause } from '../../core/base/async.ts';
import type { ClientOptions } from '../clientOptions.ts';

/** How many requests of a profile may be under way at once. */
const MAX_CONCURRENT_REQUESTS = 4;

/** Twilio lets a Workspace's Tasks be searched by their attributes three times a second. */
const MAX_SEARCHES = 3;
const SEARCH_WINDOW_MS = 1000;

/** Somebody who may not send yet. */
interface Waiting {
  /** What is searched by attributes, if anything is: its path. */
  readonly searched: string | undefined;
  readonly start: () => void;
}

/**
 * Where all requests of one profile pass, whichever of its clients sends them: never more than four
 * are under way at once, one that TaskRouter turned away for their number (429) holds up all others
 * while it waits, and searches by attributes keep Twilio's limit. Who comes first is served first, but
 * nobody waits for a search that may not start yet.
 */
export class RequestGate {
  readonly #wait: (milliseconds: number) => Promise<void>;
  /** Have a turn, and want to send again. */
  readonly #retrying = new Set<Waiting>();
  readonly #queue = new Set<Waiting>();
  #underWay = 0;
  #holds = 0;
  /** How many searches of each path started lately. */
  readonly #searches = new Map<string, number>();

  constructor({ pause: wait = pause, revoked }: Pick<ClientOptions, 'pause' | 'revoked'>) {
    const signal = revoked ?? new AbortController().signal;
    this.#wait = (milliseconds) => wait(milliseconds, signal);
  }

  /**
   * Waits for a turn, makes a request, and gives the turn on, however the request ends.
   *
   * @throws `signal.reason` as soon as that aborts before it is the request's turn
   */
  async run<T>(url: URL, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    await this.#join(this.#queue, url, signal);
    try {
      return await request();
    } finally {
      this.#underWay--;
      this.#admit();
    }
  }

  /**
   * Waits until a request that has its turn may be sent once more.
   *
   * @throws `signal.reason` as soon as that aborts before
   */
  waitToRetry(url: URL, signal: AbortSignal): Promise<void> {
    return this.#join(this.#retrying, url, signal);
  }

  /** Lets nobody send for so long, also if who was turned away does not want to any more. */
  suspend(milliseconds: number): void {
    this.#holds++;
    this.#later(milliseconds, () => {
      this.#holds--;
    });
  }

  #join(waiting: Set<Waiting>, url: URL, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(entry);
        // The reason of an abort is an error unless the caller chose otherwise, which is its affair.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        reject(signal.reason);
      };
      // Who was let in cannot leave here any more, lest a turn be given to nobody.
      const start = () => {
        waiting.delete(entry);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const isSearch = url.search !== '' && url.searchParams.has('EvaluateTaskAttributes');
      const entry = { searched: isSearch ? url.pathname : undefined, start };
      if (signal.aborted) {
        leave();
        return;
      }
      waiting.add(entry);
      this.#admit();
      // Nearly all need not wait.
      if (waiting.has(entry)) signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Lets in all who may start by now. */
  #admit(): void {
    for (const entry of [...this.#retrying]) {
      if (this.#isOpenTo(entry)) this.#start(entry);
    }
    for (const entry of [...this.#queue]) {
      if (this.#underWay >= MAX_CONCURRENT_REQUESTS) return;
      if (!this.#isOpenTo(entry)) continue;
      this.#underWay++;
      this.#start(entry);
    }
  }

  #isOpenTo({ searched }: Waiting): boolean {
    if (this.#holds > 0) return false;
    return searched === undefined || (this.#searches.get(searched) ?? 0) < MAX_SEARCHES;
  }

  #start({ searched, start }: Waiting): void {
    if (searched !== undefined) this.#count(searched);
    start();
  }

  /** Counts a search for as long as it limits others. */
  #count(searched: string): void {
    const change = (by: number) => {
      const count = (this.#searches.get(searched) ?? 0) + by;
      if (count === 0) this.#searches.delete(searched);
      else this.#searches.set(searched, count);
    };
    change(1);
    this.#later(SEARCH_WINDOW_MS, () => {
      change(-1);
    });
  }

  /** Once the profile is revoked, this may be at once: nobody waits any more. */
  #later(milliseconds: number, change: () => void): void {
    const act = () => {
      change();
      this.#admit();
    };
    this.#wait(milliseconds).then(act, act);
  }
}

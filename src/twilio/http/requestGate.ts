import { pause } from '../../core/base/async.ts';
import type { ClientOptions } from '../clientOptions.ts';

/** How many requests of a profile may run at once. */
const MAX_CONCURRENT_REQUESTS = 4;

/**
 * Twilio allows three searches by attributes a second in a Workspace, see
 * https://www.twilio.com/docs/taskrouter/api/task.
 */
const MAX_SEARCHES = 3;
const SEARCH_WINDOW_MS = 1000;

/** A request that waits for its turn. */
interface QueuedRequest {
  /** The path, if the request is a search by attributes. */
  readonly searchPath: string | undefined;
  readonly start: () => void;
}

/**
 * Limits the requests of one profile, from all of its clients. At most four run at once, a request
 * that TaskRouter rejected with 429 suspends all others until its retry, and searches by attributes
 * keep Twilio's limit. Requests start in order, but none waits behind a search that may not start
 * yet.
 */
export class RequestGate {
  readonly #wait: (milliseconds: number) => Promise<void>;
  /** Requests that have their turn, and wait to be sent again. */
  readonly #retrying = new Set<QueuedRequest>();
  readonly #queue = new Set<QueuedRequest>();
  #running = 0;
  #suspensions = 0;
  /** How many searches of each path started in the last second. */
  readonly #searches = new Map<string, number>();

  constructor({ pause: wait = pause, revoked }: Pick<ClientOptions, 'pause' | 'revoked'>) {
    const signal = revoked ?? new AbortController().signal;
    this.#wait = (milliseconds) => wait(milliseconds, signal);
  }

  /**
   * Waits for the request's turn, runs it, and passes the turn on, even if it fails.
   *
   * @throws `signal.reason` as soon as that aborts before it is the request's turn
   */
  async run<T>(url: URL, signal: AbortSignal, request: () => Promise<T>): Promise<T> {
    await this.#join(this.#queue, url, signal);
    try {
      return await request();
    } finally {
      this.#running--;
      this.#admit();
    }
  }

  /**
   * Waits until a request that has its turn may be sent again.
   *
   * @throws `signal.reason` as soon as that aborts before
   */
  waitToRetry(url: URL, signal: AbortSignal): Promise<void> {
    return this.#join(this.#retrying, url, signal);
  }

  /** Starts no request for this long, even if the rejected request is cancelled meanwhile. */
  suspend(milliseconds: number): void {
    this.#suspensions++;
    this.#runAfter(milliseconds, () => {
      this.#suspensions--;
    });
  }

  #join(waiting: Set<QueuedRequest>, url: URL, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(entry);
        // The reason of an abort is an error unless the caller chose another value.
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors
        reject(signal.reason);
      };
      // A request that has started cannot leave here, or its turn would be lost.
      const start = () => {
        waiting.delete(entry);
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const isSearch = url.search !== '' && url.searchParams.has('EvaluateTaskAttributes');
      const entry = { searchPath: isSearch ? url.pathname : undefined, start };
      if (signal.aborted) {
        leave();
        return;
      }
      waiting.add(entry);
      this.#admit();
      // Adding a listener costs time, and nearly all requests start at once.
      if (waiting.has(entry)) signal.addEventListener('abort', leave, { once: true });
    });
  }

  /** Starts all requests that may start now. */
  #admit(): void {
    for (const entry of [...this.#retrying]) {
      if (this.#mayStart(entry)) this.#start(entry);
    }
    for (const entry of [...this.#queue]) {
      if (this.#running >= MAX_CONCURRENT_REQUESTS) return;
      if (!this.#mayStart(entry)) continue;
      this.#running++;
      this.#start(entry);
    }
  }

  #mayStart({ searchPath }: QueuedRequest): boolean {
    if (this.#suspensions > 0) return false;
    return searchPath === undefined || (this.#searches.get(searchPath) ?? 0) < MAX_SEARCHES;
  }

  #start({ searchPath, start }: QueuedRequest): void {
    if (searchPath !== undefined) this.#countSearch(searchPath);
    start();
  }

  /** Counts a search for as long as it limits others. */
  #countSearch(searchPath: string): void {
    const change = (by: number) => {
      const count = (this.#searches.get(searchPath) ?? 0) + by;
      if (count === 0) this.#searches.delete(searchPath);
      else this.#searches.set(searchPath, count);
    };
    change(1);
    this.#runAfter(SEARCH_WINDOW_MS, () => {
      change(-1);
    });
  }

  /**
   * Runs a change after some time, or at once if the profile is revoked, as no request waits then.
   */
  #runAfter(milliseconds: number, change: () => void): void {
    const act = () => {
      change();
      this.#admit();
    };
    this.#wait(milliseconds).then(act, act);
  }
}

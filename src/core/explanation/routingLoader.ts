import type { ProfiledTask } from '../resources/resourceReference.ts';
import { asFailure, type Failure } from '../taskrouter/failure.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import type { ReadingOptions, RoutingReader } from './routingReader.ts';
import type { RoutingReadings } from './routingReadings.ts';
import { SHARED_MS } from './sharedReadings.ts';
import { waitingPlace, type WaitingPlace } from './waitingPlace.ts';

export type RoutingState =
  /** The Task does not wait, or is not known yet: nothing is read. */
  | { readonly kind: 'idle' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | {
      readonly kind: 'read';
      readonly readings: RoutingReadings;
      /** Whether they are being read again. */
      readonly renewing: boolean;
    };

export interface RoutingLoaderOptions extends Pick<ReadingOptions, 'at' | 'needsOf'> {
  readonly task: ProfiledTask;
  readonly reader: Pick<RoutingReader, 'read'>;
  /** Called when something is known that was not. */
  readonly onChange: () => void;
  /** Called with an error that is a bug, for the log. */
  readonly onFault: (error: unknown) => void;
}

/**
 * What explains why the Task of a page waits. Read after the Task, and again with each fetch that the user
 * asks for; while the Task is watched, at most every half minute. What was read stays while it is read again.
 */
export class RoutingLoader {
  readonly #options: RoutingLoaderOptions;
  #state: RoutingState = { kind: 'idle' };
  /** Where the Task waits, as JSON. `undefined` if it does not wait. */
  #place: string | undefined;
  /** When the Task was fetched for which the routing was last read, in ms since the epoch. */
  #readFor: number | undefined;
  #isStale = false;
  /** Aborts the reading that is under way. */
  #cut: AbortController | undefined;
  #isDisposed = false;

  constructor(options: RoutingLoaderOptions) {
    this.#options = options;
  }

  get state(): RoutingState {
    return this.#state;
  }

  /**
   * Takes the latest fetch of the Task, or `undefined` if it was deleted or is not known.
   *
   * @param isWatched whether it is fetched again and again
   */
  follow(fetched: FetchedTask | undefined, isWatched: boolean): void {
    if (this.#isDisposed) return;
    const place = fetched && waitingPlace(this.#options.task, fetched.text);
    const text = place && JSON.stringify(place);
    if (text !== this.#place) {
      // What was read of another TaskQueue explains nothing here.
      this.#stop();
      this.#place = text;
      this.#state = { kind: place === undefined ? 'idle' : 'loading' };
      if (place !== undefined) void this.#load(place, fetched?.fetchedAt, this.#isStale);
      return;
    }
    const readFor = this.#readFor;
    if (fetched === undefined || place === undefined) return;
    if (readFor === undefined || fetched.fetchedAt === readFor) return;
    const isFresh = this.#isStale || !isWatched;
    const isDue = fetched.fetchedAt - readFor >= SHARED_MS && this.#cut === undefined;
    if (isFresh || isDue) void this.#load(place, fetched.fetchedAt, isFresh);
  }

  /** The next `follow` with another fetch reads again, however often it was read. */
  invalidate(): void {
    this.#isStale = true;
  }

  /** Reads again now, if the Task waits. */
  retry(): void {
    if (this.#place === undefined || this.#isDisposed) return;
    void this.#load(JSON.parse(this.#place) as WaitingPlace, this.#readFor, true);
    this.#options.onChange();
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stop();
  }

  #stop(): void {
    this.#cut?.abort();
    this.#cut = undefined;
  }

  async #load(place: WaitingPlace, readFor: number | undefined, isFresh: boolean): Promise<void> {
    this.#stop();
    const cut = (this.#cut = new AbortController());
    this.#readFor = readFor;
    this.#isStale = false;
    const last = this.#state.kind === 'read' ? this.#state.readings : undefined;
    this.#state =
      last === undefined ? { kind: 'loading' } : { kind: 'read', readings: last, renewing: true };
    const state = await this.#read(place, isFresh, cut.signal);
    if (this.#cut !== cut) return;
    this.#cut = undefined;
    // What was read before is of more use than that it cannot be read again.
    const isLost = state.kind !== 'read' && last !== undefined;
    this.#state = isLost ? { kind: 'read', readings: last, renewing: false } : state;
    this.#options.onChange();
  }

  async #read(place: WaitingPlace, isFresh: boolean, signal: AbortSignal): Promise<RoutingState> {
    const { reader, at, needsOf, onFault } = this.#options;
    const options = { at, needsOf, isFresh, withStatistics: false };
    try {
      const readings = await reader.read(place, options, signal);
      return { kind: 'read', readings, renewing: false };
    } catch (error) {
      const failure = asFailure(error);
      if (failure !== undefined) return { kind: 'failed', failure };
      // The profile is gone, or this page.
      if (error instanceof Error && error.name === 'AbortError') return { kind: 'idle' };
      onFault(error);
      return { kind: 'failed', failure: { kind: 'internal' } };
    }
  }
}

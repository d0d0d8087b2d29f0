import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { Connections } from '../profiles/connection.ts';
import type { ProfiledTask } from '../resources/resourceReference.ts';
import { isTaskWaiting } from '../resources/taskStatus.ts';
import { isSidOf } from '../sids/sid.ts';
import { asFailure, TaskRouterFailure, type Failure } from '../taskrouter/failure.ts';
import type { ResourcePage } from '../taskrouter/listPage.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import { CachedValue } from '../tasks/cachedValue.ts';
import type { FetchedTask } from '../tasks/fetchHistory.ts';
import { readTaskHistory, type HistoryRows } from './historyRows.ts';

export type HistoryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ready'; readonly rows: HistoryRows };

export interface HistoryLoaderOptions {
  readonly task: ProfiledTask;
  readonly connections: Connections;
  /** The first page of the events, if it was read already: the first reading goes on from there. */
  readonly firstEvents?: ResourcePage | undefined;
  /** By the server's clock, in ms since the epoch. */
  readonly now: () => number;
  /** Called when something is known that was not. */
  readonly onChange: () => void;
  /** Called with an error that is a bug, for the log. */
  readonly onFault: (error: unknown) => void;
}

/**
 * What TaskRouter knows of a Task besides the Task: its events and reservations, and what goes on in its
 * TaskQueue while it waits. Read after the Task, and again when the Task has changed. What was read
 * stays while it is read again.
 */
export class HistoryLoader {
  readonly #options: HistoryLoaderOptions;
  readonly #cut = new AbortController();
  #firstEvents: ResourcePage | undefined;
  /** Another one for each load, so that what an earlier one still brings is not seen. */
  #history: CachedValue<HistoryRows>;
  /** Likewise; absent if the Task does not wait. */
  #statistics: CachedValue<string> | undefined;
  /** What of the Task its history was last read for. */
  #readFor: string | undefined;
  #queueSid: string | undefined;
  #statisticsAt: number | undefined;

  constructor(options: HistoryLoaderOptions) {
    this.#options = options;
    this.#firstEvents = options.firstEvents;
    this.#history = this.#newHistory(undefined);
  }

  get state(): HistoryState {
    const { value: rows, failure } = this.#history;
    // What was read before is of more use than that it cannot be read again.
    if (rows !== undefined) return { kind: 'ready', rows };
    return failure === undefined ? { kind: 'loading' } : { kind: 'failed', failure };
  }

  /** `RealTimeStatistics` of the TaskQueue that the Task waits in; absent if it does not, or unknown. */
  get statistics(): string | undefined {
    const statistics = this.#statistics;
    return statistics?.failure === undefined ? statistics?.value : undefined;
  }

  /** Takes what is known of the Task by now; nothing of one that is gone. */
  follow(fetched: FetchedTask | undefined): void {
    const answer = parseJson(fetched?.text ?? '');
    const fields = asRecord(answer.valid ? answer.value : undefined);
    const { assignment_status: status, date_updated: updated, task_queue_sid: queueSid } = fields;
    // What else stands there is no TaskQueue to ask for.
    const waitsIn = isTaskWaiting(status) && isSidOf(queueSid, 'WQ') ? queueSid : undefined;
    this.#followQueue(waitsIn, fetched?.fetchedAt);
    const readFor = JSON.stringify([status, updated]);
    if (readFor === this.#readFor) return;
    this.#readFor = readFor;
    void this.#loadHistory(this.#history.value);
  }

  /** The next `follow` reads again. */
  invalidate(): void {
    this.#readFor = undefined;
  }

  /** Reads again now. */
  retry(): void {
    void this.#loadHistory(undefined);
    this.#options.onChange();
  }

  /** Cuts what is under way. */
  dispose(): void {
    this.#cut.abort();
  }

  #followQueue(queueSid: string | undefined, fetchedAt: number | undefined): void {
    const isSame = queueSid === this.#queueSid;
    if (isSame && fetchedAt === this.#statisticsAt) return;
    // Those of the same TaskQueue stay until there are newer ones.
    const last = isSame ? this.statistics : undefined;
    this.#queueSid = queueSid;
    this.#statisticsAt = fetchedAt;
    if (queueSid === undefined) this.#statistics = undefined;
    else void this.#loadStatistics(queueSid, last);
  }

  /** @param last what is shown until there is more */
  async #loadHistory(last: HistoryRows | undefined): Promise<void> {
    const history = (this.#history = this.#newHistory(last));
    const hasEnded = await this.#hasEnded(history.load());
    const isNews = history.failure === undefined || last === undefined;
    if (hasEnded && history === this.#history && isNews) this.#options.onChange();
  }

  #newHistory(last: HistoryRows | undefined): CachedValue<HistoryRows> {
    const { task, now } = this.#options;
    const read = () =>
      this.#ask((source, signal) => {
        const firstEvents = this.#firstEvents;
        this.#firstEvents = undefined;
        return readTaskHistory(source, task, now(), signal, firstEvents);
      });
    return new CachedValue(read, last);
  }

  async #loadStatistics(taskQueueSid: string, last: string | undefined): Promise<void> {
    const { workspaceSid } = this.#options.task;
    const read = () =>
      this.#ask((source, signal) => source.fetchStatistics({ workspaceSid, taskQueueSid }, signal));
    const statistics = (this.#statistics = new CachedValue(read, last));
    const hasEnded = await this.#hasEnded(statistics.load());
    if (hasEnded && statistics === this.#statistics) this.#options.onChange();
  }

  /** False if it was cut, by the only error that is no failure. */
  #hasEnded(load: Promise<void>): Promise<boolean> {
    return load.then(
      () => true,
      () => false,
    );
  }

  /**
   * Rejects once this is disposed, whatever comes.
   *
   * @throws TaskRouterFailure also for a bug, so that the page does not wait for ever
   */
  async #ask<T>(read: (source: TaskSource, signal: AbortSignal) => Promise<T>): Promise<T> {
    const { connections, task, onFault } = this.#options;
    const { signal } = this.#cut;
    try {
      const { source } = await connections.open(task.profileId);
      signal.throwIfAborted();
      return await read(source, signal);
    } catch (error) {
      signal.throwIfAborted();
      const isCut = error instanceof Error && error.name === 'AbortError';
      if (isCut || asFailure(error) !== undefined) throw error;
      onFault(error);
      throw new TaskRouterFailure({ kind: 'internal' });
    } finally {
      signal.throwIfAborted();
    }
  }
}

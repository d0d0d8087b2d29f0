import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { Connections } from '../profiles/connection.ts';
import type { ProfiledTask } from '../resources/resourceReference.ts';
import { isTaskWaiting } from '../resources/taskStatus.ts';
import { isSidOf } from '../sids/sid.ts';
import { asFailure, type Failure } from '../taskrouter/failure.ts';
import type { ResourcePage } from '../taskrouter/listPage.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
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
}

/**
 * What TaskRouter knows of a Task besides the Task: its events and reservations, and what goes on in its
 * Task Queue while it waits. Read after the Task, and again when the Task has changed. What was read
 * stays while it is read again.
 */
export class HistoryLoader {
  readonly #options: HistoryLoaderOptions;
  readonly #cut = new AbortController();
  #firstEvents: ResourcePage | undefined;
  #state: HistoryState = { kind: 'loading' };
  #statistics: string | undefined;
  /** What of the Task its history was last read for. */
  #readFor: string | undefined;
  #queueSid: string | undefined;
  #statisticsAt: number | undefined;
  #statisticsTurn = 0;
  /** Of which turn there is an answer, or a failure. */
  #statisticsRead = 0;
  #turn = 0;

  constructor(options: HistoryLoaderOptions) {
    this.#options = options;
    this.#firstEvents = options.firstEvents;
  }

  get state(): HistoryState {
    return this.#state;
  }

  /** `RealTimeStatistics` of the Task Queue that the Task waits in; absent if it does not, or unknown. */
  get statistics(): string | undefined {
    return this.#statistics;
  }

  /** Whether they are on their way. */
  get awaitsStatistics(): boolean {
    return this.#queueSid !== undefined && this.#statisticsRead !== this.#statisticsTurn;
  }

  /** Takes what is known of the Task by now; nothing of one that is gone. */
  follow(fetched: FetchedTask | undefined): void {
    const answer = parseJson(fetched?.text ?? '');
    const fields = asRecord(answer.valid ? answer.value : undefined);
    const { assignment_status: status, date_updated: updated, task_queue_sid: queueSid } = fields;
    // What else stands there is no Task Queue to ask for.
    const waitsIn = isTaskWaiting(status) && isSidOf(queueSid, 'WQ') ? queueSid : undefined;
    this.#followQueue(waitsIn, fetched?.fetchedAt);
    const readFor = JSON.stringify([status, updated]);
    if (readFor === this.#readFor) return;
    this.#readFor = readFor;
    void this.#read();
  }

  /** The next `follow` reads again. */
  invalidate(): void {
    this.#readFor = undefined;
  }

  /** Reads again now. */
  retry(): void {
    this.#state = { kind: 'loading' };
    this.#options.onChange();
    void this.#read();
  }

  /** Cuts what is under way. */
  dispose(): void {
    this.#cut.abort();
  }

  #followQueue(queueSid: string | undefined, fetchedAt: number | undefined): void {
    const isSame = queueSid === this.#queueSid;
    if (isSame && fetchedAt === this.#statisticsAt) return;
    // Those of the same Task Queue stay until there are newer ones.
    if (!isSame) this.#statistics = undefined;
    this.#queueSid = queueSid;
    this.#statisticsAt = fetchedAt;
    this.#statisticsTurn++;
    if (queueSid !== undefined) void this.#readStatistics(queueSid);
  }

  async #read(): Promise<void> {
    const { task, now } = this.#options;
    const turn = ++this.#turn;
    const { signal } = this.#cut;
    const firstEvents = this.#firstEvents;
    this.#firstEvents = undefined;
    const result = await this.#ask(async (source): Promise<HistoryState> => {
      const rows = await readTaskHistory(source, task, now(), signal, firstEvents);
      return { kind: 'ready', rows };
    });
    // A later reading knows more.
    if (turn !== this.#turn || result === undefined || signal.aborted) return;
    // What was read before is of more use than that it cannot be read again.
    if (result.kind === 'failed' && this.#state.kind === 'ready') return;
    this.#state = result;
    this.#options.onChange();
  }

  async #readStatistics(taskQueueSid: string): Promise<void> {
    const { workspaceSid } = this.#options.task;
    const { signal } = this.#cut;
    const turn = this.#statisticsTurn;
    const result = await this.#ask(async (source) => ({
      kind: 'text' as const,
      text: await source.fetchStatistics({ workspaceSid, taskQueueSid }, signal),
    }));
    if (turn !== this.#statisticsTurn || result === undefined || signal.aborted) return;
    this.#statisticsRead = turn;
    this.#statistics = result.kind === 'text' ? result.text : undefined;
    this.#options.onChange();
  }

  /** Nothing if it was cut; any other end than an answer or a failure is a fault of ours. */
  async #ask<T>(
    read: (source: TaskSource) => Promise<T>,
  ): Promise<T | { readonly kind: 'failed'; readonly failure: Failure } | undefined> {
    const { connections, task } = this.#options;
    try {
      const { source } = await connections.open(task.profileId);
      this.#cut.signal.throwIfAborted();
      return await read(source);
    } catch (error) {
      const failure = asFailure(error);
      if (failure !== undefined) return { kind: 'failed', failure };
      if (this.#cut.signal.aborted || (error instanceof Error && error.name === 'AbortError')) {
        return undefined;
      }
      throw error;
    }
  }
}

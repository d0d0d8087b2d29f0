import { EventEmitter } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { lazily } from '../../core/base/lazily.ts';
import { KnownSummaries, type KnownSummary } from '../../core/explanation/knownSummaries.ts';
import type { RoutingExplanation } from '../../core/explanation/routingExplanation.ts';
import { RoutingReader } from '../../core/explanation/routingReader.ts';
import { NOTHING_READ, type RoutingReadings } from '../../core/explanation/routingReadings.ts';
import { waitingPlace } from '../../core/explanation/waitingPlace.ts';
import { readTaskHistory, type HistoryRows } from '../../core/history/historyRows.ts';
import type { Presenter } from '../../core/privacy/presenter.ts';
import type { Connections } from '../../core/profiles/connection.ts';
import { taskKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import { asFailure, type Failure } from '../../core/taskrouter/failure.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import type { Profiles } from '../accounts/profiles.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { present } from '../ui/present.ts';

export interface ExplanationServices {
  readonly connections: Connections;
  readonly store: Pick<TaskStore, 'get' | 'fetchTransient'>;
  readonly profiles: Pick<Profiles, 'find' | 'onDidRemove' | 'onDidMove'>;
}

type Explainer = (presenter: Presenter) => RoutingExplanation;

/** Each keeps its readings in memory, which may be thousands of Workers. */
const MAX_EXPLAINERS = 5;

/**
 * Explains why Tasks wait, and keeps a summary of each explanation for places that send no requests.
 * The routing engine is loaded with the first explanation.
 */
export class RoutingExplanations {
  readonly #services: ExplanationServices;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<ProfiledTask>());
  readonly #known = new KnownSummaries();
  readonly #explainers = new Map<string, Explainer>();
  /** How many explanations of each Task are under way. */
  readonly #pending = new Map<string, number>();
  readonly reader: RoutingReader;
  readonly loadEngine = lazily(() => import('./explainTask.ts'));

  /** Fires after what is known of a Task, or whether it is being explained, has changed. */
  readonly onDidChange = this.#changed.event;

  constructor(services: ExplanationServices) {
    this.#services = services;
    this.reader = new RoutingReader(services.connections);
    const { profiles } = services;
    const all = this.#disposables;
    all.add(
      this.#known.onDidChange((task) => {
        // What was read with a profile is not kept longer than the profile.
        if (this.#known.get(task, undefined) === undefined) this.#explainers.delete(taskKey(task));
        this.#changed.fire(task);
      }),
    );
    const forget = (profileId: string) => {
      this.#known.forget(profileId);
      this.reader.forget(profileId);
    };
    all.add(profiles.onDidRemove(forget));
    all.add(
      profiles.onDidMove(({ from }) => {
        forget(from.id);
      }),
    );
    all.add(
      // The summaries may show what is masked now.
      settings.onDidChange(PRIVACY_SETTINGS, () => {
        this.#known.forget();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /**
   * Why a Task waits, if that was found out and it still waits there. Asks nothing.
   *
   * @param text the Task as it was fetched last; absent if that is not in memory any more
   */
  known(task: ProfiledTask, text: string | undefined): KnownSummary | undefined {
    return this.#known.get(task, text);
  }

  isPending(task: ProfiledTask): boolean {
    return this.#pending.has(taskKey(task));
  }

  /**
   * Explains anew what was read of a Task, if it still waits there. Asks nothing.
   *
   * @param text the Task as it was fetched last
   */
  explainKnown(
    task: ProfiledTask,
    text: string,
    presenter: Presenter,
  ): RoutingExplanation | undefined {
    if (this.known(task, text) === undefined) return undefined;
    return this.#explainers.get(taskKey(task))?.(presenter);
  }

  /**
   * @param explanation made with the present privacy mode
   * @param explainer makes the same explanation with another one
   */
  learn(
    task: ProfiledTask,
    { text, fetchedAt }: FetchedTask,
    { state, summary }: RoutingExplanation,
    explainer: Explainer,
  ): void {
    const isKept = this.#services.profiles.find(task.profileId) !== undefined;
    // A page can stay open for longer than its profile, and a reading can end after it.
    if (state !== 'waiting' || !isKept) return;
    const key = taskKey(task);
    this.#explainers.delete(key);
    this.#explainers.set(key, explainer);
    for (const oldest of this.#explainers.keys()) {
      if (this.#explainers.size <= MAX_EXPLAINERS) break;
      this.#explainers.delete(oldest);
    }
    this.#known.add(task, text, { summary, at: fetchedAt });
  }

  /**
   * Fetches a Task and explains it.
   *
   * @throws TaskRouterFailure if neither the Task nor events of it can be fetched; `signal.reason` when
   *   cancelled
   */
  async explain(
    task: ProfiledTask,
    presenter: Presenter,
    signal: AbortSignal,
  ): Promise<RoutingExplanation> {
    const end = this.#begin(task);
    try {
      return await this.#explain(task, presenter, signal);
    } finally {
      end();
    }
  }

  async #explain(
    task: ProfiledTask,
    presenter: Presenter,
    signal: AbortSignal,
  ): Promise<RoutingExplanation> {
    const { explainTask, readingNeeds } = await this.loadEngine();
    const fetched = await this.#fetch(task, signal);
    const text = 'failure' in fetched ? undefined : fetched.text;
    const history = this.#readHistory(task, 'failure' in fetched ? undefined : fetched, signal);
    // If the readings fail first, this rejection must not be reported as unhandled.
    history.catch(() => undefined);
    const explainWith = async (readings: RoutingReadings) =>
      explainTask({ text, history: await history, readings }, presenter);
    const place = text === undefined ? undefined : waitingPlace(task, text);
    const readings =
      place === undefined
        ? NOTHING_READ
        : await this.reader.read(
            place,
            {
              at: () => serverNow('failure' in fetched ? undefined : fetched, Date.now()),
              ...{ isFresh: false, withStatistics: true },
              needsOf: async (first) => readingNeeds(await explainWith(first)),
            },
            signal,
          );
    const events = await history;
    // Neither the Task nor any event of it exists.
    if ('failure' in fetched && ('failure' in events || events.events.length === 0)) {
      throw fetched.error;
    }
    const explanation = await explainWith(readings);
    if (presenter === present() && !('failure' in fetched)) {
      this.learn(task, fetched, explanation, (other) =>
        explainTask({ text, history: events, readings }, other),
      );
    }
    return explanation;
  }

  /** The Task, or why it cannot be fetched if TaskRouter has deleted it. */
  async #fetch(
    task: ProfiledTask,
    signal: AbortSignal,
  ): Promise<FetchedTask | { readonly failure: Failure; readonly error: Error }> {
    try {
      return await this.#services.store.fetchTransient(task, signal, isDocumentOpen);
    } catch (error) {
      const failure = asFailure(error);
      if (failure?.kind !== 'notFound' || !(error instanceof Error)) throw error;
      return { failure, error };
    }
  }

  async #readHistory(
    task: ProfiledTask,
    fetched: FetchedTask | undefined,
    signal: AbortSignal,
  ): Promise<HistoryRows | { readonly failure: Failure }> {
    try {
      const opening = this.#services.connections.open(task.profileId);
      const { source } = await untilAborted(opening, signal);
      return await readTaskHistory(source, task, serverNow(fetched, Date.now()), signal);
    } catch (error) {
      const failure = asFailure(error);
      if (failure === undefined) throw error;
      return { failure };
    }
  }

  #begin(task: ProfiledTask): () => void {
    const key = taskKey(task);
    const change = (by: number) => {
      const count = (this.#pending.get(key) ?? 0) + by;
      if (count > 0) this.#pending.set(key, count);
      else this.#pending.delete(key);
      this.#changed.fire(task);
    };
    change(1);
    return () => {
      change(-1);
    };
  }
}

import { LazyPart } from '../../core/base/lazyPart.ts';
import { RoutingLoader } from '../../core/explanation/routingLoader.ts';
import { NOTHING_READ, type RoutingReadings } from '../../core/explanation/routingReadings.ts';
import type { HistoryLoader, HistoryState } from '../../core/history/historyLoader.ts';
import type { RoutingView } from '../../core/page/routing/routingView.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { PageRouting, PageView } from '../../webview/protocol.ts';
import type { LoadedServices } from '../services.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { KnownOfTask } from './explainTask.ts';
import type { RoutingExplanations } from './routingExplanations.ts';

type SectionServices = Pick<LoadedServices, 'store' | 'watched' | 'explanations' | 'runner'>;
type Engine = Awaited<ReturnType<RoutingExplanations['loadEngine']>>;

/** What an explanation was made of. */
type Inputs = readonly unknown[];

/** The section of a Task's page that explains how the Task is routed. */
export class RoutingSection {
  readonly #task: ProfiledTask;
  readonly #history: HistoryLoader;
  readonly #services: SectionServices;
  readonly #onChange: () => void;
  readonly #loader: RoutingLoader;
  /** What the page shows of the Task. `undefined` before anything is shown, and empty for a deleted Task. */
  #shown: { readonly fetched?: FetchedTask } | undefined;
  readonly #engine: LazyPart<Engine>;
  #isWanted = false;
  #made: { readonly inputs: Inputs; readonly view: RoutingView } | undefined;

  constructor(
    task: ProfiledTask,
    history: HistoryLoader,
    services: SectionServices,
    onChange: () => void,
  ) {
    this.#task = task;
    this.#history = history;
    this.#services = services;
    this.#onChange = onChange;
    const { store, explanations, runner } = services;
    const onFault = (error: unknown) => {
      runner.logFault('explain how a Task is routed', error);
    };
    this.#engine = new LazyPart({ load: explanations.loadEngine, onChange, onFault });
    this.#loader = new RoutingLoader({
      ...{ task, onChange, onFault },
      reader: explanations.reader,
      at: () => serverNow(store.get(task)?.fetched, Date.now()),
      needsOf: async (readings) => {
        const engine = await explanations.loadEngine();
        return engine.readingNeeds(engine.explainTask(this.#knownOfTask(readings), present()));
      },
    });
  }

  /** Takes the latest fetch of the Task, or `undefined` if it was deleted. */
  follow(fetched: FetchedTask | undefined): void {
    this.#shown = fetched === undefined ? {} : { fetched };
    this.#loader.follow(fetched, this.#services.watched.isWatched(this.#task));
    this.#engine.load();
  }

  /** The next fetch of a watched Task reads again, too. */
  invalidate(): void {
    this.#engine.retry();
    this.#loader.invalidate();
  }

  retry(): void {
    this.#engine.retry();
    this.#loader.retry();
    this.#onChange();
  }

  /** The page scrolls here once there is something to see. */
  reveal(): void {
    this.#isWanted = true;
  }

  dispose(): void {
    this.#loader.dispose();
  }

  /** The part of the page. Empty until the page shows the Task. */
  page(): Pick<PageView, 'routing' | 'reveal'> {
    const routing = this.#routing();
    if (routing === undefined) return {};
    if (!this.#isWanted || routing.kind === 'loading') return { routing };
    this.#isWanted = false;
    return { routing, reveal: 'routing' };
  }

  #routing(): PageRouting | undefined {
    const { state } = this.#loader;
    if (this.#shown === undefined) return undefined;
    const engine = this.#engine.state;
    if (state.kind === 'failed' || engine.kind === 'failed') {
      const failure = state.kind === 'failed' ? state.failure : ({ kind: 'internal' } as const);
      return { kind: 'failed', sentence: localize(failureSentence(failure)) };
    }
    // Without the events, a wrong cause could be shown for a moment.
    if (
      state.kind === 'loading' ||
      this.#history.state.kind === 'loading' ||
      engine.kind === 'loading'
    ) {
      return { kind: 'loading' };
    }
    // A Task that is deleted or over is explained by its events only.
    if (state.kind === 'idle' && this.#history.state.kind === 'failed') return undefined;
    const renewing = state.kind === 'read' && state.renewing;
    const readings = state.kind === 'read' ? state.readings : NOTHING_READ;
    return { kind: 'ready', view: this.#view(engine.value, readings), renewing };
  }

  #view(engine: Engine, read: RoutingReadings): RoutingView {
    const presenter = present();
    const { state, statistics } = this.#history;
    const history =
      state.kind === 'ready' ? state.rows : state.kind === 'failed' ? state.failure : undefined;
    const text = this.#shown?.fetched?.text;
    const inputs: Inputs = [text, history, read, statistics, presenter];
    const made = this.#made;
    if (made?.inputs.every((input, index) => input === inputs[index]) === true) return made.view;
    const known = this.#knownOfTask(read);
    const explanation = engine.explainTask(known, presenter);
    const context = { task: this.#task, present: presenter, localize };
    const view = engine.routingView(explanation, context);
    this.#made = { inputs, view };
    const { fetched } = this.#shown ?? {};
    if (fetched !== undefined) {
      this.#services.explanations.learn(this.#task, fetched, explanation, (other) =>
        engine.explainTask(known, other),
      );
    }
    return view;
  }

  #knownOfTask(read: RoutingReadings): KnownOfTask {
    const { state, statistics: value } = this.#history;
    const readings: RoutingReadings =
      value === undefined ? read : { ...read, statistics: { kind: 'read', value } };
    return { text: this.#shown?.fetched?.text, history: historyIn(state), readings };
  }
}

function historyIn(state: HistoryState): KnownOfTask['history'] {
  switch (state.kind) {
    case 'ready':
      return state.rows;
    case 'failed':
      return { failure: state.failure };
    case 'loading':
      return { events: [], reservations: [] };
  }
}

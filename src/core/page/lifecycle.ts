import type { TaskEvent } from '../history/taskEvent.ts';
import { lastStatus, phases, type PhaseSpan } from '../history/taskPhases.ts';
import { describeDuration } from '../messages/duration.ts';
import { message, type Localize } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import {
  describeStatus,
  factsOfStatus,
  isTaskOver,
  taskStatuses,
  type TaskStatus,
} from '../resources/taskStatus.ts';
import { readTimestamp, type Timestamp } from '../resources/timestamp.ts';
import type { DetailsContext } from './detailsContext.ts';
import type { GrowingText } from './liveText.ts';

/** The life of a Task as a strip. */
export interface LifecycleView {
  /**
   * pending → reserved → assigned → wrapping → completed, or canceled in its place. A status that
   * TaskRouter added later stands behind them.
   */
  readonly steps: readonly LifecycleStepView[];
}

interface LifecycleStepView {
  /** As `assignment_status` has it. */
  readonly status: string;
  readonly label: string;
  /**
   * `unknown`: it cannot be told whether the Task was in it, as long as events and reservations are
   * not there; `skipped`: the Task went past it.
   */
  readonly state: 'passed' | 'present' | 'ahead' | 'skipped' | 'unknown';
  /** When the Task first got into it; for the present status, when it last did. Absent if not known. */
  readonly since?: Timestamp;
  /** How long the Task was in it: "10 s", or "for 5 min" while it is. */
  readonly duration?: string;
  /** The same, if the Task still is in it. */
  readonly growing?: GrowingText;
  /** More about it, such as "reserved twice". */
  readonly note?: string;
}

/** The fields of a Task about its lifecycle, as they came. */
export interface LifecycleFacts {
  readonly status?: string;
  readonly created?: string;
  readonly updated?: string;
  readonly entered?: string;
  readonly reason?: string;
}

/** A Task gets into each status only after those listed for it. */
const STATUSES_BEFORE: Readonly<Record<TaskStatus, readonly string[]>> = {
  pending: [],
  reserved: ['pending'],
  assigned: ['pending', 'reserved'],
  wrapping: ['pending', 'reserved', 'assigned'],
  completed: ['pending', 'reserved', 'assigned'],
  canceled: ['pending'],
};

/**
 * The life of a Task as a strip.
 *
 * @param facts of the Task; empty for a deleted one, whose last known status counts as the present one
 * @param history in its order; undefined until it has been read
 */
export function taskLifecycle(
  facts: LifecycleFacts,
  history: readonly TaskEvent[] | undefined,
  context: Pick<DetailsContext, 'now' | 'present' | 'localize'>,
): LifecycleView {
  const life = new Lifecycle(facts, history ?? [], context);
  const end = life.status === 'canceled' ? 'canceled' : 'completed';
  const ongoing = taskStatuses.filter((status) => !isTaskOver(status));
  const known: readonly string[] = [...ongoing, end];
  const isKnown = life.status === undefined || known.includes(life.status);
  const all = isKnown ? known : [...known, life.status];
  return { steps: all.map((status) => life.step(status)) };
}

class Lifecycle {
  readonly status: string | undefined;
  readonly #facts: LifecycleFacts;
  readonly #history: readonly TaskEvent[];
  readonly #spans: readonly PhaseSpan[];
  readonly #isWhole: boolean;
  readonly #now: number;
  readonly #present: Presenter;
  readonly #localize: Localize;

  constructor(
    facts: LifecycleFacts,
    history: readonly TaskEvent[],
    { now, present, localize }: Pick<DetailsContext, 'now' | 'present' | 'localize'>,
  ) {
    this.#facts = facts;
    this.#history = history;
    this.#now = now;
    this.#present = present;
    this.#localize = localize;
    this.#spans = phases(history);
    // Events older than 30 days are gone, and with them what could have been.
    this.#isWhole = history.some(({ type }) => type === 'task.created');
    this.status = facts.status ?? lastStatus(history);
  }

  step(status: string): LifecycleStepView {
    const state = this.#state(status);
    const since =
      state === 'passed' || state === 'present' ? this.#since(status, state) : undefined;
    const note = this.#note(status, state);
    return {
      status,
      label: this.#localize(describeStatus(this.#present.line(status))),
      state,
      ...(since !== undefined && { since }),
      ...this.#duration(status, state, since),
      ...(note !== undefined && { note }),
    };
  }

  #state(status: string): LifecycleStepView['state'] {
    if (status === this.status) return 'present';
    const present = taskStatuses.find((known) => known === this.status);
    const wasReached = this.#spansOf(status).length > 0;
    if (present === undefined) return wasReached ? 'passed' : 'unknown';
    const order = taskStatuses.indexOf(present);
    const isBefore = taskStatuses.findIndex((known) => known === status) < order;
    if (!isBefore) return 'ahead';
    if (wasReached || STATUSES_BEFORE[present].includes(status)) return 'passed';
    return this.#isWhole || (present === 'canceled' && status !== 'reserved')
      ? 'skipped'
      : 'unknown';
  }

  #since(status: string, state: LifecycleStepView['state']): Timestamp | undefined {
    if (isTaskOver(status)) {
      const end = this.#history.findLast(({ type }) => type === `task.${status}`);
      // Nothing but its attributes changes a Task after its end.
      return end?.moment ?? readTimestamp(undefined, this.#facts.updated);
    }
    const spans = this.#spansOf(status);
    const span = state === 'present' ? spans.at(-1) : spans[0];
    const told = span && this.#history[span.begins]?.moment;
    // The last span may be over, where what came after it is not told.
    if (told !== undefined && (state === 'passed' || span === this.#spans.at(-1))) return told;
    if (status !== 'pending') return undefined;
    const { entered, created } = this.#facts;
    return state === 'present'
      ? (readTimestamp(undefined, entered) ?? readTimestamp(undefined, created))
      : readTimestamp(undefined, created);
  }

  #note(status: string, state: LifecycleStepView['state']): string | undefined {
    if (isTaskOver(status)) {
      return state === 'present' ? this.#reason(status) : undefined;
    }
    if (status === 'reserved') return this.#offers(state);
    if (status !== 'assigned' || state === 'ahead') return undefined;
    const accepted = this.#history.findLast(({ kind }) => kind === 'accepted');
    const name = accepted?.parties.worker?.name ?? '';
    return name === '' ? undefined : name;
  }

  #duration(
    status: string,
    state: LifecycleStepView['state'],
    since: Timestamp | undefined,
  ): Pick<LifecycleStepView, 'duration' | 'growing'> {
    if (state === 'present' && since !== undefined && !isTaskOver(status)) {
      // Nothing tells how long the last known status of a deleted Task lasted.
      if (this.#facts.status === undefined) return {};
      const seconds = (this.#now - since.at) / 1000;
      return {
        duration: this.#localize(message('for {0}', describeDuration(seconds))),
        growing: { text: this.#localize(message('for {0}', '{0}')), since: since.at },
      };
    }
    const seconds = this.#secondsOf(status);
    return state === 'passed' && seconds >= 1
      ? { duration: this.#localize(describeDuration(seconds)) }
      : {};
  }

  #reason(status: string): string | undefined {
    const told = this.#history.findLast(({ type }) => type === `task.${status}`)?.data;
    const reason = this.#facts.reason ?? told?.[`task_${status}_reason`] ?? '';
    return this.#present.line(reason) || undefined;
  }

  #offers(state: LifecycleStepView['state']): string | undefined {
    const count = this.#history.filter(({ kind }) => kind === 'offered').length;
    if (count === 0) return undefined;
    if (state === 'ahead') {
      return this.#localize(
        count === 1
          ? message('reserved once, not accepted')
          : message('reserved {0} times, not accepted', count),
      );
    }
    return this.#localize(
      count === 1 ? message('reserved once') : message('reserved {0} times', count),
    );
  }

  #spansOf(status: string): readonly PhaseSpan[] {
    const own = factsOfStatus(status)?.phase;
    return this.#spans.filter(({ phase }) => phase === own);
  }

  #secondsOf(status: string): number {
    const lengths = this.#spansOf(status).map(({ begins, ends = begins }) => {
      const [from, to] = [this.#history[begins]?.moment?.at, this.#history[ends]?.moment?.at];
      return from === undefined || to === undefined ? 0 : to - from;
    });
    return lengths.reduce((sum, length) => sum + length, 0) / 1000;
  }
}

import type { ViewText } from '../messages/viewText.ts';
import type { Moment } from '../resources/timestamp.ts';

/** The life of a Task as a strip. */
export interface LifeView<T = ViewText> {
  /**
   * pending → reserved → assigned → wrapping → completed, or canceled in its place. A status that
   * TaskRouter added later stands behind them.
   */
  readonly steps: readonly LifeStepView<T>[];
}

export interface LifeStepView<T = ViewText> {
  /** As `assignment_status` has it. */
  readonly status: string;
  readonly label: T;
  /**
   * `unknown`: it cannot be told whether the Task was in it, as long as events and reservations are
   * not there; `skipped`: the Task went past it.
   */
  readonly state: 'passed' | 'present' | 'ahead' | 'skipped' | 'unknown';
  /** When the Task was in it first, in the present case last; absent if nothing tells. */
  readonly since?: Moment;
  /** More about it, such as "offered twice". */
  readonly note?: T;
}

import type { Message } from '../../messages/message.ts';
import type { StepWorkers } from './candidates.ts';

/** A step of a Task on its way through a Workflow. */
export interface RoutingStep {
  /** Seconds of the Task's age at which it begins. */
  readonly age: number;
  /** The index of the filter; null where the Task is canceled without one. */
  readonly filter: number | 'default' | 'routingTarget' | null;
  /** The index of the target in its filter. */
  readonly target: number | null;
  /** SID or name; null where nothing says. */
  readonly queue: string | null;
  readonly priority: number | null;
  /** Undefined if no Workers are known, or none matter. */
  readonly workers?: StepWorkers;
  /** `moved`: left by its timeout; a step that is left by the Task's own timeout waits. */
  readonly outcome: 'waits' | 'skipped' | 'moved' | 'canceled' | 'uncertain';
  /** Why it is so; what keeps Workers from the Task is with them. */
  readonly reasons: readonly Message[];
}

/** A target, or the default filter, with the Task's age at which it came there. */
export interface StepPosition {
  readonly filter: number | 'default';
  readonly target: number | null;
  /** In seconds. */
  readonly age: number;
}

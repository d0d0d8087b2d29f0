import type { Comparison, ExpressionHole } from '../syntax/expression.ts';
import type { Reason } from './reason.ts';

export type Truth = 'true' | 'false';

/** One of three values; an uncertain one can be more probably one of two. */
export interface Verdict {
  readonly outcome: Truth | 'uncertain';
  readonly likely?: Truth;
}

/** What became of one condition. */
export interface ClauseTrace extends Verdict {
  readonly clause: Comparison | ExpressionHole;
  readonly reasons: readonly Reason[];
}

export interface Evaluation {
  readonly outcome: Truth | 'uncertain' | 'invalid';
  /** With 'uncertain', where one is more probable. */
  readonly likely?: Truth;
  /** Of the conditions that decide, at most {@link MAX_REASONS}; describe them with `describeReason`. */
  readonly reasons: readonly Reason[];
  /** Of the fault or of the doubt. */
  readonly offset?: number;
  /** In the order of the text; none if it is invalid. */
  readonly clauses: readonly ClauseTrace[];
}

export const MAX_REASONS = 20;

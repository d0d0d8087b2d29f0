import type { Comparison, ExpressionHole } from '../syntax/expression.ts';
import type { Reason } from './reason.ts';
import type { Truth, Verdict } from './verdict.ts';

/** What became of one condition. */
export interface ClauseTrace extends Verdict {
  readonly clause: Comparison | ExpressionHole;
  /** What was met, then the rules that decided; describe them with `describeReason`. */
  readonly reasons: readonly Reason[];
}

export interface Evaluation {
  readonly outcome: Truth | 'uncertain' | 'invalid';
  /** With 'uncertain', where one is more probable. */
  readonly likely?: Truth;
  /** Of the conditions that decide, at most {@link MAX_REASONS}. */
  readonly reasons: readonly Reason[];
  /** Of the fault or of the doubt. */
  readonly offset?: number;
  /** In the order of the text; none if it is invalid. */
  readonly clauses: readonly ClauseTrace[];
}

export const MAX_REASONS = 20;

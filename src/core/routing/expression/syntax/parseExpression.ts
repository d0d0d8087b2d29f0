import { ExpressionParser } from './expressionParser.ts';
import type { Expression } from './expression.ts';
import type { ExpressionDoubt, ExpressionFault } from './expressionFault.ts';
import { tokenize, type Token } from './token.ts';

export interface ParsedExpression {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Undefined if nothing stands there. With faults it is what can be understood. */
  readonly root: Expression | undefined;
  /** In the order of the text. */
  readonly faults: readonly ExpressionFault[];
  readonly doubts: readonly ExpressionDoubt[];
}

/** Never throws; takes time in proportion to the text, however deep it is nested. */
export function parseExpression(text: string): ParsedExpression {
  const tokens = tokenize(text);
  return { text, tokens, ...new ExpressionParser(tokens).parse() };
}

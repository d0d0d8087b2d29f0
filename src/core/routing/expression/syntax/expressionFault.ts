import type { Span, TextFix } from './span.ts';

/** What leaves an expression without a reading, or was refused in a recording. */
export type FaultCode =
  | 'unclosedQuote'
  | 'unclosedHole'
  | 'unclosedParenthesis'
  | 'unopenedParenthesis'
  | 'unclosedList'
  | 'unopenedList'
  | 'emptyParentheses'
  /** Two conditions without AND or OR between them. */
  | 'missingJoin'
  /** AND or OR before or after nothing. */
  | 'danglingJoin'
  /** An operand without an operator. */
  | 'missingOperator'
  | 'missingOperand'
  /** A second operator where AND, OR or the end belongs. */
  | 'danglingOperator'
  /** `! =` */
  | 'splitOperator'
  /** `<>`, `===`, or a word between two operands that is no operator. */
  | 'unknownOperator'
  /** `== 'a', 'b'` */
  | 'listWithoutBrackets'
  /** `IN ('a', 'b')` */
  | 'listInParentheses'
  | 'listSeparator'
  | 'straySeparator'
  /** Refused with 20001 in a recording. */
  | 'hyphenatedKey'
  /** `''value''` */
  | 'doubledQuotes'
  /** `“value”` */
  | 'typographicQuotes'
  | 'malformedKey'
  /** `*` before a condition, `''a''`, and whatever else has no meaning. */
  | 'unknownCharacter';

export interface ExpressionFault extends Span {
  readonly code: FaultCode;
  /** What is wrong, as it is written; can be empty. */
  readonly text: string;
  /** Only where there is no doubt what was meant. */
  readonly fix?: TextFix;
}

/** What no source says that TaskRouter accepts. */
export type DoubtCode =
  | 'emptyExpression'
  | 'negativeNumber'
  | 'exponent'
  | 'escape'
  /** `TRUE`, `NULL` */
  | 'capitalConstant'
  /** `&&`, `||` */
  | 'logicSign'
  | 'unaryNot'
  /** `NOT HAS`, `NOT CONTAINS` */
  | 'negatedOperator'
  | 'operandInParentheses'
  /** `a <-1` */
  | 'arrowOrNegative'
  /** `988abc` */
  | 'digitFirstKey';

export interface ExpressionDoubt extends Span {
  readonly code: DoubtCode;
  readonly text: string;
  readonly fix?: TextFix;
}

import { message, type Message } from '../../../messages/message.ts';
import { shownText } from '../../../messages/plainText.ts';
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

/** How much of an expression a sentence repeats. */
const MAX_REPEATED = 40;

/** What is wrong, in one sentence. */
export function describeFault({ code, text }: ExpressionFault): Message {
  const what = shownText(text, MAX_REPEATED);
  switch (code) {
    case 'unclosedQuote':
      return message('This string is not closed: {0}', what);
    case 'unclosedHole':
      return message('This placeholder is not closed: {0}', what);
    case 'unclosedParenthesis':
      return message('This parenthesis is not closed.');
    case 'unopenedParenthesis':
      return message('This parenthesis closes nothing.');
    case 'unclosedList':
      return message('This list is not closed. Add ].');
    case 'unopenedList':
      return message('This bracket closes nothing.');
    case 'emptyParentheses':
      return message('These parentheses are empty.');
    case 'missingJoin':
      return message('AND or OR is missing before {0}', what);
    case 'danglingJoin':
      return message('{0} needs a condition on both sides.', what);
    case 'missingOperator':
      return message('An operator is missing after {0}', what);
    case 'missingOperand':
      return message('A key or value is missing before {0}', what);
    case 'danglingOperator':
      return message('A key or value is missing after {0}, or it is one operator too many.', what);
    case 'splitOperator':
      return message('{0} is written without a space.', what);
    case 'unknownOperator':
      return message('{0} is not an operator.', what);
    case 'listWithoutBrackets':
      return message('Several values need a list in brackets: IN [{0}]', what);
    case 'listInParentheses':
      return message('A list is written in brackets, not in parentheses.');
    case 'listSeparator':
      return message('A comma is missing before {0}', what);
    case 'straySeparator':
      return message('This comma separates nothing.');
    case 'hyphenatedKey':
      return message('Keys with a hyphen are refused with error 20001 (recorded): {0}', what);
    case 'doubledQuotes':
      return message('A string has one quote on each side: {0}', what);
    case 'typographicQuotes':
      return message('Strings need straight quotes: {0}', what);
    case 'malformedKey':
      return message('This is not a valid key: {0}', what);
    case 'unknownCharacter':
      return message('Unexpected {0}', what);
  }
}

/** What no source says, in one sentence. */
export function describeDoubt({ code, text }: ExpressionDoubt): Message {
  const what = shownText(text, MAX_REPEATED);
  switch (code) {
    case 'emptyExpression':
      return message('Twilio does not document an empty expression.');
    case 'negativeNumber':
      return message('Twilio does not document negative numbers: {0}', what);
    case 'exponent':
      return message('Twilio does not document numbers with an exponent: {0}', what);
    case 'escape':
      return message('Twilio does not document a backslash in strings: {0}', what);
    case 'capitalConstant':
      return message('Twilio documents only the lowercase form of {0}', what);
    case 'logicSign':
      return message('Twilio does not document {0}. Write AND or OR.', what);
    case 'unaryNot':
      return message('Twilio documents NOT only as NOT IN.');
    case 'negatedOperator':
      return message('Twilio does not document {0}', what);
    case 'operandInParentheses':
      return message('Twilio does not document parentheses around a key or value.');
    case 'arrowOrNegative':
      return message('{0} can be an operator or a comparison with a negative number.', what);
    case 'digitFirstKey':
      return message('Twilio does not document keys that begin with a digit: {0}', what);
  }
}

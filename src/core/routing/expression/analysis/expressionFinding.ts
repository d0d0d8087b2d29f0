import { message, type Message } from '../../../messages/message.ts';
import { shownText } from '../../../messages/plainText.ts';
import type { Span, TextFix } from '../syntax/span.ts';

type FindingCode =
  /** Conditions on one key that are always true together, as `x != 'a' OR x != 'b'`. */
  | 'alwaysTrue'
  | 'neverTrue'
  | 'mixedAndOr'
  | 'unknownName'
  /** In a target, a key without `task.` or `worker.`. */
  | 'missingPrefix'
  /** The name of another scope. */
  | 'foreignName'
  /** `x == ['a']`, which is always false. */
  | 'scalarOperatorOnList'
  /** `x IN 'a'`, which is false for each scalar. */
  | 'listOperatorOnScalar'
  /** `x HAS ['a']` */
  | 'listOnWrongSide'
  /** `"skills" HAS 'a'` */
  | 'quotedKey';

/** What is wrong, or may be, with an expression that can be parsed. */
export interface ExpressionFinding extends Span {
  readonly code: FindingCode;
  /** Certain to be a mistake, or doubtful. */
  readonly severity: 'certain' | 'doubtful';
  /** The key or operator that it is about. */
  readonly text: string;
  /** The name that is meant. */
  readonly suggestion?: string;
  /** Ways to put it right, the most probable first. */
  readonly fixes: readonly TextFix[];
}

export function describeFinding({ code, text, suggestion }: ExpressionFinding): Message {
  const what = shownText(text);
  switch (code) {
    case 'alwaysTrue':
      return message('This is always true, unless `{0}` is an array.', what);
    case 'neverTrue':
      return message('This is never true: `{0}` cannot be both.', what);
    case 'mixedAndOr':
      return message(
        'AND and OR are mixed without parentheses. Twilio does not document which binds closer.',
      );
    case 'unknownName':
      return suggestion === undefined
        ? message('`{0}` is not a documented name.', what)
        : message('`{0}` is not a documented name. Did you mean `{1}`?', what, suggestion);
    case 'missingPrefix':
      return suggestion === undefined
        ? message('In a target, keys begin with `task.` or `worker.`: `{0}`', what)
        : message('`{0}` is not known here. Did you mean `{1}`?', what, suggestion);
    case 'foreignName':
      return message('`{0}` is not documented for this kind of expression.', what);
    case 'scalarOperatorOnList':
      return message('{0} with a list is always false.', what);
    case 'listOperatorOnScalar':
      return message('{0} needs a list on this side, and is false without one.', what);
    case 'listOnWrongSide':
      return message('Twilio does not document {0} with a list on this side.', what);
    case 'quotedKey':
      return message('{0} is a constant here, not a key. Remove the quotes to name the key.', what);
  }
}

import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { WorkflowFilter } from '../configuration/workflowConfiguration.ts';
import type { Evaluation } from '../expression/evaluation/evaluation.ts';
import { describeReason, type Reason } from '../expression/evaluation/reason.ts';

const MAX_VALUE_LENGTH = 60;
const MASKED = '•••';

/** One sentence in which the names of attributes stay and their values are as the presenter shows them. */
export function shownReason(reason: Reason, present: Presenter): Message {
  const show = (value: string) => shownText(present.expression(value), MAX_VALUE_LENGTH);
  return describeReason(withShownTexts(reason, present), show);
}

/** The texts of a reason that are parts of an expression, which may hold values. */
function withShownTexts(reason: Reason, present: Presenter): Reason {
  switch (reason.kind) {
    case 'constant':
      return { ...reason, clause: present.expression(reason.clause) };
    case 'reading':
      return { ...reason, path: present.expression(reason.path) };
    case 'fault':
      // What is not understood could be anything.
      return present.masks ? { ...reason, fault: { ...reason.fault, text: MASKED } } : reason;
    case 'doubt':
      return present.masks ? { ...reason, doubt: { ...reason.doubt, text: MASKED } } : reason;
    case 'relation':
    case 'value':
    case 'rule':
    case 'notJson':
      return reason;
  }
}

/** A sentence, and why it is so: the first reason of an evaluation. */
export function withReason(
  sentence: Message,
  evaluation: Evaluation | undefined,
  present: Presenter,
): Message {
  const [reason] = evaluation?.reasons ?? [];
  return reason === undefined
    ? sentence
    : message('{0} {1}', sentence, shownReason(reason, present));
}

/** What became of a filter, with why. */
export function describeFilter(
  filter: WorkflowFilter,
  evaluation: Evaluation,
  present: Presenter,
): Message {
  const { name, index } = filter;
  const label =
    name === undefined || name === ''
      ? String(index + 1)
      : `"${present.line(name, MAX_VALUE_LENGTH)}"`;
  const sentence = (text: Message) => withReason(text, evaluation, present);
  switch (evaluation.outcome) {
    case 'true':
      return sentence(message('Filter {0} matches.', label));
    case 'false':
      return sentence(message('Filter {0} does not match.', label));
    case 'uncertain':
      return sentence(message('Whether filter {0} matches is uncertain.', label));
    case 'invalid':
      return sentence(message('The expression of filter {0} is not valid.', label));
  }
}

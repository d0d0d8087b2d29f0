import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { WorkflowFilter } from '../configuration/workflowConfiguration.ts';
import type { Evaluation } from '../expression/evaluation/evaluation.ts';
import { describeReason } from '../expression/evaluation/reason.ts';

const MAX_VALUE_LENGTH = 60;

/** A sentence, and why it is so: the first reason of an evaluation. */
export function withReason(sentence: Message, evaluation: Evaluation | undefined): Message {
  const [reason] = evaluation?.reasons ?? [];
  return reason === undefined
    ? sentence
    : message('{0} {1}', sentence, describeReason(reason, shownValue));
}

function shownValue(value: string): string {
  return shownText(value, MAX_VALUE_LENGTH);
}

/** What became of a filter, with why. */
export function describeFilter(filter: WorkflowFilter, evaluation: Evaluation): Message {
  const { name, index } = filter;
  const label = name === undefined || name === '' ? String(index + 1) : `"${shownValue(name)}"`;
  switch (evaluation.outcome) {
    case 'true':
      return withReason(message('Filter {0} matches.', label), evaluation);
    case 'false':
      return withReason(message('Filter {0} does not match.', label), evaluation);
    case 'uncertain':
      return withReason(message('Whether filter {0} matches is uncertain.', label), evaluation);
    case 'invalid':
      return withReason(message('The expression of filter {0} is not valid.', label), evaluation);
  }
}

import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { ConfigurationProblem } from './routingProblem.ts';

const MAX_LENGTH = 60;

/** One or two sentences on what is wrong beside expressions, which have theirs beside their codes. */
export function describeProblem(kind: ConfigurationProblem, args: readonly string[]): Message {
  const [text = '', other = ''] = args.map((arg) => shownText(arg, MAX_LENGTH));
  return sentences[kind](text, other);
}

type Sentence = (text: string, other: string) => Message;

const sentences: Readonly<Record<ConfigurationProblem, Sentence>> = {
  invalidJson: (text) => jsonSentences[text]?.() ?? message('This is not JSON.'),
  missingTaskRouting: () => message('TaskRouter documents the filters inside "task_routing".'),
  unknownKey: (key, known) =>
    known === ''
      ? message('Unknown key "{0}".', key)
      : message('Unknown key "{0}". Did you mean "{1}"?', key, known),
  misplacedKey: (key, owner) => message('"{0}" belongs in "{1}".', key, owner),
  undocumentedKey: (key) => message('"{0}" has no documented effect in "default_filter".', key),
  wrongType: (key, type) =>
    typeSentences[type]?.(key) ?? message('Expected a string in "{0}".', key),
  wrongSid: (found) => message('Expected the SID of a TaskQueue (WQ…), but found "{0}".', found),
  notANumber: (key, found) =>
    message('Expected a whole number in "{0}", but found {1}.', key, found),
  numberTooSmall: (key, least) => message('"{0}" must be at least {1}.', key, least),
  missingQueue: () => message('This target has no queue, and no target before it has one.'),
  twoKnownWorkers: () =>
    message('Use either "known_worker_sid" or "known_worker_friendly_name", not both.'),
  unreachableFilter: (filter, why) =>
    why === 'same'
      ? message(
          'No Task reaches this filter. Filter {0} has the same expression and keeps its Tasks.',
          filter,
        )
      : message('No Task reaches this filter. Filter {0} matches every Task and keeps it.', filter),
  timeoutCancels: () =>
    message('If this target times out, the Task is canceled unless another filter matches.'),
};

/** By what is wrong with the JSON. */
const jsonSentences: Readonly<Record<string, () => Message>> = {
  string: () => message('This string is not closed.'),
  escape: () => message('This string has an invalid escape.'),
  comma: () => message('Expected a comma.'),
  colon: () => message('Expected a colon.'),
  key: () => message('Expected a key in double quotes.'),
  value: () => message('Expected a value.'),
  close: () => message('This bracket has no counterpart.'),
  extra: () => message('Expected the end of the configuration.'),
};

/** By the type that belongs there. */
const typeSentences: Readonly<Record<string, (key: string) => Message>> = {
  object: (key) => message('Expected an object in "{0}".', key),
  array: (key) => message('Expected an array in "{0}".', key),
};

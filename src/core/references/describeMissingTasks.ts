import { message, type Message } from '../messages/message.ts';

/** So many SIDs fit into a sentence. */
const MOST_NAMED = 3;

/**
 * What it says of those that are not there to whoever asked for several Tasks.
 *
 * @param missing the Tasks as they are to be named; not empty
 * @param asked how many Tasks were asked for
 */
export function describeMissingTasks(missing: readonly string[], asked: number): Message {
  const named = missing.slice(0, MOST_NAMED).join(', ');
  const more = missing.length - MOST_NAMED;
  if (missing.length === 1) {
    return message(
      '1 of {0} Tasks was not found: {1}. TaskRouter deletes a Task some minutes after it is completed or canceled.',
      asked,
      named,
    );
  }
  return message(
    '{0} of {1} Tasks were not found: {2}. TaskRouter deletes a Task some minutes after it is completed or canceled.',
    missing.length,
    asked,
    more > 0 ? message('{0} and {1} more', named, more) : named,
  );
}

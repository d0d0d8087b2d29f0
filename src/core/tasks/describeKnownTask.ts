import { describeDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { shownText } from '../privacy/shownText.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import type { KnownTask } from './knownTasks.ts';

/** The facts of a line about a Task that was fetched before: status, queue, age, profile, and when. */
export function describeKnownTask(
  { status, queueName, ageSeconds }: KnownTask,
  shown: { readonly profile: string; readonly time: string; readonly masked: boolean },
): readonly MessageArgument[] {
  const show = (text = '') => shownText(text, shown.masked);
  const queue = show(queueName);
  return [
    describeStatus(show(status) || undefined),
    ...(queue === '' ? [] : [message('Task Queue {0}', queue)]),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
    message('profile {0}', shown.profile),
    message('fetched {0}', shown.time),
  ];
}

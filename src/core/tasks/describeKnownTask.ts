import { maskText } from '../json/maskText.ts';
import { describeDuration } from '../messages/describeDuration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { oneLine } from '../messages/oneLine.ts';
import { describeStatus } from './describeStatus.ts';
import type { KnownTask } from './knownTasks.ts';

/** TaskRouter lets a name have 64 characters; what is longer is none, and would fill the screen. */
const LONGEST = 100;

/** The facts of a line about a Task that was fetched before: status, queue, age, profile, and when. */
export function describeKnownTask(
  { status, queueName, ageSeconds }: KnownTask,
  shown: { readonly profile: string; readonly time: string; readonly masked: boolean },
): readonly MessageArgument[] {
  const show = (text = '') => {
    // In one line before it is masked, lest a number be parted by what is not seen.
    const whole = oneLine(text);
    return shorten(shown.masked ? maskText(whole) : whole);
  };
  const queue = show(queueName);
  return [
    describeStatus(show(status) || undefined),
    ...(queue === '' ? [] : [message('Task Queue {0}', queue)]),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
    message('profile {0}', shown.profile),
    message('fetched {0}', shown.time),
  ];
}

function shorten(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST).join('')}…`;
}

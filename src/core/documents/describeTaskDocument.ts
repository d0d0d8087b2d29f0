import { describeDuration } from '../messages/describeDuration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { describeStatus } from '../tasks/describeStatus.ts';
import { summarizeTask } from '../tasks/summarizeTask.ts';
import type { FetchedTask } from '../tasks/taskStore.ts';

/**
 * The facts of the line above a Task's document, in order: status, age, profile, Workspace, and when
 * this was so. The age is that of the answer: it does not go on while the document stands.
 */
export function describeTaskDocument(
  fetched: FetchedTask,
  shown: { readonly profile: string; readonly workspace: string; readonly time: string },
): readonly MessageArgument[] {
  const { status, ageSeconds } = summarizeTask(fetched.text);
  return [
    describeStatus(status),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
    message('profile {0}', shown.profile),
    shown.workspace,
    message('fetched {0}', shown.time),
  ];
}

import { message, type Message } from '../messages/message.ts';
import { shortenSid } from '../sids/sid.ts';

/** Says that no Task was found, and why that can be though there was one. */
export function describeNothingFound(
  sid: string | undefined,
  workspaceCount: number,
  profile: string,
): Message {
  const what = sid === undefined ? message('that expression') : shortenSid(sid);
  const where =
    workspaceCount === 1
      ? message('in the Workspace that the profile “{0}” sees', profile)
      : message('in the {0} Workspaces that the profile “{1}” sees', workspaceCount, profile);
  return message(
    'No Task {0} has {1} in its attributes: TaskRouter deletes a Task some minutes after it is completed or canceled, or it is of another account.',
    where,
    what,
  );
}

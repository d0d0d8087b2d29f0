import { message, type Message } from '../messages/message.ts';
import { describeResource } from '../taskrouter/resourceLabel.ts';

/**
 * What it says to whoever asked for a resource that is in none of the Workspaces of a profile.
 *
 * @param count of the Workspaces that the profile sees
 */
export function describeMissingResource(sid: string, count: number, profile: string): Message {
  const what = describeResource(sid);
  switch (count) {
    case 0:
      return message('{0} was not found: the profile “{1}” sees no Workspace.', what, profile);
    case 1:
      return message(
        '{0} is not in the only Workspace that the profile “{1}” sees: it may be gone, or of another account.',
        what,
        profile,
      );
    default:
      return message(
        '{0} is in none of the {1} Workspaces that the profile “{2}” sees: it may be gone, or of another account.',
        what,
        count,
        profile,
      );
  }
}

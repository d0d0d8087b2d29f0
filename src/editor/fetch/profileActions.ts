import { message } from '../../core/messages/message.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { profilesOfHost, type StatedHost } from '../../core/references/statedHost.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { NotificationAction } from '../commands/commandRunner.ts';
import { executeCommand } from '../commands/executeCommand.ts';

/**
 * Fits into a notification, which should have few buttons, see
 * https://code.visualstudio.com/api/ux-guidelines/notifications.
 */
const MAX_PROFILE_ACTIONS = 3;

/** Lets the user select another profile, if there are several, and tries again with it. */
export function tryAnotherProfile(
  profiles: ProfileDirectory,
  again: (profileId: string) => Promise<unknown>,
): readonly NotificationAction[] {
  if (profiles.list().length < 2) return [];
  return [
    {
      title: message('Try Another Profile…'),
      run: async () => {
        const profileId = await executeCommand(commandIds.switchProfile);
        return profileId && again(profileId);
      },
    },
  ];
}

/** Actions with the profiles that use the host of a URL. */
export function actionsForHost(
  stated: StatedHost,
  profiles: ProfileDirectory,
  toAction: (profile: Profile) => NotificationAction,
): readonly NotificationAction[] {
  return profilesOfHost(stated, profiles.list()).slice(0, MAX_PROFILE_ACTIONS).map(toAction);
}

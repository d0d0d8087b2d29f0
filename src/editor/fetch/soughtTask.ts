import type { Profile } from '../../core/profiles/profile.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { Sought } from '../workspaces/workspaceFinder.ts';

/** A Task that was named without its Workspace. */
export function soughtTask({ id: profileId }: Profile, taskSid: string): Sought<ProfiledTask> {
  return { sid: taskSid, resourceIn: (workspaceSid) => ({ profileId, workspaceSid, taskSid }) };
}

import type { TaskReference } from './taskReference.ts';

/** A Task as one profile sees it: whose credentials ask for it, and whose answer it is. */
export interface ProfiledTask extends TaskReference {
  readonly profileId: string;
}

/** One string a Task and profile, for maps. */
export function taskKey({ profileId, workspaceSid, taskSid }: ProfiledTask): string {
  return `${profileId}/${workspaceSid}/${taskSid}`;
}

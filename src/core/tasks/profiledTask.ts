import type { ProfiledResource } from './profiledResource.ts';
import type { TaskReference } from './taskReference.ts';

/** A Task as one profile sees it: whose credentials ask for it, and whose answer it is. */
export interface ProfiledTask extends TaskReference {
  readonly profileId: string;
}

/** Whether a resource is a Task, and not what belongs to one. */
export function isTask(resource: ProfiledResource): resource is ProfiledTask {
  return resource.taskSid !== undefined && resource.sid === undefined;
}

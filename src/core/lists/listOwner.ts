import type { ResourceReference } from '../resources/resourceReference.ts';
import type { ResourceList } from './resourceList.ts';

/** What a list stands below in the API's paths, without which there is none: a Workspace or a Task. */
export function listOwner(list: ResourceList): ResourceReference {
  const { workspaceSid } = list;
  return list.kind === 'Reservations' ? { workspaceSid, taskSid: list.taskSid } : { workspaceSid };
}

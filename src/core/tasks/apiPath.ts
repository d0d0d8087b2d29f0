import { resourceKind } from './resourceKind.ts';
import type { ResourceReference } from './resourceReference.ts';

/** The path of the read that answers a resource: `/v1/Workspaces/WS…/Tasks/WT…` and the like. */
export function apiPath(resource: ResourceReference): string {
  const { workspaceSid, taskSid, sid } = resource;
  const task = taskSid === undefined ? '' : `/Tasks/${taskSid}`;
  const own = sid === undefined ? '' : `/${resourceKind(resource).collection}/${sid}`;
  return `/v1/Workspaces/${workspaceSid}${task}${own}`;
}

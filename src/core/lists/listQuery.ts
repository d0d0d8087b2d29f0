import { apiPathBelow, type ApiPath, type ApiQuery } from '../tasks/apiPath.ts';
import { listKinds } from './listKinds.ts';
import { listOwner } from './listOwner.ts';
import type { ResourceList } from './resourceList.ts';

/**
 * The path and query of the read that answers the first page of a list, such as
 * `/v1/Workspaces/WS…/Tasks?AssignmentStatus=pending%2Creserved&Ordering=DateCreated%3Adesc&PageSize=50`.
 *
 * @param pageSize 1 to 1000; that of the kind if absent
 * @throws TaskRouterFailure `malformedSid`
 */
export function listQuery(list: ResourceList, pageSize = listKinds[list.kind].pageSize): ApiPath {
  return apiPathBelow(listOwner(list), list.kind, { ...narrowing(list), PageSize: pageSize });
}

function narrowing(list: ResourceList): ApiQuery {
  switch (list.kind) {
    case 'Tasks': {
      const { statuses, taskQueueSid, workflowSid, priority, expression } = list.filter;
      return {
        AssignmentStatus: statuses?.join(','),
        TaskQueueSid: taskQueueSid,
        WorkflowSid: workflowSid,
        Priority: priority,
        EvaluateTaskAttributes: expression,
        Ordering: 'DateCreated:desc',
      };
    }
    case 'Events':
      return { TaskSid: list.taskSid, StartDate: list.startDate };
    case 'TaskQueues':
    case 'Workflows':
    case 'Workers':
    case 'TaskChannels':
    case 'Activities':
    case 'Reservations':
      return {};
  }
}

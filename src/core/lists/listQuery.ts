import { apiPath } from '../tasks/apiPath.ts';
import { listKinds } from './listKinds.ts';
import { listOwner } from './listOwner.ts';
import type { ResourceList } from './resourceList.ts';

/** Of a query, by name; one that is undefined is left out. */
type Parameters = Readonly<Record<string, string | number | undefined>>;

/**
 * The path and query of the read that answers the first page of a list, such as
 * `/v1/Workspaces/WS…/Tasks?AssignmentStatus=pending%2Creserved&Ordering=DateCreated%3Adesc&PageSize=50`.
 *
 * @param pageSize 1 to 1000; that of the kind if absent
 */
export function listQuery(list: ResourceList, pageSize = listKinds[list.kind].pageSize): string {
  const parameters: Parameters = { ...narrowing(list), PageSize: pageSize };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  // A plus sign is a space only to those who read a query as that of a form.
  return `${apiPath(listOwner(list))}/${list.kind}?${query.toString().replaceAll('+', '%20')}`;
}

function narrowing(list: ResourceList): Parameters {
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

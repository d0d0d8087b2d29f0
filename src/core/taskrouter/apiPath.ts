import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { prefixesInWorkspace, type ResourceReference } from '../resources/resourceReference.ts';
import { isSidOf } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';
import { listKinds, listOwner, type ResourceList } from './resourceList.ts';

declare const checked: unique symbol;

/**
 * A path of the API, with its query if it has one. Only this file makes one, and the client takes
 * nothing else: every SID in it has the pattern of its kind, wherever it came from. A text such as
 * `WQ…/../../x` of an answer would lead an authenticated request elsewhere on the host.
 */
export type ApiPath = string & { readonly [checked]: true };

/** What a Workspace or one of its resources answers below its own path. */
type SubResource = 'RealTimeStatistics' | ResourceList['kind'];

/** Parameters of a query, by name; one that is undefined is left out. */
type ApiQuery = Readonly<Record<string, string | number | undefined>>;

/** Where Flex says, on a host of its own, which Workspace it works in. */
export const flexConfigurationPath = '/v1/Configuration' as ApiPath;

/**
 * The path of the read that answers a resource: `/v1/Workspaces/WS…/Tasks/WT…` and the like.
 *
 * @throws TaskRouterFailure `malformedSid`
 */
export function apiPath({ workspaceSid, taskSid, sid }: ResourceReference): ApiPath {
  const segments = ['/v1'];
  const add = (part: string, prefixes: readonly ResourcePrefix[]) => {
    const own = checkedSid(part, prefixes);
    segments.push(resourceKinds[own.slice(0, 2) as ResourcePrefix].collection, own);
  };
  add(workspaceSid, ['WS']);
  if (taskSid !== undefined) add(taskSid, ['WT']);
  if (sid !== undefined) add(sid, taskSid === undefined ? prefixesInWorkspace : ['WR']);
  return segments.join('/') as ApiPath;
}

/** The path of what stands below a resource, such as a list of its Tasks. */
export function apiPathBelow(
  owner: ResourceReference,
  below: SubResource,
  query: ApiQuery = {},
): ApiPath {
  return withQuery(`${apiPath(owner)}/${below}`, query);
}

/** The path of the account's Workspaces. */
export function workspacesPath(pageSize: number): ApiPath {
  return withQuery('/v1/Workspaces', { PageSize: pageSize });
}

/** @throws TaskRouterFailure `malformedSid` if it is not one of these kinds, to the last character */
function checkedSid(sid: string, kinds: readonly ResourcePrefix[]): string {
  if (kinds.some((prefix) => isSidOf(sid, prefix))) return sid;
  throw new TaskRouterFailure({ kind: 'malformedSid' });
}

function withQuery(path: string, parameters: ApiQuery): ApiPath {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  // A plus sign is a space only to those who read a query as that of a form.
  const text = query.toString().replaceAll('+', '%20');
  return (text === '' ? path : `${path}?${text}`) as ApiPath;
}

/**
 * The path and query of the read that answers the first page of a list, such as
 * `/v1/Workspaces/WS…/Tasks?AssignmentStatus=pending%2Creserved&Ordering=DateCreated%3Adesc&PageSize=50`.
 *
 * @param pageSize 1 to 1000; that of the kind if absent
 * @throws TaskRouterFailure `malformedSid`
 */
export function listQuery(list: ResourceList, pageSize = listKinds[list.kind].pageSize): ApiPath {
  return apiPathBelow(listOwner(list), list.kind, {
    ...filterParameters(list),
    PageSize: pageSize,
  });
}

function filterParameters(list: ResourceList): ApiQuery {
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

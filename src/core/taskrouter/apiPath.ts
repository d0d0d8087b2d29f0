import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { prefixesInWorkspace, type ResourceReference } from '../resources/resourceReference.ts';
import { isSidOf } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';
import { listKinds, listOwner, type ResourceList } from './resourceList.ts';

declare const checked: unique symbol;

/**
 * A path of the API, with its query if it has one. Only this file creates one, and the client accepts
 * nothing else, so every SID in a request matches the pattern of its kind. Otherwise a text such as
 * `WQ…/../../x` in an answer could send an authenticated request to another path of the host.
 */
export type ApiPath = string & { readonly [checked]: true };

/** A path segment below that of a resource. */
type SubResource = 'RealTimeStatistics' | ResourceList['kind'];

/** Query parameters by name; those that are `undefined` are omitted. */
type ApiQuery = Readonly<Record<string, string | number | undefined>>;

/** On Flex's own host, the resource that names the Workspace of Flex. */
export const flexConfigurationPath = '/v1/Configuration' as ApiPath;

/**
 * The path that fetches a resource, such as `/v1/Workspaces/WS…/Tasks/WT…`.
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

/** A path below that of a resource, such as a list of its Tasks. */
export function apiPathBelow(
  owner: ResourceReference,
  below: SubResource,
  query: ApiQuery = {},
): ApiPath {
  return withQuery(`${apiPath(owner)}/${below}`, query);
}

/** The path that lists the account's Workspaces. */
export function workspacesPath(pageSize: number): ApiPath {
  return withQuery('/v1/Workspaces', { PageSize: pageSize });
}

/** @throws TaskRouterFailure `malformedSid` if it is not a SID of one of these kinds */
function checkedSid(sid: string, kinds: readonly ResourcePrefix[]): string {
  if (kinds.some((prefix) => isSidOf(sid, prefix))) return sid;
  throw new TaskRouterFailure({ kind: 'malformedSid' });
}

function withQuery(path: string, parameters: ApiQuery): ApiPath {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) query.set(name, String(value));
  }
  // `+` means a space only in form encoding, so `%20` is safe with every server.
  const text = query.toString().replaceAll('+', '%20');
  return (text === '' ? path : `${path}?${text}`) as ApiPath;
}

/**
 * The path and query that fetch the first page of a list, such as
 * `/v1/Workspaces/WS…/Tasks?AssignmentStatus=pending%2Creserved&Ordering=DateCreated%3Adesc&PageSize=50`.
 *
 * @throws TaskRouterFailure `malformedSid`
 */
export function listQuery(list: ResourceList): ApiPath {
  return apiPathBelow(listOwner(list), list.kind, {
    ...filterParameters(list),
    PageSize: list.pageSize ?? listKinds[list.kind].pageSize,
  });
}

/** `Ordering` of a list of Tasks, see https://www.twilio.com/docs/taskrouter/api/task. */
const orderings = {
  newest: 'DateCreated:desc',
  oldest: 'DateCreated:asc',
  queue: 'Priority:desc,DateCreated:asc',
} as const;

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
        Ordering: orderings[list.order ?? 'newest'],
      };
    }
    case 'Events':
      return { TaskSid: list.taskSid, StartDate: list.startDate };
    case 'Workers':
      return { TaskQueueSid: list.taskQueueSid };
    case 'TaskQueues':
    case 'Workflows':
    case 'TaskChannels':
    case 'Activities':
    case 'Reservations':
    case 'Channels':
      return {};
  }
}

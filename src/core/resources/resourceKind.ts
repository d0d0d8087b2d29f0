import type { ResourceReference } from './resourceReference.ts';

/** The SID prefixes of the resources that can be opened as a document. */
export type ResourcePrefix = 'WS' | 'WT' | 'WR' | 'WQ' | 'WW' | 'WK' | 'WA' | 'TC' | 'EV';

/** The prefixes of all SIDs of TaskRouter. */
export type TaskRouterPrefix = ResourcePrefix | 'WC';

/** What is known of a resource from the prefix of its SID. */
interface ResourceKind {
  /** Twilio's name of it in the singular; not translated. */
  readonly name: string;
  /** The path segment of its collection in the API. */
  readonly collection: string;
  /** The prefixes of the resources that have this collection, the usual one first; absent at the top. */
  readonly parents?: readonly [TaskRouterPrefix, ...TaskRouterPrefix[]];
  /** How to list it; absent for Workspaces. */
  readonly list?: ResourceListing;
  /** The field in which other resources hold its SID; absent if other products use the same name. */
  readonly field?: string;
  /** Set if some of its fields hold a JSON document inside a string. */
  readonly embedsJson?: true;
  /** `false` if fetching it takes more than its own SID and those of its Workspace and Task. */
  readonly hasDocument?: false;
}

interface ResourceListing {
  /** The field of the answer that holds the rows. */
  readonly key: string;
  /** `PageSize` of the request: 1 to 1000, by https://www.twilio.com/docs/taskrouter/api/task. */
  readonly pageSize: number;
}

/**
 * TaskRouter's resources by SID prefix, with the paths and fields of
 * https://www.twilio.com/docs/taskrouter/api. Every other fact about a kind of resource is derived from this
 * table; links to the documentation are in the catalog of all SID prefixes.
 */
export const resourceKinds: Readonly<Record<TaskRouterPrefix, ResourceKind>> = {
  WS: { name: 'Workspace', collection: 'Workspaces', field: 'workspace_sid' },
  WT: {
    ...{ name: 'Task', collection: 'Tasks', parents: ['WS'], field: 'task_sid' },
    // A Workspace can have very many Tasks, and the newest matter most.
    list: { key: 'tasks', pageSize: 50 },
    embedsJson: true,
  },
  WR: {
    ...{ name: 'Reservation', collection: 'Reservations', parents: ['WT', 'WK'] },
    // A Task's history needs all of them, with as few requests as possible.
    ...{ list: { key: 'reservations', pageSize: 1000 }, field: 'reservation_sid' },
  },
  WQ: {
    ...{ name: 'TaskQueue', collection: 'TaskQueues', parents: ['WS'] },
    ...{ list: { key: 'task_queues', pageSize: 100 }, field: 'task_queue_sid' },
  },
  WW: {
    ...{ name: 'Workflow', collection: 'Workflows', parents: ['WS'] },
    ...{ list: { key: 'workflows', pageSize: 100 }, field: 'workflow_sid', embedsJson: true },
  },
  WK: {
    ...{ name: 'Worker', collection: 'Workers', parents: ['WS'] },
    ...{ list: { key: 'workers', pageSize: 100 }, field: 'worker_sid', embedsJson: true },
  },
  WA: {
    ...{ name: 'Activity', collection: 'Activities', parents: ['WS'] },
    ...{ list: { key: 'activities', pageSize: 100 }, field: 'activity_sid' },
  },
  TC: {
    ...{ name: 'Task Channel', collection: 'TaskChannels', parents: ['WS'] },
    ...{ list: { key: 'channels', pageSize: 100 }, field: 'task_channel_sid' },
  },
  EV: {
    ...{ name: 'Event', collection: 'Events', parents: ['WS'] },
    // As for reservations.
    list: { key: 'events', pageSize: 1000 },
  },
  WC: {
    ...{ name: 'Worker Channel', collection: 'Channels', parents: ['WK'] },
    // A Worker has one for each Task Channel.
    ...{
      list: { key: 'channels', pageSize: 100 },
      field: 'worker_channel_sid',
      hasDocument: false,
    },
  },
};

export const taskRouterPrefixes = Object.keys(resourceKinds) as readonly TaskRouterPrefix[];

export function isTaskRouterPrefix(prefix: string): prefix is TaskRouterPrefix {
  return Object.hasOwn(resourceKinds, prefix);
}

/** Whether resources with this prefix can be opened as a document. */
export function isOpenablePrefix(prefix: string): prefix is ResourcePrefix {
  return isTaskRouterPrefix(prefix) && resourceKinds[prefix].hasDocument !== false;
}

/**
 * The prefixes of the SIDs in the API's path to such a resource, its own last. Each element lists all
 * prefixes that are possible there: Reservations belong to a Task or to a Worker.
 */
export function prefixesInPath(
  prefix: TaskRouterPrefix,
): readonly (readonly [TaskRouterPrefix, ...TaskRouterPrefix[]])[] {
  const { parents } = resourceKinds[prefix];
  if (parents === undefined) return [[prefix]];
  return [...prefixesInPath(parents[0]).slice(0, -1), parents, [prefix]];
}

/** The kind of a resource, from the SIDs of its reference. */
export function resourceKind(resource: ResourceReference) {
  const prefix = prefixOf(resource);
  return { prefix, ...resourceKinds[prefix] };
}

function prefixOf({ taskSid, sid }: ResourceReference): ResourcePrefix {
  if (sid !== undefined) return sid.slice(0, 2) as ResourcePrefix;
  return taskSid === undefined ? 'WS' : 'WT';
}

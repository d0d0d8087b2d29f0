import type { ResourceReference } from './resourceReference.ts';

/** The prefixes of what has a document. */
export type ResourcePrefix = 'WS' | 'WT' | 'WR' | 'WQ' | 'WW' | 'WK' | 'WA' | 'TC' | 'EV';

/** The prefixes of TaskRouter's SIDs. */
export type TaskRouterPrefix = ResourcePrefix | 'WC';

/** What the prefix of a SID says of the resource behind it. */
interface ResourceKind {
  /** Twilio's name of it, without an article; not translated. */
  readonly name: string;
  /** What it stands in, in the API's paths. */
  readonly collection: string;
  /** The prefixes of what that collection belongs to, the usual one first; absent at the top. */
  readonly parents?: readonly [TaskRouterPrefix, ...TaskRouterPrefix[]];
  /** How it is listed; absent where no list of it is read, or in a way of its own as Workspaces are. */
  readonly list?: ResourceListing;
  /** The field that holds its SID in what refers to it; absent where other products have it, too. */
  readonly field?: string;
  /** That it has fields that hold a JSON document inside a string. */
  readonly embedsJson?: true;
  /** That nothing reads it by its SID alone and those of a Workspace and a Task. */
  readonly hasDocument?: false;
}

interface ResourceListing {
  /** What an answer has its rows under. */
  readonly key: string;
  /** How many rows are asked for at once; the API allows 1 to 1000. */
  readonly pageSize: number;
}

/**
 * What TaskRouter has, by the prefix of its SIDs. Everything that is known of a kind of resource begins here;
 * what only the catalogue of all prefixes says, as pages of the documentation, is there.
 */
export const resourceKinds: Readonly<Record<TaskRouterPrefix, ResourceKind>> = {
  WS: { name: 'Workspace', collection: 'Workspaces', field: 'workspace_sid' },
  WT: {
    ...{ name: 'Task', collection: 'Tasks', parents: ['WS'], field: 'task_sid' },
    // A Workspace can have very many, of which the newest matter most.
    list: { key: 'tasks', pageSize: 50 },
    embedsJson: true,
  },
  WR: {
    ...{ name: 'Reservation', collection: 'Reservations', parents: ['WT', 'WK'] },
    // What happened to a Task is told as a whole.
    ...{ list: { key: 'reservations', pageSize: 1000 }, field: 'reservation_sid' },
  },
  WQ: {
    ...{ name: 'Task Queue', collection: 'TaskQueues', parents: ['WS'] },
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
    // As those of reservations.
    list: { key: 'events', pageSize: 1000 },
  },
  WC: {
    ...{ name: 'Worker Channel', collection: 'Channels', parents: ['WK'] },
    ...{ field: 'worker_channel_sid', hasDocument: false },
  },
};

export const taskRouterPrefixes = Object.keys(resourceKinds) as readonly TaskRouterPrefix[];

export function isTaskRouterPrefix(prefix: string): prefix is TaskRouterPrefix {
  return Object.hasOwn(resourceKinds, prefix);
}

/** Whether what has such a SID has a document. */
export function isOpenablePrefix(prefix: string): prefix is ResourcePrefix {
  return isTaskRouterPrefix(prefix) && resourceKinds[prefix].hasDocument !== false;
}

/**
 * The prefixes of the SIDs in the API's path to such a resource, its own last. Where collections of one
 * name belong to several kinds of resources, those of all of them stand in one place.
 */
export function prefixesInPath(
  prefix: TaskRouterPrefix,
): readonly (readonly [TaskRouterPrefix, ...TaskRouterPrefix[]])[] {
  const { parents } = resourceKinds[prefix];
  if (parents === undefined) return [[prefix]];
  return [...prefixesInPath(parents[0]).slice(0, -1), parents, [prefix]];
}

/** The kind of a resource, by its place and its prefix. */
export function resourceKind(resource: ResourceReference) {
  const prefix = prefixOf(resource);
  return { prefix, ...resourceKinds[prefix] };
}

function prefixOf({ taskSid, sid }: ResourceReference): ResourcePrefix {
  if (sid !== undefined) return sid.slice(0, 2) as ResourcePrefix;
  return taskSid === undefined ? 'WS' : 'WT';
}

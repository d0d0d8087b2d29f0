import type { ResourceReference } from './resourceReference.ts';

/** What the prefix of a SID says of the resource behind it. */
interface ResourceKind {
  /** Twilio's name of it, without an article; not translated. */
  readonly name: string;
  /** Where it stands in the API's paths. */
  readonly collection: string;
  /** That it has fields that hold a JSON document inside a string. */
  readonly embedsJson?: true;
}

/** The prefixes of what has a document. */
export type ResourcePrefix = 'WS' | 'WT' | 'WR' | 'WQ' | 'WW' | 'WK' | 'WA' | 'TC' | 'EV';

export const resourceKinds: Readonly<Record<ResourcePrefix, ResourceKind>> = {
  WS: { name: 'Workspace', collection: 'Workspaces' },
  WT: { name: 'Task', collection: 'Tasks', embedsJson: true },
  WR: { name: 'Reservation', collection: 'Reservations' },
  WQ: { name: 'Task Queue', collection: 'TaskQueues' },
  WW: { name: 'Workflow', collection: 'Workflows', embedsJson: true },
  WK: { name: 'Worker', collection: 'Workers', embedsJson: true },
  WA: { name: 'Activity', collection: 'Activities' },
  TC: { name: 'Task Channel', collection: 'TaskChannels' },
  EV: { name: 'Event', collection: 'Events' },
};

/** Whether what has such a SID has a document. */
export function isOpenablePrefix(prefix: string): prefix is ResourcePrefix {
  return Object.hasOwn(resourceKinds, prefix);
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

import {
  resourceKinds,
  taskRouterPrefixes,
  type ResourcePrefix,
} from '../resources/resourceKind.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import type { TaskStatus } from '../resources/taskStatus.ts';

/** Which list of a Workspace; `kind` is its name in the API's paths. Every SID is well formed. */
export type ResourceList =
  /** Newest first. */
  | {
      readonly kind: 'Tasks';
      readonly workspaceSid: string;
      readonly filter: TaskFilter;
    }
  | {
      readonly kind: 'TaskQueues' | 'Workflows' | 'Workers' | 'TaskChannels' | 'Activities';
      readonly workspaceSid: string;
    }
  | {
      readonly kind: 'Reservations';
      readonly workspaceSid: string;
      readonly taskSid: string;
    }
  | {
      readonly kind: 'Events';
      readonly workspaceSid: string;
      /** The Task that they are about, which may be gone. */
      readonly taskSid: string;
      /** ISO 8601. Without it the API answers with the last 15 minutes only; it keeps 30 days. */
      readonly startDate: string;
    };

/** Which Tasks of a Workspace a list has; a field that is absent narrows nothing. */
export interface TaskFilter {
  /** Never empty; a Task has one of them. */
  readonly statuses?: readonly TaskStatus[];
  /** `WQ` and 32 hex digits. */
  readonly taskQueueSid?: string;
  /** `WW` and 32 hex digits. */
  readonly workflowSid?: string;
  /** An integer. */
  readonly priority?: number;
  /** `EvaluateTaskAttributes`, such as `call_sid=='CA…'`. TaskRouter says whether it is one. */
  readonly expression?: string;
}

interface ListKind {
  /** Of the SIDs in it. */
  readonly prefix: ResourcePrefix;
  /** What an answer has its rows under. */
  readonly key: string;
  /** How many rows are asked for at once; the API allows 1 to 1000. */
  readonly pageSize: number;
}

/** How the API has each list. */
export const listKinds = Object.fromEntries(
  taskRouterPrefixes.flatMap((prefix) => {
    const { collection, list } = resourceKinds[prefix];
    return list === undefined ? [] : [[collection, { prefix, ...list }]];
  }),
) as Readonly<Record<ResourceList['kind'], ListKind>>;

/** What a list stands below in the API's paths, without which there is none: a Workspace or a Task. */
export function listOwner(list: ResourceList): ResourceReference {
  const { workspaceSid } = list;
  return list.kind === 'Reservations' ? { workspaceSid, taskSid: list.taskSid } : { workspaceSid };
}

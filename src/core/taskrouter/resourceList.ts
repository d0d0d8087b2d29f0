import {
  resourceKinds,
  taskRouterPrefixes,
  type TaskRouterPrefix,
} from '../resources/resourceKind.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import type { TaskStatus } from '../resources/taskStatus.ts';

/** Identifies a list of a Workspace; `kind` is its name in the API's paths. Every SID is well formed. */
export type ResourceList = {
  /** `PageSize` of the request: 1 to 1000; by default that of the list's kind. */
  readonly pageSize?: number;
} & (
  | {
      readonly kind: 'Tasks';
      readonly workspaceSid: string;
      readonly filter: TaskFilter;
      /** Newest first if absent. `queue`: the highest priority first, then the oldest. */
      readonly order?: 'oldest' | 'queue';
    }
  | {
      readonly kind: 'Workers';
      readonly workspaceSid: string;
      /** Only those that TaskRouter finds eligible for this TaskQueue. */
      readonly taskQueueSid?: string;
    }
  | {
      readonly kind: 'TaskQueues' | 'Workflows' | 'TaskChannels' | 'Activities';
      readonly workspaceSid: string;
    }
  /** How a Worker takes Tasks, one row for each Task Channel. */
  | {
      readonly kind: 'Channels';
      readonly workspaceSid: string;
      readonly workerSid: string;
    }
  | {
      readonly kind: 'Reservations';
      readonly workspaceSid: string;
      readonly taskSid: string;
    }
  | {
      readonly kind: 'Events';
      readonly workspaceSid: string;
      /** The Task that they are about, which may already be deleted. */
      readonly taskSid: string;
      /**
       * ISO 8601. By default, the API answers with the last 15 minutes only; it keeps Events for 30 days. See
       * https://www.twilio.com/docs/taskrouter/api/event.
       */
      readonly startDate: string;
    }
);

/**
 * Parameters that filter a list of Tasks (https://www.twilio.com/docs/taskrouter/api/task); an absent one
 * does not filter.
 */
export interface TaskFilter {
  /** Never empty; a Task matches if it has one of them. */
  readonly statuses?: readonly TaskStatus[];
  /** `WQ` and 32 hex digits. */
  readonly taskQueueSid?: string;
  /** `WW` and 32 hex digits. */
  readonly workflowSid?: string;
  /** An integer. */
  readonly priority?: number;
  /** `EvaluateTaskAttributes`, such as `call_sid=='CA…'`. Only TaskRouter checks whether it is valid. */
  readonly expression?: string;
}

interface ListKind {
  /** The prefix of the SIDs in the list. */
  readonly prefix: TaskRouterPrefix;
  /** The field of the answer that holds the rows. */
  readonly key: string;
  /** `PageSize` of the request: 1 to 1000, by https://www.twilio.com/docs/taskrouter/api/task. */
  readonly pageSize: number;
}

/** The properties of each list in the API. */
export const listKinds = Object.fromEntries(
  taskRouterPrefixes.flatMap((prefix) => {
    const { collection, list } = resourceKinds[prefix];
    return list === undefined ? [] : [[collection, { prefix, ...list }]];
  }),
) as Readonly<Record<ResourceList['kind'], ListKind>>;

/** The resource that a list belongs to in the API's paths: a Workspace, a Task or a Worker. */
export function listOwner(list: ResourceList): ResourceReference {
  const { workspaceSid } = list;
  if (list.kind === 'Reservations') return { workspaceSid, taskSid: list.taskSid };
  if (list.kind === 'Channels') return { workspaceSid, sid: list.workerSid };
  return { workspaceSid };
}

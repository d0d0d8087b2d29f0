import {
  resourceKinds,
  taskRouterPrefixes,
  type ResourcePrefix,
} from '../resources/resourceKind.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import type { TaskStatus } from '../resources/taskStatus.ts';

/** Identifies a list of a Workspace; `kind` is its name in the API's paths. Every SID is well formed. */
export type ResourceList =
  | {
      readonly kind: 'Tasks';
      readonly workspaceSid: string;
      readonly filter: TaskFilter;
      /** By default, the newest Task is the first. */
      readonly oldestFirst?: boolean;
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
      /** The Task that they are about, which may already be deleted. */
      readonly taskSid: string;
      /**
       * ISO 8601. By default, the API answers with the last 15 minutes only; it keeps Events for 30 days. See
       * https://www.twilio.com/docs/taskrouter/api/event.
       */
      readonly startDate: string;
    };

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
  readonly prefix: ResourcePrefix;
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

/** The resource that a list belongs to in the API's paths: a Workspace or a Task. */
export function listOwner(list: ResourceList): ResourceReference {
  const { workspaceSid } = list;
  return list.kind === 'Reservations' ? { workspaceSid, taskSid: list.taskSid } : { workspaceSid };
}

import type { ResourceReference } from '../resources/resourceReference.ts';

/** What is counted: a Workspace, or one of its Task Queues. */
export interface StatisticsPlace {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WQ` and 32 hex digits. */
  readonly taskQueueSid?: string;
}

/** The resource whose statistics they are. */
export function statisticsOwner({
  workspaceSid,
  taskQueueSid,
}: StatisticsPlace): ResourceReference {
  return taskQueueSid === undefined ? { workspaceSid } : { workspaceSid, sid: taskQueueSid };
}

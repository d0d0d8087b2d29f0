import type { TaskStatus } from '../resources/taskStatus.ts';

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

import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { ProfiledTask } from '../resources/resourceReference.ts';
import { isTaskWaiting } from '../resources/taskStatus.ts';
import { isSidOf } from '../sids/sid.ts';

/** Where a Task waits, which decides what is read to explain why. */
export interface WaitingPlace {
  readonly profileId: string;
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WW` and 32 hex digits; absent if the Task does not tell. */
  readonly workflowSid?: string;
  /** `WQ` and 32 hex digits; absent if the Task does not tell. */
  readonly taskQueueSid?: string;
}

/**
 * Where a Task waits. Returns `undefined` for one that is neither pending nor reserved.
 *
 * @param text the Task as the API answered it
 */
export function waitingPlace(
  { profileId, workspaceSid }: ProfiledTask,
  text: string,
): WaitingPlace | undefined {
  const answer = parseJson(text);
  const {
    assignment_status: status,
    workflow_sid: workflowSid,
    task_queue_sid: taskQueueSid,
  } = asRecord(answer.valid ? answer.value : undefined);
  if (!isTaskWaiting(status)) return undefined;
  return {
    profileId,
    workspaceSid,
    // What else stands there is no resource to ask for.
    ...(isSidOf(workflowSid, 'WW') && { workflowSid }),
    ...(isSidOf(taskQueueSid, 'WQ') && { taskQueueSid }),
  };
}

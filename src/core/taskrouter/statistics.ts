import { asRecord, isJsonObject, parseJson } from '../json/jsonObject.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import { matchesIfPresent } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';

/** What is counted: a Workspace, or one of its Task Queues. */
export interface StatisticsScope {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WQ` and 32 hex digits. */
  readonly taskQueueSid?: string;
}

/** The resource whose statistics they are. */
export function statisticsOwner({
  workspaceSid,
  taskQueueSid,
}: StatisticsScope): ResourceReference {
  return taskQueueSid === undefined ? { workspaceSid } : { workspaceSid, sid: taskQueueSid };
}

/**
 * Holds an answer of `RealTimeStatistics` against what was asked for, and gives it back to the letter.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is no JSON object, or says that it
 * is about another place
 */
export function readStatistics(text: string, asked: StatisticsScope, host: string): string {
  const answer = parseJson(text);
  if (!answer.valid) throw new TaskRouterFailure({ kind: 'notJson', host });
  const { workspace_sid: workspaceSid, task_queue_sid: taskQueueSid } = asRecord(answer.value);
  const isAbout =
    isJsonObject(answer.value) &&
    matchesIfPresent(workspaceSid, asked.workspaceSid) &&
    matchesIfPresent(taskQueueSid, asked.taskQueueSid);
  if (!isAbout) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });
  return text;
}

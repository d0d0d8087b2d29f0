import { asRecord, isJsonObject, parseJson } from '../json/jsonObject.ts';
import type { ResourceReference } from '../resources/resourceReference.ts';
import { TaskRouterFailure } from './failure.ts';
import { matchesIfPresent } from './resourceAnswer.ts';

/** What statistics are about: a Workspace or one of its TaskQueues. */
export interface StatisticsScope {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WQ` and 32 hex digits. */
  readonly taskQueueSid?: string;
}

/** The resource that the statistics belong to in the API's paths. */
export function statisticsOwner({
  workspaceSid,
  taskQueueSid,
}: StatisticsScope): ResourceReference {
  return taskQueueSid === undefined ? { workspaceSid } : { workspaceSid, sid: taskQueueSid };
}

/**
 * Checks that an answer of `RealTimeStatistics` is the requested one, and returns it unchanged.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is not a JSON object or is about another
 * Workspace or TaskQueue
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

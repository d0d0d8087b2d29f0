import { TaskRouterFailure } from '../failures/taskRouterFailure.ts';
import { fieldsOf, isJsonObject, parseJson } from '../json/jsonObject.ts';
import { namesNoOther } from '../sids/sid.ts';
import type { StatisticsPlace } from './statisticsPlace.ts';

/**
 * Holds an answer of `RealTimeStatistics` against what was asked for, and gives it back to the letter.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is no JSON object, or says that it
 * is about another place
 */
export function readStatistics(text: string, asked: StatisticsPlace, host: string): string {
  const answer = parseJson(text);
  if (!answer.valid) throw new TaskRouterFailure({ kind: 'notJson', host });
  const { workspace_sid: workspaceSid, task_queue_sid: taskQueueSid } = fieldsOf(answer.value);
  const isAbout =
    isJsonObject(answer.value) &&
    namesNoOther(workspaceSid, asked.workspaceSid) &&
    namesNoOther(taskQueueSid, asked.taskQueueSid);
  if (!isAbout) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });
  return text;
}

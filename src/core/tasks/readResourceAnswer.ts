import { TaskRouterFailure } from '../failures/taskRouterFailure.ts';
import { fieldsOf, parseJson } from '../json/jsonObject.ts';
import { resourceKind } from '../resources/resourceKind.ts';
import { ownSid, type ResourceReference } from '../resources/resourceReference.ts';
import { isSameSid, namesNoOther } from '../sids/sid.ts';
import type { ResourceAnswer } from './taskSource.ts';

/**
 * Holds an answer with status 200 against what was asked for.
 *
 * @throws TaskRouterFailure `notJson`, `notTask` or `anotherTask`
 */
export function readResourceAnswer(
  text: string,
  asked: ResourceReference,
  host: string,
): ResourceAnswer {
  const kind = findFault(text, asked);
  if (kind === 'notJson') throw new TaskRouterFailure({ kind, host });
  if (kind !== undefined) {
    throw new TaskRouterFailure({ kind, host, prefix: resourceKind(asked).prefix });
  }
  return { text };
}

function findFault(text: string, asked: ResourceReference) {
  const answer = parseJson(text);
  if (!answer.valid) return 'notJson';
  const { sid, workspace_sid: workspaceSid, task_sid: taskSid } = fieldsOf(answer.value);
  if (typeof sid !== 'string') return 'notTask';
  // Only reservations are asked for below their Task.
  const answersAsked =
    isSameSid(sid, ownSid(asked)) &&
    namesNoOther(workspaceSid, asked.workspaceSid) &&
    namesNoOther(taskSid, asked.taskSid);
  return answersAsked ? undefined : 'anotherTask';
}

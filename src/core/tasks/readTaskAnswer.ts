import { TaskRouterFailure } from '../failures/taskRouterFailure.ts';
import { fieldsOf } from '../json/fieldsOf.ts';
import { parseJson } from '../json/parseJson.ts';
import type { TaskReference } from './taskReference.ts';
import type { TaskAnswer } from './taskSource.ts';

/**
 * Holds an answer with status 200 against what was asked for.
 *
 * @throws TaskRouterFailure `notJson`, `notTask` or `anotherTask`
 */
export function readTaskAnswer(text: string, asked: TaskReference, host: string): TaskAnswer {
  const kind = findFault(text, asked);
  if (kind !== undefined) throw new TaskRouterFailure({ kind, host });
  return { text };
}

function findFault(text: string, asked: TaskReference) {
  const answer = parseJson(text);
  if (!answer.valid) return 'notJson';
  const { sid, workspace_sid: workspaceSid } = fieldsOf(answer.value);
  if (typeof sid !== 'string') return 'notTask';
  const answersTask = sameSid(sid, asked.taskSid);
  // The schema allows null for every field; a Task that names no Workspace contradicts nothing.
  const answersWorkspace =
    typeof workspaceSid !== 'string' || sameSid(workspaceSid, asked.workspaceSid);
  return answersTask && answersWorkspace ? undefined : 'anotherTask';
}

/** Hex digits mean the same in either case. */
function sameSid(actual: string, asked: string): boolean {
  return actual.toLowerCase() === asked.toLowerCase();
}

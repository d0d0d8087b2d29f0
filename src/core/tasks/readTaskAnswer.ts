import { TaskRouterFailure } from '../failures/taskRouterFailure.ts';
import { isJsonContainer } from '../json/isJsonContainer.ts';
import type { TaskReference } from './taskReference.ts';
import type { TaskAnswer } from './taskSource.ts';

/**
 * Holds an answer with status 200 against what was asked for.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is no Task or another one.
 */
export function readTaskAnswer(text: string, asked: TaskReference, host: string): TaskAnswer {
  if (!isJsonContainer(text)) throw new TaskRouterFailure({ kind: 'notJson', host });
  const { sid, workspace_sid: workspaceSid } = JSON.parse(text) as Record<string, unknown>;
  const answersTask = sameSid(sid, asked.taskSid);
  // The schema allows null for every field; a Task that names no Workspace contradicts nothing.
  const answersWorkspace =
    typeof workspaceSid !== 'string' || sameSid(workspaceSid, asked.workspaceSid);
  if (!answersTask || !answersWorkspace) {
    throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });
  }
  return { text };
}

/** Hex digits mean the same in either case. */
function sameSid(actual: unknown, asked: string): boolean {
  return typeof actual === 'string' && actual.toLowerCase() === asked.toLowerCase();
}

import { message, type Message } from '../messages/message.ts';
import { parseTaskReference } from './parseTaskReference.ts';
import { plainSid } from './plainNotation.ts';
import { referenceText } from './referenceText.ts';
import { workspaceBefore } from './workspaceBefore.ts';

export type TaskLink =
  /** The Task as text for the box of Fetch TaskRouter Task. */
  | { readonly valid: true; readonly text: string }
  | { readonly valid: false; readonly reason: Message };

/**
 * Reads a link to a Task, `vscode://taskrouter-lens.taskrouter-lens/task?workspace=WS…&task=WT…`, by its
 * path and query. Anybody may have made it: what it brings is well-formed SIDs, and the host that an
 * address in it states, or nothing. Never throws.
 */
export function readTaskLink(path: string, query: string): TaskLink {
  const parameters = new URLSearchParams(query);
  const [task, ...moreTasks] = parameters.getAll('task');
  const [workspace, ...moreWorkspaces] = parameters.getAll('workspace');
  const text =
    path === '/task' && moreTasks.length + moreWorkspaces.length === 0
      ? readParameters(task ?? '', workspace)
      : undefined;
  return text === undefined
    ? {
        valid: false,
        reason: message(
          'This link leads to no Task: it takes one Task SID as “task”, and may take a Workspace SID as “workspace”.',
        ),
      }
    : { valid: true, text };
}

function readParameters(task: string, workspace: string | undefined): string | undefined {
  const result = parseTaskReference(task);
  if (!result.valid) return undefined;
  if (workspace === undefined) return referenceText(result.reference);
  const plain = plainSid(workspace);
  // A variable that was not filled in counts as none.
  const sid = workspaceBefore(`/Workspaces/${plain}/`);
  if (plain === '' || sid?.valid === false) return undefined;
  return referenceText({ ...result.reference, ...(sid && { workspaceSid: sid.sid }) });
}

import { message, type Message } from '../messages/message.ts';
import { parseSid } from '../sids/parseSid.ts';

export type TaskLink =
  /** The Task as text for the box of Fetch TaskRouter Task. */
  | { readonly valid: true; readonly text: string }
  | { readonly valid: false; readonly reason: Message };

/**
 * Reads a link to a Task, `vscode://taskrouter-lens.taskrouter-lens/task?workspace=WS…&task=WT…`, by its
 * path and query. Anybody may have made it: what it brings is well-formed SIDs or nothing. Never throws.
 */
export function readTaskLink(path: string, query: string): TaskLink {
  const parameters = new URLSearchParams(query);
  const [tasks, workspaces] = ['task', 'workspace'].map((name) => parameters.getAll(name));
  const [task = '', ...moreTasks] = tasks ?? [];
  const [workspace, ...moreWorkspaces] = workspaces ?? [];
  const isTask = path === '/task' && parseSid(task, 'WT').valid && moreTasks.length === 0;
  const isPlaced =
    workspace === undefined || (parseSid(workspace, 'WS').valid && moreWorkspaces.length === 0);
  if (!isTask || !isPlaced) {
    return {
      valid: false,
      reason: message(
        'This link leads to no Task: it takes one Task SID as “task”, and may take a Workspace SID as “workspace”.',
      ),
    };
  }
  return { valid: true, text: workspace === undefined ? task : `${workspace}/${task}` };
}

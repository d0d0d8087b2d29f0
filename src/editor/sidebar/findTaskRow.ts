import type { TaskReference } from '../../core/resources/resourceReference.ts';
import { isSameSid } from '../../core/sids/sid.ts';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import type { TreeNode } from '../../core/tree/treeNode.ts';
import type { LazyTreeData } from './lazyTreeData.ts';

/**
 * Finds the row of a Task among the shown ones of its status. Lists them for that, if they were not.
 *
 * @param text the Task as it was last fetched
 */
export async function findTaskRow(
  { workspaceSid, taskSid }: TaskReference,
  text: string | undefined,
  data: LazyTreeData<TreeNode>,
): Promise<TreeNode | undefined> {
  if (text === undefined) return undefined;
  const { status } = summarizeTask(text);
  const path: readonly ((node: TreeNode) => boolean)[] = [
    (node) => node.kind === 'workspace' && isSameSid(node.sid, workspaceSid),
    (node) => node.kind === 'status' && node.status === status,
    (node) => node.kind === 'task' && isSameSid(node.taskSid, taskSid),
  ];
  let found: TreeNode | undefined;
  for (const isWanted of path) {
    // This also tells VS Code the parents, which it needs to reveal the row.
    found = (await data.getChildren(found)).find(isWanted);
    if (found === undefined) return undefined;
  }
  return found;
}

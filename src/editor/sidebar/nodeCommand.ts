import type { Command } from 'vscode';
import type { TreeNode } from '../../core/tree/treeNode.ts';

/** Reads again what could not be read; given the row that says so. */
export const RETRY_COMMAND = '_taskrouter.retryRow';

/** What choosing a row does, beside opening and closing it. */
export function nodeCommand(node: TreeNode): Command | undefined {
  const run = (command: string) => ({ command, title: '', arguments: [node] });
  switch (node.kind) {
    case 'task':
      return run('taskrouter.fetchTask');
    case 'resource':
      return run('_taskrouter.openResource');
    case 'more':
      return run('taskrouter.loadMoreTasks');
    case 'failure':
      return run(RETRY_COMMAND);
    case 'workspace':
    case 'status':
    case 'group':
    case 'section':
    case 'fact':
    case 'json':
      return undefined;
  }
}

import type { Command } from 'vscode';
import type { TreeNode } from '../../core/tree/treeNode.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';

/** What choosing a row does, beside opening and closing it. */
export function nodeCommand(node: TreeNode): Command | undefined {
  switch (node.kind) {
    case 'task':
      return toCommand('', commandIds.fetchTask, node);
    case 'resource':
      return toCommand('', commandIds.openResource, node);
    case 'more':
      return toCommand('', commandIds.loadMoreTasks, node);
    case 'failure':
      return toCommand('', commandIds.retryRow, node);
    case 'workspace':
    case 'status':
    case 'group':
    case 'section':
    case 'fact':
    case 'json':
      return undefined;
  }
}

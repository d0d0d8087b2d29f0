import type { MarkdownString, TreeItem } from 'vscode';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import { describeNode } from '../../core/tree/nodeRow.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import { describeTaskRow, type TaskRowFacts } from '../../core/tree/taskRow.ts';
import { describeTaskTooltip, describeTooltip } from '../../core/tree/tooltip.ts';
import type { TaskNode, TreeNode } from '../../core/tree/treeNode.ts';
import type { RowSurroundings } from '../../core/tree/treeRow.ts';
import { nodeCommand } from './nodeCommand.ts';
import { tooltipMarkdown } from './tooltipMarkdown.ts';
import { toTreeItem } from './toTreeItem.ts';

/** @param tree that the node is from: it may know more of a Task by now */
export function nodeItem(
  node: TreeNode,
  tree: ProfileTree | undefined,
  surroundings: RowSurroundings,
): TreeItem {
  const row =
    node.kind === 'task'
      ? {
          ...describeTaskRow(factsOf(node, tree), surroundings),
          opens: 'closed' as const,
          context: 'task',
        }
      : describeNode(node, surroundings);
  const item = toTreeItem(node.id, row);
  const command = nodeCommand(node);
  if (command !== undefined) item.command = command;
  return item;
}

/** Nothing where the row says all. */
export function nodeTooltip(
  node: TreeNode,
  tree: ProfileTree | undefined,
  surroundings: RowSurroundings,
): MarkdownString | undefined {
  return tooltipMarkdown(
    node.kind === 'task'
      ? describeTaskTooltip(factsOf(node, tree), surroundings)
      : describeTooltip(node, surroundings),
  );
}

function factsOf(node: TaskNode, tree: ProfileTree | undefined): TaskRowFacts {
  const { text, fetchedAt, gone } = tree?.tasks.latest(node) ?? { ...node, gone: false };
  return { taskSid: node.taskSid, summary: summarizeTask(text), fetchedAt, gone };
}

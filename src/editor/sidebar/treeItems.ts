import {
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  type Command,
  type MarkdownString,
} from 'vscode';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import type { WatchedTasks } from '../../core/tasks/watchedTasks.ts';
import { describeNode } from '../../core/tree/nodeRow.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import { describeTaskRow, taskContext, type TaskRowFacts } from '../../core/tree/taskRow.ts';
import { describeTaskTooltip, describeTooltip } from '../../core/tree/tooltip.ts';
import type { TaskNode, TreeNode } from '../../core/tree/treeNode.ts';
import type { RowContext, TreeRow } from '../../core/tree/treeRow.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import type { RoutingExplanations } from '../explanation/routingExplanations.ts';
import { joinFacts } from '../ui/localize.ts';
import { tooltipMarkdown } from '../ui/markdown.ts';

/** @param tree the node's tree, which may have newer data of a Task */
export function nodeItem(
  node: TreeNode,
  tree: ProfileTree | undefined,
  context: RowContext,
  watched: Pick<WatchedTasks, 'isWatched'>,
): TreeItem {
  const row =
    node.kind === 'task'
      ? {
          ...describeTaskRow(
            {
              ...factsOf(node, tree),
              watched: watched.isWatched({ ...node, profileId: node.profile }),
            },
            context,
          ),
          opens: 'closed' as const,
          context: taskContext(factsOf(node, tree)),
        }
      : describeNode(current(node, tree), context);
  const item = toTreeItem(node.id, row);
  const command = nodeCommand(node);
  if (command !== undefined) item.command = command;
  return item;
}

/** Returns `undefined` if the row already shows everything. */
export function nodeTooltip(
  node: TreeNode,
  tree: ProfileTree | undefined,
  context: RowContext,
  explanations: Pick<RoutingExplanations, 'known'>,
): MarkdownString | undefined {
  if (node.kind !== 'task') return tooltipMarkdown(describeTooltip(node, context));
  const { profile: profileId, workspaceSid, taskSid } = node;
  const { text } = tree?.tasks.latest(node) ?? node;
  const waiting = explanations.known({ profileId, workspaceSid, taskSid }, text);
  return tooltipMarkdown(describeTaskTooltip({ ...factsOf(node, tree), waiting }, context));
}

/** A status with how many of its Tasks have a row. Any other node as it is. */
function current(
  node: Exclude<TreeNode, TaskNode>,
  tree: ProfileTree | undefined,
): Exclude<TreeNode, TaskNode> {
  return node.kind === 'status' && tree?.profileId === node.profile ? tree.withListed(node) : node;
}

function factsOf(node: TaskNode, tree: ProfileTree | undefined): TaskRowFacts {
  const { text, fetchedAt, deleted } = tree?.tasks.latest(node) ?? { ...node, deleted: false };
  return { taskSid: node.taskSid, summary: summarizeTask(text), fetchedAt, deleted };
}

const STATES = {
  never: TreeItemCollapsibleState.None,
  closed: TreeItemCollapsibleState.Collapsed,
  open: TreeItemCollapsibleState.Expanded,
} as const;

/**
 * A row as a TreeItem. Its id is stable across refreshes, so that VS Code keeps the expanded rows
 * and the selection. Its tooltip is created on demand.
 */
export function toTreeItem(id: string, row: TreeRow): TreeItem {
  const item = new TreeItem(joinFacts(row.label), STATES[row.opens]);
  item.id = id;
  item.description = joinFacts(row.description);
  item.accessibilityInformation = { label: joinFacts(row.spoken) };
  item.contextValue = row.context;
  if (row.icon !== undefined) {
    const { name, color } = row.icon;
    item.iconPath = new ThemeIcon(name, color === undefined ? undefined : new ThemeColor(color));
  }
  return item;
}

/** The command for clicking a row, in addition to expanding and collapsing it. */
function nodeCommand(node: TreeNode): Command | undefined {
  switch (node.kind) {
    case 'task':
    case 'resource':
      return toCommand('', commandIds.openRow, node);
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

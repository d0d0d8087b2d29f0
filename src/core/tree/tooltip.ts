import { describeFailure } from '../failures/describeFailure.ts';
import { describeDuration } from '../messages/duration.ts';
import { message, type Message, type MessageArgument } from '../messages/message.ts';
import { cutText } from '../messages/plainText.ts';
import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { describeStatus, isTaskWaiting, type TaskStatus } from '../resources/taskStatus.ts';
import type { TaskRowFacts } from './taskRow.ts';
import { isOldestFirst, type TaskNode, type TreeNode } from './treeNode.ts';
import type { RowContext } from './treeRow.ts';

/** A fact with its name, a sentence, or a text that keeps its lines. */
export type TooltipLine =
  | { readonly label: Message; readonly value: MessageArgument }
  | { readonly sentence: MessageArgument }
  | { readonly code: string };

/** More is not read from a tooltip; the document has it all. */
const MAX_CODE_LENGTH = 2000;

/** What a tooltip says of a Task. */
export function describeTaskTooltip(
  { taskSid, summary, fetchedAt, deleted, waiting }: TaskRowFacts,
  shown: RowContext,
): readonly TooltipLine[] {
  const { status, channelName, queueName, priority, ageSeconds } = summary;
  const show = (text: string | undefined) => shown.present.line(text ?? '');
  // It may have been assigned since.
  const isWaiting = !deleted && isTaskWaiting(status);
  const fact = (label: Message, value: MessageArgument | undefined): TooltipLine[] =>
    value === undefined || value === '' ? [] : [{ label, value }];
  return [
    ...(deleted ? [{ sentence: message('TaskRouter has deleted this Task.') }] : []),
    ...fact(message('Status'), describeStatus(show(status) || undefined)),
    ...fact(
      message('Routing'),
      isWaiting && waiting !== undefined
        ? message('{0} (at {1})', waiting.summary, shown.clock(waiting.at))
        : undefined,
    ),
    ...fact(message('TaskQueue'), show(queueName)),
    ...fact(message('Task Channel'), show(channelName)),
    ...fact(message('Priority'), priority),
    ...fact(message('Age'), ageSeconds === undefined ? undefined : describeDuration(ageSeconds)),
    ...fact(message('SID'), taskSid),
    ...fact(message('Profile'), shown.profile),
    ...fact(message('Read at'), shown.clock(fetchedAt)),
  ];
}

/** What a tooltip says of any other row; nothing where it would say nothing more. */
export function describeTooltip(
  node: Exclude<TreeNode, TaskNode>,
  shown: RowContext,
): readonly TooltipLine[] {
  const profile = { label: message('Profile'), value: shown.profile };
  switch (node.kind) {
    case 'workspace':
    case 'resource': {
      const { name: kind } = resourceKinds[node.sid.slice(0, 2) as ResourcePrefix];
      const name = shown.present.line(node.name);
      return [
        { sentence: name === '' ? kind : message('{0} “{1}”', kind, name) },
        { label: message('SID'), value: node.sid },
        profile,
      ];
    }
    case 'status':
      return [
        { sentence: describeOrder(node.status) },
        ...(node.count === undefined
          ? []
          : [{ label: message('Tasks in this Workspace'), value: node.count }]),
        profile,
      ];
    case 'fact': {
      const { value } = node;
      if (typeof value === 'object' && 'at' in value) return [{ sentence: value.text }];
      return typeof value === 'string' ? [{ code: cutText(value, MAX_CODE_LENGTH) }] : [];
    }
    case 'json':
      return 'members' in node.value ? [] : [{ code: cutText(node.value.token, MAX_CODE_LENGTH) }];
    case 'section':
      return node.of === 'reservations' || 'members' in node.value
        ? []
        : [{ code: cutText(node.value.token, MAX_CODE_LENGTH) }];
    case 'failure':
      return [{ sentence: describeFailure(shown.present.failure(node.failure)) }, profile];
    case 'group':
    case 'more':
      return [];
  }
}

function describeOrder(status: TaskStatus): Message {
  const label = describeStatus(status);
  return isOldestFirst(status)
    ? message('{0} Tasks, oldest first', label)
    : message('{0} Tasks, newest first', label);
}

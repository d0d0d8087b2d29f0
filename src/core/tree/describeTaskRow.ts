import { describeRoughDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { shownText } from '../privacy/shownText.ts';
import { describeStatus, isTaskOver } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import type { TaskSummary } from '../taskrouter/taskSummary.ts';
import { statusIcon } from './statusIcon.ts';
import type { RowSurroundings, TreeRow } from './treeRow.ts';

export interface TaskRowFacts {
  readonly taskSid: string;
  readonly summary: TaskSummary;
  /** When this was so, in ms since the epoch. */
  readonly fetchedAt: number;
  /** Whether TaskRouter has deleted it since. */
  readonly gone: boolean;
}

/**
 * The row of a Task: by its channel, its Task Queue and its age people know which one is meant. The age
 * is the present one for as long as the Task was not over when it was read.
 */
export function describeTaskRow(
  { taskSid, summary, fetchedAt, gone }: TaskRowFacts,
  { masked, now }: RowSurroundings,
): Omit<TreeRow, 'opens' | 'context'> {
  const { status, channelName, queueName, priority, ageSeconds } = summary;
  const show = (text: string | undefined) => shownText(text ?? '', masked);
  const names = [channelName, queueName].map(show).filter((name) => name !== '');
  const passed = isTaskOver(status) || gone ? 0 : Math.max(0, now - fetchedAt) / 1000;
  const age = ageSeconds === undefined ? [] : [describeRoughDuration(ageSeconds + passed)];
  const label = [...names, ...age];
  const facts = [
    ...(gone ? [message('deleted since')] : []),
    ...(priority === undefined ? [] : [message('priority {0}', priority)]),
  ];
  const shownStatus = describeStatus(show(status) || undefined);
  const short = shortenSid(taskSid);
  return {
    label: label.length === 0 ? [short] : label,
    description: label.length === 0 ? facts : [...facts, short],
    spoken: [message('Task'), shownStatus, ...names, ...spokenAge(age), ...facts, short],
    icon: gone ? { name: 'trash', color: 'disabledForeground' } : statusIcon(status),
  };
}

function spokenAge([age]: readonly MessageArgument[]): readonly MessageArgument[] {
  return age === undefined ? [] : [message('{0} old', age)];
}

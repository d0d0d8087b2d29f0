import { describeRoughDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { describeStatus, isTaskOver } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import type { TaskSummary } from '../taskrouter/taskSummary.ts';
import type { RecentTask } from '../tasks/recentTasks.ts';
import { statusIcon, type RowContext, type TreeRow } from './treeRow.ts';

export interface TaskRowFacts {
  readonly taskSid: string;
  readonly summary: TaskSummary;
  /** When this was so, in ms since the epoch. */
  readonly fetchedAt: number;
  /** Whether TaskRouter has deleted it since. */
  readonly deleted: boolean;
}

/**
 * The row of a Task: by its channel, its TaskQueue and its age people know which one is meant. The age
 * is the present one for as long as the Task was not over when it was read.
 */
export function describeTaskRow(
  { taskSid, summary, fetchedAt, deleted }: TaskRowFacts,
  { present, now }: RowContext,
): Omit<TreeRow, 'opens' | 'context'> {
  const { status, channelName, queueName, priority, ageSeconds } = summary;
  const show = (text: string | undefined) => present.line(text ?? '');
  const names = [channelName, queueName].map(show).filter((name) => name !== '');
  const passed = isTaskOver(status) || deleted ? 0 : Math.max(0, now - fetchedAt) / 1000;
  const age = ageSeconds === undefined ? [] : [describeRoughDuration(ageSeconds + passed)];
  const label = [...names, ...age];
  const facts = [
    ...(deleted ? [message('deleted since')] : []),
    ...(priority === undefined ? [] : [message('priority {0}', priority)]),
  ];
  const shownStatus = describeStatus(show(status) || undefined);
  const short = shortenSid(taskSid);
  return {
    label: label.length === 0 ? [short] : label,
    description: label.length === 0 ? facts : [...facts, short],
    spoken: [message('Task'), shownStatus, ...names, ...accessibleAge(age), ...facts, short],
    icon: deleted ? { name: 'trash', color: 'disabledForeground' } : statusIcon(status),
  };
}

function accessibleAge([age]: readonly MessageArgument[]): readonly MessageArgument[] {
  return age === undefined ? [] : [message('{0} old', age)];
}

/** The row of a recent Task, which names its profile: its neighbours may be of another. */
export function describeRecentTask(recent: RecentTask, shown: RowContext): TreeRow {
  const { task, pinned, known, deleted, formerProfile } = recent;
  const facts = recentTaskFacts(recent);
  const row =
    facts === undefined
      ? {
          label: [shortenSid(task.taskSid)],
          description: [deleted ? message('no longer found') : message('not fetched yet')],
          spoken: [
            message('Task'),
            shortenSid(task.taskSid),
            deleted ? message('no longer found') : message('not fetched yet'),
          ],
          icon: { name: deleted ? 'trash' : 'circle-outline' },
        }
      : describeTaskRow(facts, shown);
  const more = [
    ...(pinned ? [message('pinned')] : []),
    message('profile {0}', shown.profile),
    ...(formerProfile === undefined
      ? []
      : [message('on {0}', new URL(formerProfile.apiBaseUrl).host)]),
    ...(known === undefined ? [] : [message('fetched {0}', shown.clock(known.fetchedAt))]),
  ];
  return {
    ...row,
    description: [...row.description, ...more],
    spoken: [...row.spoken, ...more],
    opens: 'never',
    context: contextOf(recent),
  };
}

/** What is known of a recent Task; nothing for one that was not fetched in this window. */
export function recentTaskFacts({ task, known, deleted }: RecentTask): TaskRowFacts | undefined {
  return known && { taskSid: task.taskSid, ...known, deleted };
}

/** Of what is on another host nothing can be asked: it can only be taken off the list. */
function contextOf({ pinned, formerProfile }: RecentTask): string {
  if (formerProfile !== undefined) return 'left';
  return pinned ? 'recent.pinned' : 'recent';
}

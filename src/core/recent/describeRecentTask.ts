import { message } from '../messages/message.ts';
import { shortenSid } from '../sids/sid.ts';
import type { RecentTask } from '../tasks/recentTasks.ts';
import { describeTaskRow, type TaskRowFacts } from '../tree/describeTaskRow.ts';
import type { RowSurroundings, TreeRow } from '../tree/treeRow.ts';

/** The row of a recent Task, which names its profile: its neighbours may be of another. */
export function describeRecentTask(recent: RecentTask, shown: RowSurroundings): TreeRow {
  const { task, pinned, known, gone, left } = recent;
  const facts = recentTaskFacts(recent);
  const row =
    facts === undefined
      ? {
          label: [shortenSid(task.taskSid)],
          description: [gone ? message('not there any more') : message('not fetched yet')],
          spoken: [
            message('Task'),
            shortenSid(task.taskSid),
            gone ? message('not there any more') : message('not fetched yet'),
          ],
          icon: { name: gone ? 'trash' : 'circle-outline' },
        }
      : describeTaskRow(facts, shown);
  const more = [
    ...(pinned ? [message('pinned')] : []),
    message('profile {0}', shown.profile),
    ...(left === undefined ? [] : [message('on {0}', new URL(left.apiBaseUrl).host)]),
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
export function recentTaskFacts({ task, known, gone }: RecentTask): TaskRowFacts | undefined {
  return known && { taskSid: task.taskSid, ...known, gone };
}

/** Of what is on another host nothing can be asked: it can only be taken off the list. */
function contextOf({ pinned, left }: RecentTask): string {
  if (left !== undefined) return 'left';
  return pinned ? 'recent.pinned' : 'recent';
}

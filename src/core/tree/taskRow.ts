import type { KnownSummary } from '../explanation/knownSummaries.ts';
import { describeRoughDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { describeStatus, isTaskOver, isTaskWaiting } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import type { TaskSummary } from '../taskrouter/taskSummary.ts';
import type { RecentTask } from '../tasks/recentTasks.ts';
import type { WatchState } from '../tasks/watchedTasks.ts';
import { statusIcon, type RowContext, type RowIcon, type TreeRow } from './treeRow.ts';

export interface TaskRowFacts {
  readonly taskSid: string;
  readonly summary: TaskSummary;
  /** When this was so, in ms since the epoch. */
  readonly fetchedAt: number;
  /** Whether TaskRouter has deleted it since. */
  readonly deleted: boolean;
  /** Why it waits, if that was found out. */
  readonly waiting?: KnownSummary | undefined;
  /** Whether it is watched. */
  readonly watched?: boolean;
}

/**
 * The row of a Task: its age and the last digits of its SID tell it from its neighbours, so they come
 * first. A side bar of 300 px, VS Code's default, cuts the channel and the TaskQueue behind them. The age
 * is the present one for as long as the Task was not over when it was read.
 */
export function describeTaskRow(
  { taskSid, summary, fetchedAt, deleted, watched = false }: TaskRowFacts,
  { present, now }: RowContext,
): Omit<TreeRow, 'opens' | 'context'> & { readonly icon: RowIcon } {
  const { status, channelName, queueName, priority, ageSeconds } = summary;
  const show = (text: string | undefined) => present.line(text ?? '');
  const names = [channelName, queueName].map(show).filter((name) => name !== '');
  const passed = isTaskOver(status) || deleted ? 0 : Math.max(0, now - fetchedAt) / 1000;
  const age = ageSeconds === undefined ? [] : [describeRoughDuration(ageSeconds + passed)];
  const states = [
    ...(watched ? [message('watched')] : []),
    ...(deleted ? [message('deleted since')] : []),
  ];
  const facts = [
    ...names,
    // Most Tasks have the priority 0, which tells nothing.
    ...(priority === undefined || priority <= 0 ? [] : [message('priority {0}', priority)]),
  ];
  const shownStatus = describeStatus(show(status) || undefined);
  const short = shortenSid(taskSid);
  return {
    // Without `WT`, which every Task has, and which would take room from its names.
    label: age.length === 0 ? [short] : [...age, short.slice(2)],
    description: [...states, ...facts],
    spoken: [message('Task'), shownStatus, ...accessibleAge(age), ...states, ...facts, short],
    icon: deleted ? { name: 'trash', color: 'disabledForeground' } : statusIcon(status),
  };
}

/**
 * The `context` of a Task's row in its list. A Task that is assigned does not wait, and nothing more happens to one
 * that is over.
 */
export function taskContext(facts: TaskRowFacts): string {
  return `task${progressOf(facts.summary.status, facts.deleted)}`;
}

function progressOf(status: string | undefined, deleted: boolean): string {
  if (deleted || isTaskOver(status)) return '.over';
  return status === undefined || isTaskWaiting(status) ? '' : '.assigned';
}

function accessibleAge([age]: readonly MessageArgument[]): readonly MessageArgument[] {
  return age === undefined ? [] : [message('{0} old', age)];
}

/** What the row of a recent Task depends on. */
export interface RecentRowContext extends RowContext {
  /** Whether its profile is the active one, which the view names already. */
  readonly isActive?: boolean;
  readonly watch?: WatchState['kind'] | undefined;
}

/** The row of a recent Task. A pinned one has a pin in place of its status, which is said in words. */
export function describeRecentTask(recent: RecentTask, shown: RecentRowContext): TreeRow {
  const { known, pinned, formerProfile } = recent;
  const facts = recentTaskFacts(recent);
  const watched = shown.watch === 'watching';
  const row =
    facts === undefined ? unfetchedRow(recent) : describeTaskRow({ ...facts, watched }, shown);
  const profile = message('profile {0}', shown.profile);
  const before = shown.watch === 'before' ? [message('watched before the reload')] : [];
  const fetch = [
    ...(formerProfile === undefined
      ? []
      : [message('on {0}', new URL(formerProfile.apiBaseUrl).host)]),
    ...(known === undefined ? [] : [message('fetched {0}', shown.clock(known.fetchedAt))]),
  ];
  const status = known?.summary.status;
  const pin = { name: 'pinned', ...(row.icon.color !== undefined && { color: row.icon.color }) };
  return {
    ...row,
    description: [
      ...before,
      ...(pinned && status !== undefined ? [describeStatus(shown.present.line(status))] : []),
      ...row.description,
      ...(shown.isActive === true ? [] : [profile]),
      ...fetch,
    ],
    spoken: [...row.spoken, ...(pinned ? [message('pinned')] : []), profile, ...before, ...fetch],
    icon: pinned ? pin : row.icon,
    opens: 'never',
    context: contextOf(recent, shown.watch),
  };
}

function unfetchedRow({ task, deleted }: RecentTask) {
  const short = shortenSid(task.taskSid);
  const why = deleted ? message('no longer found') : message('not fetched yet');
  const icon: RowIcon = { name: deleted ? 'trash' : 'circle-outline' };
  return { label: [short], description: [why], spoken: [message('Task'), short, why], icon };
}

/** What is known of a recent Task; nothing for one that was not fetched in this window. */
export function recentTaskFacts({ task, known, deleted }: RecentTask): TaskRowFacts | undefined {
  return known && { taskSid: task.taskSid, ...known, deleted };
}

/** Of what is on another host nothing can be asked: it can only be taken off the list. */
function contextOf(recent: RecentTask, watch: WatchState['kind'] | undefined): string {
  const { known, deleted, pinned, formerProfile } = recent;
  if (formerProfile !== undefined) return 'left';
  const progress = progressOf(known?.summary.status, deleted);
  const isOffered = watch === 'before' && !pinned && progress !== '.over';
  return `recent${pinned ? '.pinned' : isOffered ? '.before' : ''}${progress}`;
}

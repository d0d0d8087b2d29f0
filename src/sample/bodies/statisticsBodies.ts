import { isTaskOver, isTaskWaiting, taskStatuses } from '../../core/resources/taskStatus.ts';
import type { Row } from '../api/collection.ts';
import { eligibleWorkers } from '../api/expression.ts';
import type { SampleQueue } from '../data/sampleWorkspace.ts';
import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';

const active: readonly string[] = taskStatuses.filter((status) => !isTaskOver(status));

/** What is going on in a Workspace, counted from the Tasks that can be read at that moment. */
export function workspaceStatisticsBody(moment: WorkspaceSnapshot, tasks: readonly Row[]) {
  return {
    account_sid: moment.accountSid,
    activity_statistics: activityStatistics(moment, moment.workers),
    ...waiting(tasks),
    ...counts(tasks, taskStatuses),
    total_workers: moment.workers.length,
    workspace_sid: moment.workspaceSid,
    url: `${moment.url}/RealTimeStatistics`,
  };
}

/** What is going on in a TaskQueue; ended Tasks have left it. */
export function queueStatisticsBody(
  moment: WorkspaceSnapshot,
  queue: SampleQueue,
  tasks: readonly Row[],
) {
  const sid = sidIn(moment.workspace, 'WQ', queue.name);
  const eligible = eligibleWorkers(moment, queue.targetWorkers);
  const inQueue = tasks.filter(
    ({ fields }) =>
      fields['task_queue_sid'] === sid && active.includes(String(fields['assignment_status'])),
  );
  const { longest_task_waiting_age: age, longest_task_waiting_sid: waitingSid } = waiting(inQueue);
  return {
    account_sid: moment.accountSid,
    activity_statistics: activityStatistics(moment, eligible),
    longest_task_waiting_age: age,
    longest_task_waiting_sid: waitingSid,
    longest_relative_task_age_in_queue: age,
    longest_relative_task_sid_in_queue: waitingSid,
    task_queue_sid: sid,
    ...counts(inQueue, active),
    total_available_workers: eligible.filter((state) => isAvailable(moment, state)).length,
    total_eligible_workers: eligible.length,
    workspace_sid: moment.workspaceSid,
    url: `${moment.url}/TaskQueues/${sid}/RealTimeStatistics`,
  };
}

function counts(tasks: readonly Row[], statuses: readonly string[]) {
  const having = (field: string, value: string) =>
    tasks.filter(({ fields }) => String(fields[field]) === value).length;
  const priorities = [...new Set(tasks.map(({ fields }) => String(fields['priority'])))];
  return {
    tasks_by_priority: Object.fromEntries(
      priorities.map((priority) => [priority, having('priority', priority)]),
    ),
    tasks_by_status: Object.fromEntries(
      statuses.map((status) => [status, having('assignment_status', status)]),
    ),
    total_tasks: tasks.length,
  };
}

function waiting(tasks: readonly Row[]) {
  const [longest] = tasks
    .filter(({ fields }) => isTaskWaiting(fields['assignment_status']))
    .toSorted((one, other) => Number(other.fields['age']) - Number(one.fields['age']));
  return {
    longest_task_waiting_age: longest ? Number(longest.fields['age']) || 0 : 0,
    longest_task_waiting_sid: longest?.sid ?? null,
  };
}

function activityStatistics({ workspace }: WorkspaceSnapshot, workers: readonly WorkerState[]) {
  return workspace.activities.map(({ name }) => ({
    friendly_name: name,
    sid: sidIn(workspace, 'WA', name),
    workers: workers.filter(({ activity }) => activity === name).length,
  }));
}

function isAvailable({ workspace }: WorkspaceSnapshot, { activity }: WorkerState): boolean {
  return workspace.activities.some(({ name, available }) => name === activity && available);
}

import { isTaskOver, isTaskWaiting, taskStatuses } from '../../core/resources/taskStatus.ts';
import type { Row } from '../api/collection.ts';
import { eligibleWorkers } from '../api/expression.ts';
import type { SampleQueue } from '../data/sampleWorkspace.ts';
import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';

const activeStatuses: readonly string[] = taskStatuses.filter((status) => !isTaskOver(status));

/** Real-time statistics of a Workspace, counted from the Tasks that exist at that time. */
export function workspaceStatisticsBody(snapshot: WorkspaceSnapshot, tasks: readonly Row[]) {
  return {
    account_sid: snapshot.accountSid,
    activity_statistics: activityStatistics(snapshot, snapshot.workers),
    ...longestWaiting(tasks),
    ...taskCounts(tasks, taskStatuses),
    total_workers: snapshot.workers.length,
    workspace_sid: snapshot.workspaceSid,
    url: `${snapshot.url}/RealTimeStatistics`,
  };
}

/** Real-time statistics of a TaskQueue, without completed and canceled Tasks. */
export function queueStatisticsBody(
  snapshot: WorkspaceSnapshot,
  queue: SampleQueue,
  tasks: readonly Row[],
) {
  const sid = sidIn(snapshot.workspace, 'WQ', queue.name);
  const eligible = eligibleWorkers(snapshot, queue.targetWorkers);
  const inQueue = tasks.filter(
    ({ fields }) =>
      fields['task_queue_sid'] === sid &&
      activeStatuses.includes(String(fields['assignment_status'])),
  );
  const { longest_task_waiting_age: age, longest_task_waiting_sid: waitingSid } =
    longestWaiting(inQueue);
  return {
    account_sid: snapshot.accountSid,
    activity_statistics: activityStatistics(snapshot, eligible),
    longest_task_waiting_age: age,
    longest_task_waiting_sid: waitingSid,
    longest_relative_task_age_in_queue: age,
    longest_relative_task_sid_in_queue: waitingSid,
    task_queue_sid: sid,
    ...taskCounts(inQueue, activeStatuses),
    total_available_workers: eligible.filter((state) => isAvailable(snapshot, state)).length,
    total_eligible_workers: eligible.length,
    workspace_sid: snapshot.workspaceSid,
    url: `${snapshot.url}/TaskQueues/${sid}/RealTimeStatistics`,
  };
}

function taskCounts(tasks: readonly Row[], statuses: readonly string[]) {
  const count = (field: string, value: string) =>
    tasks.filter(({ fields }) => String(fields[field]) === value).length;
  const priorities = [...new Set(tasks.map(({ fields }) => String(fields['priority'])))];
  return {
    tasks_by_priority: Object.fromEntries(
      priorities.map((priority) => [priority, count('priority', priority)]),
    ),
    tasks_by_status: Object.fromEntries(
      statuses.map((status) => [status, count('assignment_status', status)]),
    ),
    total_tasks: tasks.length,
  };
}

function longestWaiting(tasks: readonly Row[]) {
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

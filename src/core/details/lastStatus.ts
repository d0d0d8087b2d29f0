import { factsOfStatus, isTaskOver, taskStatuses } from '../resources/taskStatus.ts';
import type { Happening } from './happening.ts';
import { phases } from './phases.ts';

/** The last known status of a Task, from what happened to it; undefined if nothing tells. */
export function lastStatus(history: readonly Happening[]): string | undefined {
  const end = history.findLast(({ type }) => isTaskOver(statusAfter(type)));
  if (end !== undefined) return statusAfter(end.type);
  const told = history.findLast(({ data }) => (data['task_assignment_status'] ?? '') !== '');
  const span = phases(history).at(-1);
  return (
    told?.data['task_assignment_status'] ??
    taskStatuses.find((status) => span !== undefined && factsOfStatus(status)?.phase === span.phase)
  );
}

/** `completed` of `task.completed`. */
function statusAfter(type: string): string | undefined {
  return /^task\.(.*)$/s.exec(type)?.[1];
}

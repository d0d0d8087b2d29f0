import type { Happening } from './happening.ts';
import { phases, type Phase } from './phases.ts';

const STATUSES: Readonly<Record<Phase, string>> = {
  waiting: 'pending',
  offered: 'reserved',
  talk: 'assigned',
  wrapUp: 'wrapping',
};

/** The last known status of a Task, from what happened to it; undefined if nothing tells. */
export function lastStatus(history: readonly Happening[]): string | undefined {
  const end = history.findLast(({ type }) => type === 'task.completed' || type === 'task.canceled');
  if (end !== undefined) return end.type.slice('task.'.length);
  const told = history.findLast(({ data }) => (data['task_assignment_status'] ?? '') !== '');
  const span = phases(history).at(-1);
  return told?.data['task_assignment_status'] ?? (span && STATUSES[span.phase]);
}

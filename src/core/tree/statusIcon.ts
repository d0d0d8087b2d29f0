import type { TaskStatus } from '../tasks/taskStatus.ts';
import type { RowIcon } from './treeRow.ts';

/** Each status has a shape of its own: colour alone would tell some people nothing. */
const ICONS: Readonly<Record<TaskStatus, RowIcon>> = {
  pending: { name: 'watch', color: 'charts.yellow' },
  reserved: { name: 'bell', color: 'charts.orange' },
  assigned: { name: 'person', color: 'charts.blue' },
  wrapping: { name: 'edit', color: 'charts.purple' },
  completed: { name: 'pass', color: 'charts.green' },
  canceled: { name: 'circle-slash', color: 'disabledForeground' },
};

/** @param status as the API gave it, which may be one that came later */
export function statusIcon(status: string | undefined): RowIcon {
  return Object.hasOwn(ICONS, status ?? '') ? ICONS[status as TaskStatus] : { name: 'question' };
}

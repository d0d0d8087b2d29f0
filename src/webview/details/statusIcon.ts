import { isTaskStatus, statusFacts } from '../../core/resources/taskStatus.ts';
import type { IconName } from './icon.ts';

/** The icon of a status, the same as in the sidebar. */
export function statusIcon(status: string | undefined): IconName {
  return isTaskStatus(status) ? statusFacts[status].icon : 'question';
}

import type { OpenAction } from '../../core/sids/sidAction.ts';

export const FETCH_COMMAND = 'taskrouter.fetchTask';
export const FIND_COMMAND = 'taskrouter.findTasks';
export const OPEN_COMMAND = '_taskrouter.openResource';

/** The command that does what a link offers; the action has its argument. */
export function openCommand({ kind }: OpenAction): string {
  return kind === 'fetch' ? FETCH_COMMAND : OPEN_COMMAND;
}

import { Uri } from 'vscode';
import { buildTaskAddress } from '../../core/documents/taskAddress.ts';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';

/** The Uri of a Task's document. */
export function taskUri(task: ProfiledTask): Uri {
  return Uri.from(buildTaskAddress(task));
}

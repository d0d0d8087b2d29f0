import { l10n, window, workspace, type Uri } from 'vscode';
import { failureOf } from '../../core/failures/failureOf.ts';
import { describeFailure } from '../../core/failures/describeFailure.ts';
import { shortenSid } from '../../core/sids/shortenSid.ts';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { runWithProgress } from '../commands/runWithProgress.ts';
import { say } from '../say.ts';
import { whenCurrent } from './showTaskDocument.ts';
import type { TaskDocuments } from './taskDocuments.ts';
import { taskUri } from './taskUri.ts';

const HINT_MS = 5000;

/**
 * Fetches a Task again into the document that shows it. If that fails the document says so, and the
 * status bar for a moment, since the top of the document may be out of sight.
 */
export async function refreshTask(
  task: ProfiledTask,
  store: TaskStore,
  documents: TaskDocuments,
): Promise<Uri | undefined> {
  const uri = taskUri(task);
  const title = l10n.t('Refreshing Task {0}…', shortenSid(task.taskSid));
  let refreshed = true;
  try {
    await runWithProgress(title, (signal) => store.fetch(task, signal));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    refreshed = false;
    const reason = say(describeFailure(failure));
    window.setStatusBarMessage(l10n.t('$(warning) Task not refreshed: {0}', reason), HINT_MS);
  }
  const open = workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  if (open !== undefined) await whenCurrent(open, task, documents);
  return refreshed ? uri : undefined;
}

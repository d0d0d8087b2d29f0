import { l10n, window, workspace, type Uri } from 'vscode';
import { resourceKind } from '../../core/resources/resourceKind.ts';
import { ownSid, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { whenCurrent } from '../documents/showTaskDocument.ts';
import type { TaskDocuments } from '../documents/taskDocuments.ts';
import { isDocumentOpen, taskUri } from '../documents/taskUri.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { runWithProgress } from '../ui/progress.ts';

const STATUS_MESSAGE_MS = 5000;

/**
 * Fetches a resource again, for its document or for the rows of the side bar, which listen to the
 * store. A failure is shown in the document, and briefly in the status bar, as the top of the
 * document may not be visible.
 */
export async function refreshTask(
  resource: ProfiledResource,
  store: TaskStore,
  documents: TaskDocuments,
): Promise<Uri | undefined> {
  const uri = taskUri(resource);
  const kind = localize(resourceKind(resource).name);
  const title = l10n.t('Refreshing {0} {1}…', kind, shortenSid(ownSid(resource)));
  let refreshed = true;
  try {
    await runWithProgress(title, (signal) =>
      store.fetchTransient(resource, signal, isDocumentOpen),
    );
  } catch (error) {
    const failure = asFailure(error);
    if (failure === undefined) throw error;
    refreshed = false;
    const reason = plainText(localize(failureSentence(failure)));
    window.setStatusBarMessage(
      l10n.t('$(warning) {0} not refreshed: {1}', kind, reason),
      STATUS_MESSAGE_MS,
    );
  }
  const open = workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString(),
  );
  if (open !== undefined) await whenCurrent(open, resource, documents);
  return refreshed ? uri : undefined;
}

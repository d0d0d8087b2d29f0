import { l10n, MarkdownString, workspace } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { TASK_SCHEME } from '../../core/documents/documentUri.ts';
import type { Services } from '../services.ts';
import { DocumentFormat } from './documentFormat.ts';
import { TaskFileSystem } from './taskFileSystem.ts';

/** All documents, whose code comes with the first of them, and their return after a reload. */
export function registerTaskDocuments({ runner, openDocuments, load }: Services): DisposableStore {
  const all = new DisposableStore();
  /** Brings back what was open, too. */
  const documents = async () => (await load()).documents;
  const files = all.add(new TaskFileSystem(documents));
  const why = l10n.t('TaskRouter Lens only reads: nothing can be changed here.');
  all.add(
    workspace.registerFileSystemProvider(TASK_SCHEME, files, {
      isCaseSensitive: true,
      isReadonly: new MarkdownString(why),
    }),
  );
  all.add(new DocumentFormat());
  // What is closed from now on is not to count as open when a document is wanted later.
  if (openDocuments.read().length > 0) void runner.run('bring back documents', documents);
  return all;
}

import { l10n, MarkdownString, workspace } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { TASK_SCHEME } from '../../core/documents/documentUri.ts';
import type { Services } from '../services.ts';
import { LazyFileSystem } from '../ui/lazyFileSystem.ts';
import { DocumentFormat } from './documentFormat.ts';

/**
 * Registers all documents, whose code is loaded with the first one, and restores them after a
 * reload.
 */
export function registerTaskDocuments({ runner, openDocuments, load }: Services): DisposableStore {
  const all = new DisposableStore();
  // Loading also restores the documents that were open.
  const files = all.add(new LazyFileSystem(async () => (await load()).files));
  const why = l10n.t('TaskRouter Lens is read-only. Nothing can be changed here.');
  all.add(
    workspace.registerFileSystemProvider(TASK_SCHEME, files, {
      isCaseSensitive: true,
      isReadonly: new MarkdownString(why),
    }),
  );
  all.add(new DocumentFormat());
  // Loaded at once, so that documents which are closed from now on do not count as open later.
  if (openDocuments.read().length > 0) void runner.run('bring back documents', load);
  return all;
}

import { l10n, languages, MarkdownString, workspace, type Memento } from 'vscode';
import { TASK_SCHEME } from '../../core/documents/taskAddress.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { Disposables } from '../../core/disposables.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';
import { CursorKeeper } from './cursorKeeper.ts';
import { OpenDocuments } from './openDocuments.ts';
import { TaskCodeLenses } from './taskCodeLenses.ts';
import type { TaskDocuments } from './taskDocuments.ts';
import { TaskFileSystem } from './taskFileSystem.ts';

export interface TaskDocumentParts {
  readonly directory: ProfileDirectory;
  readonly store: TaskStore;
  readonly documents: TaskDocuments;
  readonly names: WorkspaceNames;
  /** Of this window's workspace. */
  readonly state: Memento;
}

/** All documents with their line, and their return after a reload. */
export function registerTaskDocuments(parts: TaskDocumentParts): Disposables {
  const { store, documents, state } = parts;
  const all = new Disposables();
  const files = all.add(new TaskFileSystem(documents));
  const lenses = all.add(new TaskCodeLenses(parts));

  const why = l10n.t('TaskRouter Lens only reads: nothing can be changed here.');
  all.add(
    workspace.registerFileSystemProvider(TASK_SCHEME, files, {
      isCaseSensitive: true,
      isReadonly: new MarkdownString(why),
    }),
  );
  all.add(languages.registerCodeLensProvider({ scheme: TASK_SCHEME }, lenses));
  all.add(new CursorKeeper(documents));
  all.add(new OpenDocuments(state, store, documents));
  return all;
}

import { l10n, MarkdownString, workspace } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { TASK_SCHEME } from '../../core/documents/taskAddress.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import { DocumentForm } from './documentForm.ts';
import type { OpenNote } from './openNote.ts';
import type { TaskDocuments } from './taskDocuments.ts';
import { TaskFileSystem } from './taskFileSystem.ts';

export interface TaskDocumentRegistration {
  readonly runner: CommandRunner;
  readonly note: OpenNote;
  /** Brings back what was open, too. */
  readonly load: () => Promise<TaskDocuments>;
}

/** All documents, whose code comes with the first of them, and their return after a reload. */
export function registerTaskDocuments({
  runner,
  note,
  load,
}: TaskDocumentRegistration): Disposables {
  const all = new Disposables();
  const files = all.add(new TaskFileSystem(load));
  const why = l10n.t('TaskRouter Lens only reads: nothing can be changed here.');
  all.add(
    workspace.registerFileSystemProvider(TASK_SCHEME, files, {
      isCaseSensitive: true,
      isReadonly: new MarkdownString(why),
    }),
  );
  all.add(new DocumentForm());
  // What is closed from now on is not to count as open when a document is wanted later.
  if (note.read().length > 0) void runner.run('bring back documents', load);
  return all;
}

import { l10n, languages, MarkdownString, workspace, type Memento } from 'vscode';
import { TASK_SCHEME } from '../../core/documents/taskAddress.ts';
import { message } from '../../core/messages/message.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { Disposables } from '../../core/disposables.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';
import { activeTask } from './activeTask.ts';
import { CursorKeeper } from './cursorKeeper.ts';
import { refreshTask } from './refreshTask.ts';
import { OpenDocuments } from './openDocuments.ts';
import { EXPLAIN_COMMAND, TaskCodeLenses } from './taskCodeLenses.ts';
import type { TaskDocuments } from './taskDocuments.ts';
import { TaskFileSystem } from './taskFileSystem.ts';

export interface TaskDocumentParts {
  readonly directory: ProfileDirectory;
  readonly store: TaskStore;
  readonly documents: TaskDocuments;
  readonly names: WorkspaceNames;
  readonly runner: CommandRunner;
  /** Of this window's workspace. */
  readonly state: Memento;
}

/** The documents of Tasks with their line, their commands, and their return after a reload. */
export function registerTaskDocuments(parts: TaskDocumentParts): Disposables {
  const { directory, store, documents, runner, state } = parts;
  const all = new Disposables();
  const files = all.add(new TaskFileSystem(documents));
  const lenses = all.add(new TaskCodeLenses(parts));

  const why = l10n.t('TaskRouter Lens only reads: a Task cannot be changed here.');
  all.add(
    workspace.registerFileSystemProvider(TASK_SCHEME, files, {
      isCaseSensitive: true,
      isReadonly: new MarkdownString(why),
    }),
  );
  all.add(languages.registerCodeLensProvider({ scheme: TASK_SCHEME }, lenses));
  all.add(new CursorKeeper(documents));
  all.add(new OpenDocuments(state, store, documents));

  const withTask =
    <T>(work: (task: ProfiledTask) => T) =>
    (argument: unknown): T | undefined => {
      const task = activeTask(argument, directory);
      if (task !== undefined) return work(task);
      runner.tell('information', message('Open the document of a Task first.'));
      return undefined;
    };
  all.add(
    runner.register(
      'taskrouter.refreshTask',
      withTask((task) => refreshTask(task, store, documents)),
    ),
  );
  all.add(
    runner.register(
      'taskrouter.toggleAttributes',
      withTask((task) => {
        documents.toggle(task);
      }),
    ),
  );
  all.add(
    runner.register(
      EXPLAIN_COMMAND,
      withTask((task) => {
        const failure = store.get(task)?.failure;
        if (failure === undefined) return;
        const again = () => refreshTask(task, store, documents);
        runner.tellFailure(failure, again, task.profileId);
      }),
    ),
  );
  return all;
}

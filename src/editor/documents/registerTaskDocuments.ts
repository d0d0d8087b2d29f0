import { l10n, languages, MarkdownString, workspace, type Memento } from 'vscode';
import { TASK_SCHEME } from '../../core/documents/taskAddress.ts';
import { message } from '../../core/messages/message.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import type { ProfiledResource } from '../../core/tasks/profiledResource.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { Disposables } from '../../core/disposables.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';
import { activeResource } from './activeResource.ts';
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

/** All documents with their line, their commands, and their return after a reload. */
export function registerTaskDocuments(parts: TaskDocumentParts): Disposables {
  const { directory, store, documents, runner, state } = parts;
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

  const withResource =
    <T>(work: (resource: ProfiledResource) => T) =>
    (argument: unknown): T | undefined => {
      const resource = activeResource(argument, directory);
      if (resource !== undefined) return work(resource);
      runner.tell('information', message('Open the document of a Task first.'));
      return undefined;
    };
  all.add(
    runner.register(
      'taskrouter.refreshTask',
      withResource((resource) => refreshTask(resource, store, documents)),
    ),
  );
  all.add(
    runner.register(
      'taskrouter.toggleAttributes',
      withResource((resource) => {
        documents.toggle(resource);
      }),
    ),
  );
  all.add(
    runner.register(
      EXPLAIN_COMMAND,
      withResource((resource) => {
        const failure = store.get(resource)?.failure;
        if (failure === undefined) return;
        const again = () => refreshTask(resource, store, documents);
        runner.tellFailure(failure, again, resource.profileId);
      }),
    ),
  );
  return all;
}

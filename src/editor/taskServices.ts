import { languages } from 'vscode';
import { DisposableStore } from '../core/base/disposables.ts';
import { TASK_LANGUAGE, TASK_SCHEME } from '../core/documents/documentUri.ts';
import type { Connections } from '../core/profiles/connection.ts';
import { TaskStore } from '../core/tasks/taskStore.ts';
import type { Profiles } from './accounts/profiles.ts';
import { CursorKeeper } from './documents/cursorKeeper.ts';
import { OpenDocuments, RestoredTabs } from './documents/openDocuments.ts';
import type { OpenDocumentsMemento } from './documents/openDocumentsMemento.ts';
import { TaskCodeLenses } from './documents/taskCodeLenses.ts';
import { TaskDocuments } from './documents/taskDocuments.ts';
import { TaskOutline } from './documents/taskOutline.ts';
import { WorkspaceNames } from './workspaces/workspaceNames.ts';

export interface TaskServicesOptions<C extends Connections> {
  readonly directory: Profiles;
  readonly connections: C;
  readonly openDocuments: OpenDocumentsMemento;
}

/** What fetches Tasks, keeps them, and shows them as documents; loaded when the first is asked for. */
export class TaskServices<C extends Connections = Connections> {
  readonly connections: C;
  readonly store: TaskStore;
  readonly documents: TaskDocuments;
  readonly names = new WorkspaceNames();
  readonly restored: RestoredTabs;
  readonly #disposables = new DisposableStore();

  constructor({ directory, connections, openDocuments: note }: TaskServicesOptions<C>) {
    this.connections = connections;
    const { names } = this;
    const store = (this.store = new TaskStore(connections));
    const all = this.#disposables;
    const documents = (this.documents = all.add(new TaskDocuments(store)));
    all.add(
      directory.onDidRemove((profileId) => {
        store.dropProfile(profileId);
      }),
    );
    all.add(
      directory.onDidMove(({ from, to }) => {
        store.leaveHost(from, to);
      }),
    );
    const restored = (this.restored = new RestoredTabs(note, directory));
    all.add(
      store.onDidChange(({ profileId, ...resource }) => {
        const record = profileId === 'env' ? store.get({ profileId, ...resource }) : undefined;
        if (record?.fetched === undefined || record.left !== undefined) return;
        // Without it such tabs wait for the user after a reload.
        restored.rememberEnvironment().catch(() => undefined);
      }),
    );
    const lenses = all.add(new TaskCodeLenses({ directory, store, documents, names }));
    all.add(languages.registerCodeLensProvider({ scheme: TASK_SCHEME }, lenses));
    const ofOurs = { scheme: TASK_SCHEME, language: TASK_LANGUAGE };
    all.add(languages.registerDocumentSymbolProvider(ofOurs, new TaskOutline()));
    all.add(new CursorKeeper(documents));
    all.add(new OpenDocuments(note, store, documents, restored));
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}

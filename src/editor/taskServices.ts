import { languages } from 'vscode';
import type { DisposableStore } from '../core/base/disposables.ts';
import { TASK_LANGUAGE, TASK_SCHEME } from '../core/documents/documentUri.ts';
import type { Connections } from '../core/profiles/connection.ts';
import { TaskStore } from '../core/tasks/taskStore.ts';
import { CursorKeeper } from './documents/cursorKeeper.ts';
import { DocumentStatus } from './documents/documentStatus.ts';
import { OpenDocuments, RestoredTabs } from './documents/openDocuments.ts';
import { TaskCodeLenses } from './documents/taskCodeLenses.ts';
import { TaskDocuments } from './documents/taskDocuments.ts';
import { TaskFiles } from './documents/taskFiles.ts';
import { TaskOutline } from './documents/taskOutline.ts';
import { RoutingExplanations } from './explanation/routingExplanations.ts';
import type { Services } from './services.ts';
import { WorkspaceNames } from './workspaces/workspaceNames.ts';

/**
 * The services that fetch Tasks, keep them, and show their documents. Loaded with the first use.
 */
export interface TaskServices {
  readonly connections: Connections;
  readonly store: TaskStore;
  readonly documents: TaskDocuments;
  readonly files: TaskFiles;
  readonly workspaceNames: WorkspaceNames;
  readonly restoredTabs: RestoredTabs;
  readonly explanations: RoutingExplanations;
}

/** @param disposables the store for what must be disposed with the extension */
export function createTaskServices(
  { profiles, openDocuments }: Pick<Services, 'profiles' | 'openDocuments'>,
  connections: Connections,
  disposables: DisposableStore,
): TaskServices {
  const store = new TaskStore(connections);
  const documents = disposables.add(new TaskDocuments(store));
  const files = disposables.add(new TaskFiles(documents));
  const workspaceNames = new WorkspaceNames();
  const restoredTabs = new RestoredTabs(openDocuments, profiles);
  disposables.add(
    profiles.onDidRemove((profileId) => {
      store.dropProfile(profileId);
    }),
  );
  disposables.add(
    profiles.onDidMove(({ from, to }) => {
      store.leaveHost(from, to);
    }),
  );
  disposables.add(
    store.onDidChange(({ profileId, ...resource }) => {
      const record = profileId === 'env' ? store.get({ profileId, ...resource }) : undefined;
      if (record?.fetched === undefined || record.formerProfile !== undefined) return;
      // If this fails, such tabs wait for the user after a reload.
      restoredTabs.rememberEnvironment().catch(() => undefined);
    }),
  );
  const explanations = disposables.add(new RoutingExplanations({ connections, store, profiles }));
  const kept = { workspaceNames, restoredTabs, explanations };
  const services = { connections, store, documents, files, ...kept };
  const lenses = disposables.add(new TaskCodeLenses({ profiles, ...services }));
  disposables.add(languages.registerCodeLensProvider({ scheme: TASK_SCHEME }, lenses));
  disposables.add(new DocumentStatus({ profiles, ...services }));
  const selector = { scheme: TASK_SCHEME, language: TASK_LANGUAGE };
  disposables.add(languages.registerDocumentSymbolProvider(selector, new TaskOutline()));
  disposables.add(new CursorKeeper(documents));
  disposables.add(new OpenDocuments(openDocuments, store, documents, restoredTabs));
  return services;
}

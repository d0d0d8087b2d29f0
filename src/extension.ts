import { window, type ExtensionContext } from 'vscode';
import { TaskStore } from './core/tasks/taskStore.ts';
import { CommandRunner } from './editor/commands/commandRunner.ts';
import { openInConsole } from './editor/console/openInConsole.ts';
import { registerTaskDocuments } from './editor/documents/registerTaskDocuments.ts';
import { TaskDocuments } from './editor/documents/taskDocuments.ts';
import { TaskFetcher } from './editor/fetch/taskFetcher.ts';
import { settings } from './editor/settings.ts';
import { RecentWorkspaces } from './editor/workspaces/recentWorkspaces.ts';
import { WorkspaceFinder } from './editor/workspaces/workspaceFinder.ts';
import { WorkspaceNames } from './editor/workspaces/workspaceNames.ts';
import { EnvironmentConnections } from './twilio/environmentConnections.ts';
import { logRequest } from './twilio/logRequest.ts';

/** Builds the parts, wires them and registers them. Asks neither the network nor the disk. */
export function activate(context: ExtensionContext): void {
  const { subscriptions, extension, globalState, workspaceState } = context;
  const hold = <T extends { dispose(): unknown }>(part: T): T => {
    subscriptions.push(part);
    return part;
  };

  const log = hold(window.createOutputChannel('TaskRouter Lens', { log: true }));
  const runner = new CommandRunner(log);
  const connections = new EnvironmentConnections({
    environment: process.env,
    apiBaseUrl: settings.apiBaseUrl,
    version: (extension.packageJSON as { version: string }).version,
    timeoutSeconds: settings.requestTimeoutSeconds,
    log: (entry) => {
      log.info(logRequest(entry));
    },
  });
  const store = new TaskStore(connections);
  const documents = hold(new TaskDocuments(store));
  const names = new WorkspaceNames();
  const recent = new RecentWorkspaces(globalState);
  const finder = new WorkspaceFinder({ connections, store, recent, names });
  const fetcher = new TaskFetcher({ connections, store, documents, finder, recent, names, runner });

  hold(
    registerTaskDocuments({ connections, store, documents, names, runner, state: workspaceState }),
  );
  hold(runner.register('taskrouter.fetchTask', (argument) => fetcher.fetch(argument)));
  hold(
    runner.register('taskrouter.openInConsole', (argument) =>
      openInConsole(argument, connections, runner),
    ),
  );
  hold(runner.register('taskrouter.showLog', () => runner.showLog()));
}

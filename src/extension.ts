import { homedir } from 'node:os';
import { l10n, window, type ExtensionContext } from 'vscode';
import { lazily } from './core/lazily.ts';
import { sampleProfile } from './core/profiles/sampleProfile.ts';
import { TaskStore } from './core/tasks/taskStore.ts';
import { WatchedTasks } from './core/watching/watchedTasks.ts';
import { Accounts } from './editor/accounts/accounts.ts';
import { Profiles } from './editor/accounts/profiles.ts';
import { ProfileStatus } from './editor/accounts/profileStatus.ts';
import { registerAssistant } from './editor/assistant/registerAssistant.ts';
import { CommandRunner } from './editor/commands/commandRunner.ts';
import { registerDetails } from './editor/details/registerDetails.ts';
import { ShownPages } from './editor/details/shownPages.ts';
import { registerTaskDocuments } from './editor/documents/registerTaskDocuments.ts';
import { TaskDocuments } from './editor/documents/taskDocuments.ts';
import { registerTaskLinks } from './editor/links/registerTaskLinks.ts';
import { registerOnboarding } from './editor/onboarding/registerOnboarding.ts';
import { registerTaskCommands } from './editor/registerTaskCommands.ts';
import { registerSidebar } from './editor/sidebar/registerSidebar.ts';
import { registerSids } from './editor/sids/registerSids.ts';
import { settings } from './editor/settings.ts';
import { registerWatching } from './editor/watching/registerWatching.ts';
import { RecentWorkspaces } from './editor/workspaces/recentWorkspaces.ts';
import { WorkspaceNames } from './editor/workspaces/workspaceNames.ts';
import { SampleConnections } from './sample/sampleConnections.ts';
import { EnvironmentProfile } from './twilio/environmentProfile.ts';
import { logRequest } from './twilio/logRequest.ts';
import { ProfileConnections } from './twilio/profileConnections.ts';
import type { RequestLogEntry } from './twilio/requestLog.ts';

/** Builds the parts, wires them and registers them. Asks neither the network nor the disk. */
export function activate(context: ExtensionContext): void {
  const { subscriptions, extension, globalState, workspaceState, secrets } = context;
  const hold = <T extends { dispose(): unknown }>(part: T): T => {
    subscriptions.push(part);
    return part;
  };

  const log = hold(window.createOutputChannel('TaskRouter Lens', { log: true }));
  const runner = new CommandRunner(log);
  const environment = new EnvironmentProfile({
    environment: process.env,
    apiBaseUrl: settings.apiBaseUrl,
  });
  const sample = sampleProfile(l10n.t('Sample'));
  const profiles = hold(
    new Profiles({
      globalState,
      workspaceState,
      secrets,
      environment: () => environment.profile(),
      sample,
    }),
  );
  const client = {
    version: (extension.packageJSON as { version: string }).version,
    timeoutSeconds: settings.requestTimeoutSeconds,
    log: (entry: RequestLogEntry) => {
      log.info(logRequest(entry));
    },
  };
  const accountConnections = hold(
    new ProfileConnections({ ...client, directory: profiles, vault: profiles, environment }),
  );
  const connections = new SampleConnections({ profile: sample, others: accountConnections });
  const store = new TaskStore(connections);
  const documents = hold(new TaskDocuments(store));
  const names = new WorkspaceNames();
  const recent = new RecentWorkspaces(globalState);
  const pages = hold(new ShownPages());
  const watched = new WatchedTasks();
  const accounts = hold(
    new Accounts({
      profiles,
      runner,
      loadImports: async () => {
        const { CliProfiles } = await import('./twilio/cliProfiles.ts');
        return new CliProfiles({ environment: process.env, homeDirectory: homedir() });
      },
      reviveSample: () => connections.revive(),
      check: (draft, signal) => accountConnections.check(draft, signal),
    }),
  );
  const details = lazily(async () => {
    const { DetailsPages } = await import('./editor/details/detailsPages.ts');
    return hold(
      new DetailsPages({
        directory: profiles,
        ...{ connections, store, names, pages, watched, runner },
        extensionUri: extension.extensionUri,
      }),
    );
  });
  const loadTaskCommands = lazily(async () => {
    const { TaskCommands } = await import('./editor/taskCommands.ts');
    return new TaskCommands({
      ...{ directory: profiles, connections, store, documents, recent, names, runner },
      ...{ pages, details },
      chooseProfile: () => accounts.choose(),
    });
  });

  hold(
    profiles.onDidRemove((profileId) => {
      store.dropProfile(profileId);
      void runner.run('forget a profile', () => recent.forget(profileId));
    }),
  );
  hold(new ProfileStatus(profiles));

  hold(
    registerTaskDocuments({
      directory: profiles,
      store,
      documents,
      names,
      state: workspaceState,
    }),
  );
  const sids = lazily(async () => {
    const { SidFeatures } = await import('./editor/sids/sidFeatures.ts');
    return hold(new SidFeatures({ directory: profiles, store }));
  });
  hold(registerSids({ runner, load: sids }));
  hold(
    registerSidebar({
      directory: profiles,
      ...{ connections, store, names, runner },
      state: workspaceState,
    }),
  );
  hold(registerOnboarding({ runner, directory: profiles, storage: context.globalStorageUri }));
  hold(registerDetails({ runner, load: details }));
  hold(
    registerAssistant(
      lazily(async () => {
        const { createTaskTool } = await import('./editor/assistant/createTaskTool.ts');
        return createTaskTool({ directory: profiles, connections, store, recent, names });
      }),
    ),
  );
  hold(registerWatching({ directory: profiles, store, watched, pages, runner }));
  hold(
    registerTaskLinks({
      runner,
      propose: async (text) => (await loadTaskCommands()).propose(text),
    }),
  );
  hold(registerTaskCommands({ runner, load: loadTaskCommands }));
  hold(runner.register('taskrouter.showLog', () => runner.showLog()));
}

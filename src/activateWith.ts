import { l10n, window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { lazily } from './core/lazily.ts';
import type { Connections } from './core/profiles/connections.ts';
import type { ListedProfile } from './core/profiles/profileDirectory.ts';
import { sampleProfile } from './core/profiles/sampleProfile.ts';
import { WatchedTasks } from './core/watching/watchedTasks.ts';
import type { AccountParts } from './editor/accounts/accountParts.ts';
import { Accounts } from './editor/accounts/accounts.ts';
import { Profiles } from './editor/accounts/profiles.ts';
import { ProfileStatus } from './editor/accounts/profileStatus.ts';
import { afterActivation } from './editor/afterActivation.ts';
import { registerAssistant } from './editor/assistant/registerAssistant.ts';
import { commandIds } from './editor/commands/commandIds.ts';
import { CommandRunner } from './editor/commands/commandRunner.ts';
import { registerDetails } from './editor/details/registerDetails.ts';
import { ShownPages } from './editor/details/shownPages.ts';
import { OpenNote } from './editor/documents/openNote.ts';
import { registerTaskDocuments } from './editor/documents/registerTaskDocuments.ts';
import { registerTaskLinks } from './editor/links/registerTaskLinks.ts';
import { accountContext } from './editor/onboarding/accountContext.ts';
import { registerOnboarding } from './editor/onboarding/registerOnboarding.ts';
import { registerTaskCommands } from './editor/registerTaskCommands.ts';
import { registerSidebar } from './editor/sidebar/registerSidebar.ts';
import { registerSids } from './editor/sids/registerSids.ts';
import type { TaskParts } from './editor/taskParts.ts';
import { registerWatching } from './editor/watching/registerWatching.ts';
import { RecentWorkspaces } from './editor/workspaces/recentWorkspaces.ts';
import { SampleConnections } from './sample/sampleConnections.ts';

/** What the place where the extension runs lets it do with accounts. */
export interface AccountAccess extends Pick<AccountParts, 'loadImports' | 'refusal'> {
  /** The profile of the environment, if there is one. */
  readonly environment: () => ListedProfile | undefined;
  /** Called when the first connection is wanted. The log is for requests. */
  readonly connect: (profiles: Profiles, log: LogOutputChannel) => Promise<AccountConnections>;
}

/** Answers for every profile but the sample. */
interface AccountConnections extends Connections, Pick<AccountParts, 'check'> {
  dispose(): unknown;
}

/** Builds the parts, wires them and registers them. Asks neither the network nor the disk. */
export function activateWith(context: ExtensionContext, access: AccountAccess): void {
  const { subscriptions, extension, globalState, workspaceState, secrets } = context;
  const hold = <T extends { dispose(): unknown }>(part: T): T => {
    subscriptions.push(part);
    return part;
  };

  const log = hold(window.createOutputChannel('TaskRouter Lens', { log: true }));
  const runner = new CommandRunner(log);
  const sample = sampleProfile(l10n.t('Sample'));
  const profiles = hold(
    new Profiles({
      globalState,
      workspaceState,
      secrets,
      environment: access.environment,
      sample,
    }),
  );
  const accountConnections = lazily(async () => hold(await access.connect(profiles, log)));
  const note = new OpenNote(workspaceState);
  const recent = new RecentWorkspaces(globalState);
  const pages = hold(new ShownPages());
  const watched = new WatchedTasks();
  /** Once they are loaded. */
  let taskParts: TaskParts | undefined;
  const tasks = lazily(async () => {
    const [{ TaskParts }, others] = await Promise.all([
      import('./editor/taskParts.ts'),
      accountConnections(),
    ]);
    const connections = new SampleConnections({ profile: sample, others });
    const parts = hold(new TaskParts({ directory: profiles, connections, note }));
    taskParts = parts;
    return parts;
  });
  const accounts = hold(
    new Accounts({
      ...access,
      profiles,
      runner,
      reviveSample: async () => (await tasks()).connections.revive(),
      check: async (draft, signal) => (await accountConnections()).check(draft, signal),
    }),
  );
  const details = lazily(async () => {
    const [{ DetailsPages }, { sidKind }, { connections, store, names, restored }] =
      await Promise.all([
        import('./editor/details/detailsPages.ts'),
        import('./editor/sids/sidFeatures.ts'),
        tasks(),
      ]);
    return hold(
      await DetailsPages.load({
        directory: profiles,
        ...{ connections, store, names, restored, pages, watched, runner, sidKind },
        extensionUri: extension.extensionUri,
      }),
    );
  });
  const loadTaskCommands = lazily(async () => {
    const [{ TaskCommands }, { connections, store, documents, names }] = await Promise.all([
      import('./editor/taskCommands.ts'),
      tasks(),
    ]);
    return new TaskCommands({
      ...{ directory: profiles, connections, store, documents, recent, names, runner },
      ...{ pages, details },
      chooseProfile: (named) => accounts.choose(named),
    });
  });

  hold(
    profiles.onDidRemove((profileId) => {
      void runner.run('forget a profile', () => recent.forget(profileId));
    }),
  );
  hold(afterActivation(() => new ProfileStatus(profiles)));
  hold(afterActivation(() => accountContext(profiles)));

  hold(registerTaskDocuments({ runner, note, load: async () => (await tasks()).documents }));
  const sids = lazily(async () => {
    const { SidFeatures } = await import('./editor/sids/sidFeatures.ts');
    const knownTasks = (sid: string) => taskParts?.store.knownTasks(sid) ?? [];
    return hold(new SidFeatures({ directory: profiles, knownTasks }));
  });
  hold(registerSids({ runner, load: sids }));
  hold(
    registerSidebar({
      directory: profiles,
      ...{ tasks, runner },
      state: workspaceState,
    }),
  );
  hold(registerOnboarding({ runner, storage: context.globalStorageUri }));
  hold(registerDetails({ runner, load: details }));
  hold(
    registerAssistant(
      lazily(async () => {
        const [{ createTaskTool }, { connections, store, names }] = await Promise.all([
          import('./editor/assistant/createTaskTool.ts'),
          tasks(),
        ]);
        return createTaskTool({ directory: profiles, connections, store, recent, names });
      }),
    ),
  );
  hold(registerWatching({ directory: profiles, tasks, watched, pages, runner }));
  hold(
    registerTaskLinks({
      runner,
      follow: async (path, query) => (await loadTaskCommands()).followLink(path, query),
    }),
  );
  hold(registerTaskCommands({ runner, load: loadTaskCommands }));
  hold(runner.register(commandIds.showLog, () => runner.showLog()));
}

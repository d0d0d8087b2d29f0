import {
  EventEmitter,
  window,
  type Event,
  type ExtensionContext,
  type LogOutputChannel,
} from 'vscode';
import { lazily } from '../core/base/lazily.ts';
import { DisposableStore } from '../core/base/disposables.ts';
import type { Connections } from '../core/profiles/connection.ts';
import type { Profile } from '../core/profiles/profile.ts';
import type { ListedProfile } from '../core/profiles/profileDirectory.ts';
import type { KnownTask } from '../core/tasks/knownTasks.ts';
import type { FetchedResource } from '../core/tasks/taskStore.ts';
import { WatchedTasks } from '../core/tasks/watchedTasks.ts';
import { chooseProfile, type AccountServices } from './accounts/accountServices.ts';
import { Profiles } from './accounts/profiles.ts';
import { CommandRunner } from './commands/commandRunner.ts';
import type { DetailsPages } from './details/detailsPages.ts';
import { VisiblePages } from './details/visiblePages.ts';
import { OpenDocumentsMemento } from './documents/openDocumentsMemento.ts';
import type { TaskCommands } from './taskActions/taskCommands.ts';
import type { TaskServices } from './taskServices.ts';
import { RecentWorkspaces } from './workspaces/recentWorkspaces.ts';

/** How the extension accesses accounts, in Node.js or in a browser. */
export interface AccountAccess extends Pick<AccountServices, 'loadImports' | 'refusal'> {
  /** The profile of the environment, if any. */
  readonly environment: () => ListedProfile | undefined;
  /** Called for the first connection. The log is for requests. */
  readonly connect: (profiles: Profiles, log: LogOutputChannel) => Promise<AccountConnections>;
}

/** Opens connections for all profiles but the sample. */
interface AccountConnections extends Connections, Pick<AccountServices, 'check'> {
  dispose(): unknown;
}

/** Also opens connections for the sample. */
interface AllConnections extends Connections {
  /** Restarts the simulation if all of its Tasks that end have ended. */
  restart(): Promise<void>;
}

export interface ServicesOptions {
  readonly context: ExtensionContext;
  readonly access: AccountAccess;
  readonly sample: Profile;
  /** Adds the sample to the connections of accounts. */
  readonly withSample: (others: Connections) => AllConnections;
}

/**
 * The services that the features share. Each feature registers itself with them. Services with much
 * code are functions, which load it when first called.
 */
export interface Services {
  readonly context: Pick<ExtensionContext, 'extensionUri' | 'workspaceState'>;
  readonly runner: CommandRunner;
  readonly profiles: Profiles;
  readonly accounts: AccountServices;
  readonly openDocuments: OpenDocumentsMemento;
  readonly recentWorkspaces: RecentWorkspaces;
  readonly visiblePages: VisiblePages;
  /** The watched Tasks with a row in a visible view. */
  readonly visibleRows: VisiblePages;
  readonly watched: WatchedTasks;
  /** The fetched Tasks with a SID. Loads no code: if none is loaded, no Task was fetched. */
  readonly knownTasks: (sid: string) => readonly KnownTask[];
  /** What a profile fetched that is still in memory. Loads no code, either. */
  readonly fetchedBy: (profileId: string) => readonly FetchedResource[];
  /** Fires after something was fetched, or what was fetched is gone. Loads no code. */
  readonly onDidFetch: Event<void>;
  /**
   * Returns the id of the profile to use, for which the user may be asked, or of the given profile
   * once it may be used. Returns `undefined` if cancelled.
   */
  readonly chooseProfile: (named?: string) => Promise<string | undefined>;
  /** Loads the code that fetches Tasks, and returns all services. */
  readonly load: () => Promise<LoadedServices>;
  readonly details: () => Promise<DetailsPages>;
  readonly taskCommands: () => Promise<TaskCommands>;
}

/** All services, including those that are loaded once Tasks are fetched. */
export interface LoadedServices extends Services, TaskServices {}

/** Creates the shared services. Accesses neither the network nor the disk. */
export function createServices(options: ServicesOptions): Services {
  const { context, access, sample, withSample } = options;
  const { globalState, workspaceState, secrets, subscriptions } = context;
  // VS Code does not dispose what is added to `subscriptions` after the extension was deactivated.
  const all = new DisposableStore();
  subscriptions.push(all);
  const log = all.add(window.createOutputChannel('TaskRouter Lens', { log: true }));
  const runner = new CommandRunner(log);
  const { environment, connect } = access;
  const profiles = all.add(
    new Profiles({ globalState, workspaceState, secrets, environment, sample }),
  );
  const accountConnections = lazily(async () => all.add(await connect(profiles, log)));
  const allConnections = lazily(async () => withSample(await accountConnections()));
  const accounts: AccountServices = {
    ...{ ...access, profiles, runner },
    restartSample: async () => (await allConnections()).restart(),
    check: async (draft, signal) => (await accountConnections()).check(draft, signal),
  };
  let loaded: LoadedServices | undefined;
  const fetched = all.add(new EventEmitter<void>());
  const services: Services = {
    ...{ context, runner, profiles, accounts },
    openDocuments: new OpenDocumentsMemento(workspaceState),
    recentWorkspaces: new RecentWorkspaces(globalState),
    visiblePages: all.add(new VisiblePages()),
    visibleRows: all.add(new VisiblePages()),
    watched: new WatchedTasks(),
    knownTasks: (sid) => loaded?.store.knownTasks(sid) ?? [],
    fetchedBy: (profileId) => loaded?.store.fetchedBy(profileId) ?? [],
    onDidFetch: fetched.event,
    chooseProfile: (named) => chooseProfile(accounts, named),
    load: lazily(async () => {
      const [{ createTaskServices }, connections] = await Promise.all([
        import('./taskServices.ts'),
        allConnections(),
      ]);
      loaded = { ...services, ...createTaskServices(services, connections, all) };
      loaded.store.onDidChange(() => {
        fetched.fire();
      });
      return loaded;
    }),
    details: lazily(async () => {
      const [{ DetailsPages }, { sidKind }, everything] = await Promise.all([
        import('./details/detailsPages.ts'),
        import('./sids/sidFeatures.ts'),
        services.load(),
      ]);
      return all.add(await DetailsPages.load(everything, sidKind));
    }),
    taskCommands: lazily(async () => {
      const [{ TaskCommands }, everything] = await Promise.all([
        import('./taskActions/taskCommands.ts'),
        services.load(),
      ]);
      return new TaskCommands(everything);
    }),
  };
  return services;
}

/**
 * Runs `work` after a delay, so that the command which activates the extension does not wait for
 * it.
 */
export function afterActivation(work: () => { dispose(): unknown }): DisposableStore {
  const all = new DisposableStore();
  const timer = setTimeout(() => {
    all.add(work());
  });
  all.add({
    dispose: () => {
      clearTimeout(timer);
    },
  });
  return all;
}

import { window, type ExtensionContext, type LogOutputChannel } from 'vscode';
import { lazily } from '../core/base/async.ts';
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
import { VisiblePages } from './details/visiblePages.ts';
import { OpenDocumentsMemento } from './documents/openDocumentsMemento.ts';
import type { TaskServices } from './taskServices.ts';
import { RecentWorkspaces } from './workspaces/recentWorkspaces.ts';

/** What the place where the extension runs lets it do with accounts. */
export interface AccountAccess extends Pick<AccountServices, 'loadImports' | 'refusal'> {
  /** The profile of the environment, if there is one. */
  readonly environment: () => ListedProfile | undefined;
  /** Called when the first connection is wanted. The log is for requests. */
  readonly connect: (profiles: Profiles, log: LogOutputChannel) => Promise<AccountConnections>;
}

/** Answers for every profile but the sample. */
interface AccountConnections extends Connections, Pick<AccountServices, 'check'> {
  dispose(): unknown;
}

/** Answers for the sample as well. */
interface AllConnections extends Connections {
  /** Lets the Tasks of the sample begin again if all that come to an end are over. */
  restart(): Promise<void>;
}

export interface ServicesOptions {
  readonly context: ExtensionContext;
  readonly access: AccountAccess;
  readonly sample: Profile;
  /** Puts the sample in front of the accounts. */
  readonly withSample: (others: Connections) => AllConnections;
}

/**
 * What the features share, each of which registers itself with it. What takes much code is a function
 * here, and loaded with its first call. Asks neither the network nor the disk.
 */
export class Services {
  readonly context: Pick<ExtensionContext, 'extensionUri' | 'globalStorageUri' | 'workspaceState'>;
  readonly runner: CommandRunner;
  readonly profiles: Profiles;
  readonly accounts: AccountServices;
  readonly openDocuments: OpenDocumentsMemento;
  readonly recent: RecentWorkspaces;
  readonly visiblePages: VisiblePages;
  readonly watched = new WatchedTasks();
  readonly tasks = lazily(() => this.#loadTasks());
  readonly details = lazily(() => this.#loadDetails());
  readonly taskCommands = lazily(() => this.#loadTaskCommands());

  /** Nothing disposes what is pushed to `subscriptions` after the window has let go of them. */
  readonly #all = new DisposableStore();
  readonly #accountConnections: () => Promise<AccountConnections>;
  readonly #withSample: ServicesOptions['withSample'];
  #loadedTasks: TaskServices | undefined;

  constructor({ context, access, sample, withSample }: ServicesOptions) {
    const { globalState, workspaceState, secrets, subscriptions } = context;
    this.context = context;
    subscriptions.push(this.#all);
    this.#withSample = withSample;
    const log = this.#hold(window.createOutputChannel('TaskRouter Lens', { log: true }));
    const runner = (this.runner = new CommandRunner(log));
    const { environment, connect } = access;
    const profiles = (this.profiles = this.#hold(
      new Profiles({ globalState, workspaceState, secrets, environment, sample }),
    ));
    const accountConnections = lazily(async () => this.#hold(await connect(profiles, log)));
    this.#accountConnections = accountConnections;
    this.openDocuments = new OpenDocumentsMemento(workspaceState);
    this.recent = new RecentWorkspaces(globalState);
    this.visiblePages = this.#hold(new VisiblePages());
    this.accounts = {
      ...{ ...access, profiles, runner },
      restartSample: async () => (await this.tasks()).connections.restart(),
      check: async (draft, signal) => (await accountConnections()).check(draft, signal),
    };
  }

  /** What is known of the Tasks with a SID. Loads nothing: what was not loaded has fetched none. */
  readonly knownTasks = (sid: string): readonly KnownTask[] =>
    this.#loadedTasks?.store.knownTasks(sid) ?? [];

  /** What is in memory that a profile brought. Loads nothing, either. */
  readonly fetchedBy = (profileId: string): readonly FetchedResource[] =>
    this.#loadedTasks?.store.fetchedBy(profileId) ?? [];

  async #loadTasks() {
    const [{ TaskServices }, others] = await Promise.all([
      import('./taskServices.ts'),
      this.#accountConnections(),
    ]);
    const { profiles: directory, openDocuments: note } = this;
    const connections = this.#withSample(others);
    const parts = this.#hold(new TaskServices({ directory, connections, openDocuments: note }));
    this.#loadedTasks = parts;
    return parts;
  }

  async #loadDetails() {
    const [{ DetailsPages }, { sidKind }, { connections, store, names, restored }] =
      await Promise.all([
        import('./details/detailsPages.ts'),
        import('./sids/sidFeatures.ts'),
        this.tasks(),
      ]);
    const { profiles: directory, visiblePages: pages, watched, runner } = this;
    const { extensionUri } = this.context;
    return this.#hold(
      await DetailsPages.load({
        ...{ directory, connections, store, names, restored, pages, watched, runner },
        ...{ sidKind, extensionUri },
      }),
    );
  }

  async #loadTaskCommands() {
    const [{ TaskCommands }, { connections, store, documents, names }] = await Promise.all([
      import('./taskActions/taskCommands.ts'),
      this.tasks(),
    ]);
    const { profiles: directory, recent, runner, visiblePages: pages, details } = this;
    return new TaskCommands({
      ...{ directory, connections, store, documents, recent, names, runner, pages, details },
      chooseProfile: (named) => chooseProfile(this.accounts, named),
    });
  }

  /** Something that is disposed with the extension. */
  #hold<T extends { dispose(): unknown }>(part: T): T {
    return this.#all.add(part);
  }
}

/**
 * Does what nobody waits for once all is registered: a command that activates the extension is not to
 * wait for it.
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

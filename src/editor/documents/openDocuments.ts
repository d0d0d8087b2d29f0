import { TabInputText, window, workspace, type Disposable, type Tab } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { waitsForUser, type ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { resourceKey, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import type { OpenDocumentsMemento } from './openDocumentsMemento.ts';
import type { TaskDocuments } from './taskDocuments.ts';

/**
 * Fills the tabs that VS Code restored after a reload. Each is fetched once, when it first becomes
 * visible. Only tabs that showed fetched data before are filled: a link or a workspace file that
 * opens a document causes no request, and in Restricted Mode nothing does. A tab whose profile may
 * have changed is not filled either. Closed documents are forgotten.
 */
export class OpenDocuments implements Disposable {
  readonly #memento: OpenDocumentsMemento;
  readonly #store: TaskStore;
  readonly #documents: TaskDocuments;
  /** Restored tabs that have not been visible yet. */
  readonly #waiting: Set<string>;
  readonly #fetching = new Map<string, AbortController>();
  readonly #disposables = new DisposableStore();

  constructor(
    memento: OpenDocumentsMemento,
    store: TaskStore,
    documents: TaskDocuments,
    restored: RestoredTabs,
  ) {
    this.#memento = memento;
    this.#store = store;
    this.#documents = documents;
    const open = openResources();
    const mayFill = (key: string) => {
      const resource = open.get(key);
      return resource !== undefined && restored.mayFetch(resource.profileId);
    };
    this.#waiting = new Set(memento.read().filter(mayFill));

    const fetchVisible = () => {
      this.#fetchVisible();
    };
    const remember = () => {
      this.#remember();
    };
    this.#disposables.add(window.onDidChangeVisibleTextEditors(fetchVisible));
    this.#disposables.add(workspace.onDidGrantWorkspaceTrust(fetchVisible));
    this.#disposables.add(store.onDidChange(remember));
    this.#disposables.add(
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        this.#close(closed);
        remember();
      }),
    );
    this.#disposables.add(
      workspace.onDidOpenTextDocument(({ uri }) => {
        // A closed tab that the user opens again, as nothing else asks for what was released.
        const resource = parseResourceUri(uri);
        if (resource !== undefined) this.#store.recall(resource);
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        const resource = parseResourceUri(uri);
        // A change of language also closes a document and opens it again.
        if (resource === undefined || openResources().has(resourceKey(resource))) return;
        this.#documents.forgetText(resource);
        this.#store.release(resource);
      }),
    );
    fetchVisible();
  }

  dispose(): void {
    this.#disposables.dispose();
    for (const controller of this.#fetching.values()) controller.abort();
  }

  #fetchVisible(): void {
    if (!workspace.isTrusted) return;
    for (const { document } of window.visibleTextEditors) {
      const resource = parseResourceUri(document.uri);
      if (resource === undefined || !this.#waiting.delete(resourceKey(resource))) continue;
      if (this.#store.get(resource) === undefined) void this.#fetch(resource);
    }
  }

  /** Failures are shown in the document. Closing its tab cancels the request. */
  async #fetch(resource: ProfiledResource): Promise<void> {
    const controller = new AbortController();
    this.#fetching.set(resourceKey(resource), controller);
    await this.#store.fetch(resource, controller.signal).catch(() => undefined);
    this.#fetching.delete(resourceKey(resource));
  }

  #close(tabs: readonly Tab[]): void {
    const open = openResources();
    for (const [key, resource] of resourcesOf(tabs)) {
      if (open.has(key)) continue;
      this.#waiting.delete(key);
      this.#fetching.get(key)?.abort();
      this.#documents.forgetToggle(resource);
    }
  }

  /** Saves which open documents have, or should have, fetched data. */
  #remember(): void {
    const keys = [...openResources()]
      .filter(
        ([key, resource]) => this.#waiting.has(key) || this.#store.get(resource) !== undefined,
      )
      .map(([key]) => key);
    const noted = this.#memento.read();
    if (noted.length === keys.length && noted.every((key) => keys.includes(key))) return;
    // If this fails, a restored tab is empty and offers to fetch. That is not worth a notification.
    this.#memento.write(keys).catch(() => undefined);
  }
}

function openResources(): ReadonlyMap<string, ProfiledResource> {
  return resourcesOf(window.tabGroups.all.flatMap(({ tabs }) => tabs));
}

function resourcesOf(tabs: readonly Tab[]): ReadonlyMap<string, ProfiledResource> {
  const resources = new Map<string, ProfiledResource>();
  for (const { input } of tabs) {
    const resource = input instanceof TabInputText ? parseResourceUri(input.uri) : undefined;
    if (resource !== undefined) resources.set(resourceKey(resource), resource);
  }
  return resources;
}

/**
 * The restored tabs that may be filled without asking, because their profile has not changed. The
 * environment's profile always has the same id, whatever its account and host.
 */
export class RestoredTabs {
  readonly #memento: OpenDocumentsMemento;
  readonly #profiles: ProfileDirectory;
  /** The environment's profile when it filled the tabs. */
  readonly #environment: string | undefined;

  constructor(memento: OpenDocumentsMemento, profiles: ProfileDirectory) {
    this.#memento = memento;
    this.#profiles = profiles;
    this.#environment = memento.environment;
  }

  mayFetch(profileId: string): boolean {
    if (waitsForUser(profileId, this.#profiles)) return false;
    const present = this.#presentEnvironment();
    // If it cannot be used, it reports why and sends no request.
    return profileId !== 'env' || present === undefined || present === this.#environment;
  }

  /** Saves the identity of the environment's profile, for the tabs that are filled from now on. */
  async rememberEnvironment(): Promise<void> {
    const present = this.#presentEnvironment();
    if (present !== undefined && present !== this.#memento.environment) {
      await this.#memento.writeEnvironment(present);
    }
  }

  #presentEnvironment(): string | undefined {
    const profile = this.#profiles.find('env');
    return profile === undefined || 'fault' in profile
      ? undefined
      : JSON.stringify([profile.sid, profile.apiBaseUrl]);
  }
}

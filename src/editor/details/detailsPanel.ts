import { workspace, type Uri, type WebviewPanel } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { HistoryLoader } from '../../core/history/historyLoader.ts';
import { UnseenFetches } from '../../core/page/unseenFetches.ts';
import { waitsForUser } from '../../core/profiles/profileDirectory.ts';
import {
  resourceKey,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import type { ResourcePage } from '../../core/taskrouter/listPage.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import { readFromPage, type FromPage, type PageView } from '../../webview/protocol.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import type { OpenMode } from '../documents/showTaskDocument.ts';
import { isDocumentOpen, taskUri } from '../documents/taskUri.ts';
import { RoutingSection } from '../explanation/routingSection.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { composePage } from './composePage.ts';
import { detailsHtml, newNonce } from './detailsHtml.ts';
import type { PageServices } from './detailsPages.ts';
import { detailsTitle, statusIcons } from './detailsTab.ts';
import { PageRequests } from './pageRequests.ts';
import { WorkspaceNameReader } from './workspaceNameReader.ts';

/** The page of one Task: updates the page whenever its data changes, and handles its buttons. */
export class DetailsPanel {
  readonly #panel: WebviewPanel;
  readonly #task: ProfiledTask;
  readonly #services: PageServices;
  readonly #disposables = new DisposableStore();
  readonly #history: HistoryLoader;
  readonly #routing: RoutingSection;
  readonly #requests: PageRequests;
  /** What changed in them is marked, until the user dismisses the marks or leaves the page. */
  readonly #unseen = new UnseenFetches();
  readonly #workspaceName: WorkspaceNameReader;
  readonly #cut = new AbortController();
  #state: 'fetched' | 'gone' | 'restored';
  #ready = false;
  #page: PageView | undefined;

  constructor(
    panel: WebviewPanel,
    task: ProfiledTask,
    state: 'fetched' | 'gone' | 'restored',
    services: PageServices,
    firstEvents?: ResourcePage,
  ) {
    this.#panel = panel;
    this.#task = task;
    this.#state = state;
    this.#services = services;
    this.#workspaceName = new WorkspaceNameReader(task, services);
    const { store, watched, profiles } = services;
    const post = () => {
      this.#post();
    };
    this.#history = this.#disposables.add(
      new HistoryLoader({
        task,
        connections: services.connections,
        firstEvents,
        now: () => serverNow(store.get(task)?.fetched, Date.now()),
        onChange: post,
        onFault: (error) => {
          services.runner.logFault('read the events of a Task', error);
        },
      }),
    );
    this.#requests = new PageRequests(task, {
      shown: () => this.#page,
      refresh: () => this.#refresh(),
      retryTimeline: () => {
        if (!this.#isMoved) this.#history.retry();
      },
      retryRouting: () => {
        if (this.#isMoved) return;
        if (this.#history.state.kind === 'failed') this.#history.retry();
        this.#routing.retry();
      },
      dismissChanges: () => {
        this.#unseen.see();
        this.#post();
      },
    });
    this.#routing = this.#disposables.add(new RoutingSection(task, this.#history, services, post));
    this.#disposables.add(store.retain(task));
    this.#listen(store.onDidChange.bind(store), (resource) => {
      if (this.#isOwn(resource)) this.#followTask();
    });
    this.#listen(watched.onDidChange.bind(watched), (other) => {
      if (this.#isOwn(other)) this.#post();
    });
    // Profiles can be renamed.
    this.#disposables.add(profiles.onDidChange(post));
    this.#disposables.add(
      settings.onDidChange([...PRIVACY_SETTINGS, 'watchIntervalSeconds'], () => {
        this.#followTask();
      }),
    );
    this.#listen(panel.onDidChangeViewState, () => {
      this.#followView();
    });
    this.#listen(workspace.onDidGrantWorkspaceTrust, () => {
      this.#followView();
    });
    this.#disposables.add(
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const read = readFromPage(message);
        if (read !== undefined)
          void services.runner.run('do what a page asks for', () => this.#do(read));
      }),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    panel.webview.html = detailsHtml(services.assets, newNonce());
    this.#followTask();
    this.#followView();
    // VS Code queues the message until the page has loaded, so that the page need not request it.
    this.#send();
  }

  dispose(): void {
    this.release().dispose();
  }

  /** Calls the listener when the panel is closed, unless it shows another Task by then. */
  onClosed(listener: () => void): void {
    this.#listen(this.#panel.onDidDispose, listener);
  }

  /** Leaves the panel to another Task. */
  release(): WebviewPanel {
    const { visiblePages, store, watched } = this.#services;
    this.#cut.abort();
    this.#disposables.dispose();
    visiblePages.update(this.#task, { visible: false, active: false });
    // A notice that watching has ended must not appear on the next page again.
    if (!watched.isWatched(this.#task)) watched.set(this.#task, undefined);
    if (!isDocumentOpen(this.#task)) store.release(this.#task);
    return this.#panel;
  }

  revealRouting(): void {
    this.#routing.reveal();
    this.#post();
  }

  reveal(state: 'fetched' | 'gone', mode: OpenMode): void {
    this.#state = state;
    this.#panel.reveal(undefined, mode === 'preview');
    this.#followTask();
  }

  #listen<T>(
    event: (listener: (value: T) => void) => { dispose(): void },
    listener: (value: T) => void,
  ): void {
    this.#disposables.add(event(listener));
  }

  #isOwn(resource: ProfiledResource): boolean {
    return resourceKey(resource) === resourceKey(this.#task);
  }

  #followTask(): void {
    const record = this.#services.store.get(this.#task);
    const fetched = record?.fetched;
    if (fetched !== undefined) this.#unseen.add(fetched);
    if (this.#isGone(record)) this.#showInTab(fetched, 'gone');
    else if (fetched !== undefined) this.#showInTab(fetched, summarizeTask(fetched.text).status);
    this.#followHistory();
    this.#post();
  }

  #showInTab(fetched: FetchedTask | undefined, status: string | undefined): void {
    const summary = fetched && summarizeTask(fetched.text);
    this.#panel.title = detailsTitle(this.#task.taskSid, summary, status === 'gone');
    this.#panel.iconPath = statusIcons(this.#services.context.extensionUri, status);
  }

  /**
   * Loads the events only while the page is visible, and once the Task was fetched or found to be
   * deleted.
   */
  #followHistory(): void {
    const record = this.#services.store.get(this.#task);
    if (!this.#panel.visible || record?.fetching === true) return;
    if (this.#isMoved) return;
    const fetched = this.#isGone(record) ? undefined : record?.fetched;
    if (fetched === undefined && !this.#isGone(record)) return;
    this.#history.follow(fetched);
    // Its requests come after those of the history.
    this.#routing.follow(fetched);
  }

  async #readWorkspaceName(): Promise<void> {
    // Events usually have it.
    if (this.#history.state.kind !== 'ready') return;
    if (await this.#workspaceName.read(this.#cut.signal)) this.#post();
  }

  #isGone(record: TaskRecord | undefined): boolean {
    const isMissing = record?.failure?.kind === 'notFound';
    return isMissing || (record?.fetched === undefined && this.#state === 'gone');
  }

  #followView(): void {
    const { active, visible } = this.#panel;
    this.#services.visiblePages.update(this.#task, { active, visible });
    if (!visible) {
      this.#unseen.see();
      return;
    }
    const isNew = this.#state === 'restored' && this.#services.store.get(this.#task) === undefined;
    const mayFill = this.#services.restoredTabs.mayFetch(this.#task.profileId);
    if (isNew && mayFill && workspace.isTrusted) {
      void this.#services.runner.run('fetch the Task of a page', () => this.#fetch());
    }
    this.#followHistory();
    this.#post();
  }

  /** Failures are shown on the page. */
  async #fetch(): Promise<void> {
    const { signal } = this.#cut;
    // Kept in memory while the page is open, and discarded if it closes meanwhile.
    await this.#services.store
      .fetchTransient(this.#task, signal, isDocumentOpen)
      .catch((error: unknown) => {
        if (asFailure(error) === undefined && !signal.aborted) throw error;
      });
  }

  #post(): void {
    // What was loading when this page was released must not appear on the page of another Task.
    if (this.#ready && !this.#cut.signal.aborted) this.#send();
  }

  #send(): void {
    if (!this.#panel.visible) return;
    const page = {
      ...composePage(
        { task: this.#task, state: this.#state, history: this.#history, unseen: this.#unseen.all },
        this.#services,
      ),
      ...this.#routing.page(),
    };
    this.#page = page;
    void this.#panel.webview.postMessage({ type: 'show', page });
    const { runner } = this.#services;
    void runner.run('read the name of a Workspace', () => this.#readWorkspaceName());
  }

  async #do(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#post();
        return;
      case 'ping':
        await this.#panel.webview.postMessage({ type: 'pong' });
        return;
      case 'run':
      case 'open':
      case 'browse':
      case 'copy':
        return this.#requests.handle(message);
    }
  }

  async #refresh(): Promise<void> {
    const { profiles } = this.#services;
    if (waitsForUser(this.#task.profileId, profiles)) return this.#openAnew(taskUri(this.#task));
    this.#history.invalidate();
    this.#routing.invalidate();
    // The outcome is shown on the page.
    await this.#fetch();
  }

  /** A new host is not asked about a Task of the previous one. */
  get #isMoved(): boolean {
    return this.#services.store.get(this.#task)?.formerProfile !== undefined;
  }

  /** Replaces the page of a profile from an earlier version by that of the migrated profile. */
  async #openAnew(uri: Uri): Promise<void> {
    const shown = await executeCommand(commandIds.openTaskDetails, uri);
    if (shown !== undefined && String(shown) !== String(uri)) this.#panel.dispose();
  }
}

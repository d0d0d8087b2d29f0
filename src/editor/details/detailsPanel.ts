import { env, workspace, type Uri, type WebviewPanel } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { HistoryLoader } from '../../core/history/historyLoader.ts';
import { jsonPath, printValue, valueAt } from '../../core/json/jsonValue.ts';
import { message } from '../../core/messages/message.ts';
import { waitsForUser } from '../../core/profiles/profileDirectory.ts';
import {
  resourceKey,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import { describeStatus } from '../../core/resources/taskStatus.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import type { ResourcePage } from '../../core/taskrouter/listPage.ts';
import { serverNow } from '../../core/taskrouter/resourceAnswer.ts';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import type { TaskRecord } from '../../core/tasks/taskStore.ts';
import {
  readFromPage,
  type FromPage,
  type PageCommand,
  type PageView,
} from '../../webview/protocol.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import type { OpenMode } from '../documents/showTaskDocument.ts';
import { isDocumentOpen, taskUri } from '../documents/taskUri.ts';
import { settings } from '../settings.ts';
import { copySid } from '../sids/copySid.ts';
import { openWebAddress } from '../ui/links.ts';
import { composePage, pageValue } from './composePage.ts';
import { detailsHtml, newNonce } from './detailsHtml.ts';
import type { PageServices } from './detailsPages.ts';
import { detailsTitle, statusIcons } from './detailsTab.ts';

/** The page of one Task: updates the page whenever its data changes, and handles its buttons. */
export class DetailsPanel {
  readonly #panel: WebviewPanel;
  readonly #task: ProfiledTask;
  readonly #services: PageServices;
  readonly #disposables = new DisposableStore();
  readonly #history: HistoryLoader;
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
    const { store, watched, profiles } = services;
    this.#history = this.#disposables.add(
      new HistoryLoader({
        task,
        connections: services.connections,
        firstEvents,
        now: () => serverNow(store.get(task)?.fetched, Date.now()),
        onChange: () => {
          this.#post();
        },
      }),
    );
    this.#disposables.add(store.retain(task));
    this.#listen(store.onDidChange.bind(store), (resource) => {
      if (this.#isOwn(resource)) this.#followTask();
    });
    this.#listen(watched.onDidChange.bind(watched), (other) => {
      if (this.#isOwn(other)) this.#post();
    });
    // Profiles can be renamed.
    this.#disposables.add(
      profiles.onDidChange(() => {
        this.#post();
      }),
    );
    this.#disposables.add(
      settings.onDidChange(['privacyMode'], () => {
        this.#followTask();
      }),
    );
    this.#disposables.add(
      panel.onDidChangeViewState(() => {
        this.#followView();
      }),
    );
    this.#disposables.add(
      workspace.onDidGrantWorkspaceTrust(() => {
        this.#followView();
      }),
    );
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
    const text = record?.fetched?.text;
    if (text !== undefined) {
      const { status } = summarizeTask(text);
      this.#panel.title = detailsTitle(this.#task.taskSid, describeStatus(status));
      this.#panel.iconPath = statusIcons(this.#services.context.extensionUri, status);
    } else if (this.#isGone(record)) {
      this.#panel.title = detailsTitle(this.#task.taskSid, message('Deleted'));
      this.#panel.iconPath = statusIcons(this.#services.context.extensionUri, 'gone');
    }
    this.#followHistory();
    this.#post();
  }

  /**
   * Loads the events only while the page is visible, and once the Task was fetched or found to be
   * deleted.
   */
  #followHistory(): void {
    const record = this.#services.store.get(this.#task);
    if (!this.#panel.visible || record?.fetching === true) return;
    // A new host is not asked about a Task of the previous one.
    if (record?.formerProfile !== undefined) return;
    if (this.#isGone(record)) this.#history.follow(undefined);
    else if (record?.fetched !== undefined) this.#history.follow(record.fetched);
  }

  #isGone(record: TaskRecord | undefined): boolean {
    const isMissing = record?.failure?.kind === 'notFound';
    return isMissing || (record?.fetched === undefined && this.#state === 'gone');
  }

  #followView(): void {
    const { active, visible } = this.#panel;
    this.#services.visiblePages.update(this.#task, { active, visible });
    if (!visible) return;
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
    if (this.#ready) this.#send();
  }

  #send(): void {
    if (!this.#panel.visible) return;
    const page = composePage(this.#task, this.#state, this.#history, this.#services);
    this.#page = page;
    void this.#panel.webview.postMessage({ type: 'show', page });
  }

  async #do(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#post();
        return;
      case 'run':
        return this.#run(message.command);
      case 'open': {
        const uri = taskUri({ profileId: this.#task.profileId, ...message.resource });
        await executeCommand(commandIds.openResource, uri);
        return;
      }
      case 'browse':
        return this.#browse(message.at);
      case 'copy':
        return this.#copy(message);
    }
  }

  async #run(command: PageCommand): Promise<void> {
    const uri = taskUri(this.#task);
    switch (command) {
      case 'refresh':
        if (waitsForUser(this.#task.profileId, this.#services.profiles)) return this.#openAnew(uri);
        this.#history.invalidate();
        // The outcome is shown on the page.
        await this.#fetch();
        return;
      case 'timeline':
        if (this.#services.store.get(this.#task)?.formerProfile === undefined)
          this.#history.retry();
        return;
      case 'watch':
        await executeCommand(commandIds.watchTask, uri);
        return;
      case 'unwatch':
        await executeCommand(commandIds.unwatchTask, uri);
        return;
      case 'json':
        await executeCommand(commandIds.openTaskJson, uri);
        return;
      case 'compare':
        await executeCommand(commandIds.compareTask, uri);
        return;
      case 'console':
        await executeCommand(commandIds.openInConsole, uri);
        return;
      case 'copySid':
        return copySid(this.#task.taskSid);
    }
  }

  /** Replaces the page of a profile from an earlier version by that of the migrated profile. */
  async #openAnew(uri: Uri): Promise<void> {
    const shown = await executeCommand(commandIds.openTaskDetails, uri);
    if (shown !== undefined && String(shown) !== String(uri)) this.#panel.dispose();
  }

  /** Opens only links that the page shows, and only in a browser. */
  async #browse(at: number): Promise<void> {
    const content = this.#page?.content;
    const link = content?.kind === 'task' ? content.view.links[at] : undefined;
    if (link?.isWeb === true) await openWebAddress(link.url);
  }

  async #copy({ part, at, what }: Extract<FromPage, { type: 'copy' }>): Promise<void> {
    const value = this.#page && pageValue(this.#page.content, part);
    const found = value && valueAt(value, at);
    if (value === undefined || found === undefined) return;
    const text = what === 'path' ? jsonPath(value, at) : printValue(found.value);
    if (text !== undefined) await env.clipboard.writeText(text);
  }
}

import { l10n, ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { findDeletedTask } from '../../core/history/historyRows.ts';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { SidKind } from '../../core/sids/catalog/sidCatalog.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { ResourcePage } from '../../core/taskrouter/listPage.ts';
import { readPageTask } from '../../webview/protocol.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys, viewIds } from '../commands/manifestNames.ts';
import type { OpenMode } from '../documents/showTaskDocument.ts';
import { taskUri } from '../documents/taskUri.ts';
import type { DeletedTask } from '../fetch/missingTask.ts';
import type { LoadedServices } from '../services.ts';
import { runWithProgress } from '../ui/progress.ts';
import { readPageAssets, type PageAssets } from './detailsHtml.ts';
import { DetailsPanel } from './detailsPanel.ts';
import { detailsTitle } from './detailsTab.ts';

/** The services that a page needs. */
export interface PageServices extends Pick<
  LoadedServices,
  | 'context'
  | 'profiles'
  | 'connections'
  | 'store'
  | 'workspaceNames'
  | 'restoredTabs'
  | 'visiblePages'
  | 'watched'
  | 'explanations'
  | 'runner'
> {
  /** What SIDs with a prefix refer to. */
  readonly sidKind: (prefix: string) => SidKind | undefined;
  readonly assets: PageAssets;
}

/** The details pages, at most one for each Task and profile. */
export class DetailsPages {
  readonly #services: PageServices;
  readonly #panels = new Map<string, DetailsPanel>();
  readonly #disposables = new DisposableStore();
  /** The page that the next preview replaces. */
  #preview: DetailsPanel | undefined;

  private constructor(services: PageServices) {
    this.#services = services;
    const { watched, visiblePages } = services;
    this.#disposables.add(
      watched.onDidChange((task) => {
        if (watched.isWatched(task)) this.#keep(this.#panels.get(resourceKey(task)));
      }),
    );
    this.#disposables.add(
      visiblePages.onDidChange(() => {
        this.#tellPreview();
      }),
    );
  }

  static async load(
    services: LoadedServices,
    sidKind: PageServices['sidKind'],
  ): Promise<DetailsPages> {
    const assets = await readPageAssets(services.context.extensionUri);
    return new DetailsPages({ ...services, sidKind, assets });
  }

  dispose(): void {
    this.#disposables.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  /** Shows the page of a fetched Task. Returns the Uri of its JSON document. */
  open(task: ProfiledTask, mode: OpenMode = 'kept'): Promise<Uri> {
    this.#show(task, 'fetched', mode);
    return Promise.resolve(taskUri(task));
  }

  /** Keep Open: the active page is not replaced by the next preview. */
  keepActive(): void {
    const { active } = this.#services.visiblePages;
    if (active !== undefined) this.#keep(this.#panels.get(resourceKey(active)));
  }

  /** Shows the page of a deleted Task, from its events. Returns `false` if there are no events. */
  async openDeleted({ profileId, taskSid, workspaceSids }: DeletedTask): Promise<boolean> {
    const { connections } = this.#services;
    // An open page loads the events itself once the Task is deleted.
    const open = workspaceSids
      .map((workspaceSid) => this.#panels.get(resourceKey({ profileId, workspaceSid, taskSid })))
      .find((panel) => panel !== undefined);
    if (open !== undefined) {
      open.reveal('gone', 'kept');
      return true;
    }
    const title = l10n.t('Looking for events of Task {0}…', shortenSid(taskSid));
    const found = await runWithProgress(title, async (signal) => {
      const { source } = await untilAborted(connections.open(profileId), signal);
      return findDeletedTask(source, taskSid, workspaceSids, Date.now(), signal);
    });
    if (found === undefined) return false;
    const { workspaceSid, events } = found;
    this.#show({ profileId, workspaceSid, taskSid }, 'gone', 'kept', events);
    return true;
  }

  /** Lets the page of a Task, if it is open, scroll to the section about its routing. */
  revealRouting(task: ProfiledTask): void {
    this.#panels.get(resourceKey(task))?.revealRouting();
  }

  /** Fills a page that VS Code restored after a reload. */
  restore(panel: WebviewPanel, state: unknown): void {
    const task = readPageTask(state);
    // Two windows may have been merged into one.
    if (task === undefined || this.#panels.has(resourceKey(task))) panel.dispose();
    else this.#add(panel, task, 'restored');
  }

  #show(
    task: ProfiledTask,
    state: 'fetched' | 'gone',
    mode: OpenMode,
    firstEvents?: ResourcePage,
  ): void {
    const known = this.#panels.get(resourceKey(task));
    if (known !== undefined) {
      known.reveal(state, mode);
      if (mode === 'kept') this.#keep(known);
      return;
    }
    const shown = this.#add(this.#panelFor(task, mode), task, state, firstEvents);
    if (mode === 'preview') this.#preview = shown;
    this.#tellPreview();
  }

  /** A new panel, or that of the last preview, which VS Code has for documents only. */
  #panelFor(task: ProfiledTask, mode: OpenMode): WebviewPanel {
    const preserveFocus = mode === 'preview';
    const reused = preserveFocus ? this.#releasePreview() : undefined;
    if (reused !== undefined) {
      reused.title = detailsTitle(task.taskSid, undefined);
      reused.reveal(undefined, preserveFocus);
      return reused;
    }
    return window.createWebviewPanel(
      viewIds.details,
      detailsTitle(task.taskSid, undefined),
      { viewColumn: ViewColumn.Active, preserveFocus },
      { enableFindWidget: true },
    );
  }

  #releasePreview(): WebviewPanel | undefined {
    const shown = this.#preview;
    this.#preview = undefined;
    for (const [key, panel] of this.#panels) if (panel === shown) this.#panels.delete(key);
    return shown?.release();
  }

  #keep(shown: DetailsPanel | undefined): void {
    if (shown === undefined || shown !== this.#preview) return;
    this.#preview = undefined;
    this.#tellPreview();
  }

  /** Offers Keep Open while the preview is active. */
  #tellPreview(): void {
    const { active } = this.#services.visiblePages;
    const shown = active && this.#panels.get(resourceKey(active));
    const isPreview = shown !== undefined && shown === this.#preview;
    void setContext(contextKeys.pagePreview, isPreview);
  }

  #add(
    panel: WebviewPanel,
    task: ProfiledTask,
    state: 'fetched' | 'gone' | 'restored',
    firstEvents?: ResourcePage,
  ): DetailsPanel {
    const key = resourceKey(task);
    const shown = new DetailsPanel(panel, task, state, this.#services, firstEvents);
    this.#panels.set(key, shown);
    shown.onClosed(() => {
      this.#panels.delete(key);
      if (this.#preview === shown) this.#preview = undefined;
      shown.dispose();
    });
    return shown;
  }
}

import { l10n, ViewColumn, window, type Uri, type WebviewPanel } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { findDeletedTask } from '../../core/history/historyRows.ts';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { SidKind } from '../../core/sids/catalog/sidCatalog.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { ResourcePage } from '../../core/taskrouter/listPage.ts';
import { readPageTask } from '../../webview/protocol.ts';
import { viewIds } from '../commands/manifestNames.ts';
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

  private constructor(services: PageServices) {
    this.#services = services;
  }

  static async load(
    services: LoadedServices,
    sidKind: PageServices['sidKind'],
  ): Promise<DetailsPages> {
    const assets = await readPageAssets(services.context.extensionUri);
    return new DetailsPages({ ...services, sidKind, assets });
  }

  dispose(): void {
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  /** Shows the page of a fetched Task. Returns the Uri of its JSON document. */
  open(task: ProfiledTask): Promise<Uri> {
    this.#show(task, 'fetched');
    return Promise.resolve(taskUri(task));
  }

  /** Shows the page of a deleted Task, from its events. Returns `false` if there are no events. */
  async openDeleted({ profileId, taskSid, workspaceSids }: DeletedTask): Promise<boolean> {
    const { connections } = this.#services;
    // An open page loads the events itself once the Task is deleted.
    const open = workspaceSids
      .map((workspaceSid) => this.#panels.get(resourceKey({ profileId, workspaceSid, taskSid })))
      .find((panel) => panel !== undefined);
    if (open !== undefined) {
      open.reveal('gone');
      return true;
    }
    const title = l10n.t('Looking for events of Task {0}…', shortenSid(taskSid));
    const found = await runWithProgress(title, async (signal) => {
      const { source } = await untilAborted(connections.open(profileId), signal);
      return findDeletedTask(source, taskSid, workspaceSids, Date.now(), signal);
    });
    if (found === undefined) return false;
    const { workspaceSid, events } = found;
    this.#show({ profileId, workspaceSid, taskSid }, 'gone', events);
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

  #show(task: ProfiledTask, state: 'fetched' | 'gone', firstEvents?: ResourcePage): void {
    const known = this.#panels.get(resourceKey(task));
    if (known !== undefined) {
      known.reveal(state);
      return;
    }
    const panel = window.createWebviewPanel(
      viewIds.details,
      detailsTitle(task.taskSid, undefined),
      ViewColumn.Active,
      { enableFindWidget: true },
    );
    this.#add(panel, task, state, firstEvents);
  }

  #add(
    panel: WebviewPanel,
    task: ProfiledTask,
    state: 'fetched' | 'gone' | 'restored',
    firstEvents?: ResourcePage,
  ): void {
    const key = resourceKey(task);
    const shown = new DetailsPanel(panel, task, state, this.#services, firstEvents);
    this.#panels.set(key, shown);
    panel.onDidDispose(() => {
      this.#panels.delete(key);
      shown.dispose();
    });
  }
}

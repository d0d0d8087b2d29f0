import { commands, l10n, window, type TreeView } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { message, type Message } from '../../core/messages/message.ts';
import type { ProfileDirectory } from '../../core/profiles/profileDirectory.ts';
import { readFetchArgument } from '../../core/references/commandArgument.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { workspaceLabel } from '../../core/taskrouter/resourceLabel.ts';
import type { Workspace } from '../../core/taskrouter/workspace.ts';
import type { ProfileTree } from '../../core/tree/profileTree.ts';
import { filterFault } from '../../core/tree/nodeRow.ts';
import {
  isFilterRefused,
  type FailureNode,
  type LoadMoreNode,
  type TreeNode,
} from '../../core/tree/treeNode.ts';
import type { LoadedServices } from '../services.ts';
import { requireTask } from '../taskActions/activeResource.ts';
import { plainText } from '../ui/plainText.ts';
import { present } from '../ui/present.ts';
import { askForFilter } from './askForFilter.ts';
import { findTaskRow } from './findTaskRow.ts';
import type { LazyTreeData } from './lazyTreeData.ts';
import { RecentView, type RecentNode } from './recentView.ts';
import { RowOpener } from './rowOpener.ts';
import { WorkspacesView } from './workspacesView.ts';

export interface SidebarViews {
  readonly workspaces: TreeView<TreeNode>;
  readonly workspacesData: LazyTreeData<TreeNode>;
  readonly recent: TreeView<RecentNode>;
  readonly recentData: LazyTreeData<RecentNode>;
}

/** The views and their commands. Loaded with the first visible view or the first command. */
export class Sidebar {
  readonly workspaces: WorkspacesView;
  readonly recent: RecentView;
  readonly rows: RowOpener;
  readonly #profiles: ProfileDirectory;
  readonly #views: SidebarViews;
  readonly #services: LoadedServices;
  readonly #disposables = new DisposableStore();

  /** @param views the views of VS Code that show the rows */
  constructor(services: LoadedServices, views: SidebarViews) {
    this.#profiles = services.profiles;
    this.workspaces = new WorkspacesView(services, views.workspaces, views.workspacesData);
    this.recent = new RecentView(services, views.recent, views.recentData);
    this.rows = new RowOpener(services);
    this.#services = services;
    this.#views = views;
    const follow = () => {
      this.#followWatched();
    };
    this.#disposables.add(views.workspaces.onDidChangeVisibility(follow));
    this.#disposables.add(views.recent.onDidChangeVisibility(follow));
    this.#disposables.add(services.watched.onDidChange(follow));
    follow();
  }

  /** Selects the active Task in Workspaces, or else in Recent Tasks. */
  async revealTask(argument: unknown): Promise<void> {
    const otherwise = message('Open a Task to reveal it in the side bar.');
    const task = requireTask(argument, this.#services, otherwise);
    if (task === undefined) return;
    if ((await this.#revealInTree(task)) || (await this.recent.revealTask(task))) return;
    const { runner } = this.#services;
    runner.showMessage('information', message('The side bar does not list this Task.'));
  }

  /** Selects the row of a Task of the active profile. Returns whether there is one. */
  async #revealInTree(task: ProfiledTask): Promise<boolean> {
    if (this.workspaces.tree?.profileId !== task.profileId) return false;
    const text = this.#services.store.get(task)?.fetched?.text;
    const row = await findTaskRow(task, text, this.#views.workspacesData);
    if (row === undefined) return false;
    await this.#views.workspaces.reveal(row, { select: true, focus: true });
    return true;
  }

  /** A watched Task is fetched while it has a row that is visible. */
  #followWatched(): void {
    const { watched, visibleRows } = this.#services;
    const { workspaces, recent } = this.#views;
    for (const task of watched.list) {
      const { tree } = this.workspaces;
      const hasRow = tree?.profileId === task.profileId && tree.tasks.rows(task).length > 0;
      const visible = recent.visible || (workspaces.visible && hasRow);
      if (visibleRows.isVisible(task) !== visible) {
        visibleRows.update(task, { visible, active: false });
      }
    }
  }

  dispose(): void {
    this.#disposables.dispose();
    this.workspaces.dispose();
    this.recent.dispose();
  }

  /** Does what VS Code's button would do, which would cover the name of the profile. */
  async collapseAll(): Promise<void> {
    await commands.executeCommand(
      `workbench.actions.treeView.${this.workspaces.viewId}.collapseAll`,
    );
  }

  /**
   * Keeps the tab of the selected row. As Enter has also selected the row, which runs its command,
   * this is the second run.
   *
   * @param view which view has the focus
   */
  async keepRow(view: unknown): Promise<void> {
    const [row] = this.#views[view === 'recent' ? 'recent' : 'workspaces'].selection;
    if (row !== undefined && hasDocument(row)) await this.rows.open(row);
  }

  /** @param argument the row Load More; any other is ignored */
  async loadMore(argument: unknown): Promise<void> {
    if (!this.workspaces.isShown(argument) || argument.kind !== 'more') return;
    const { list, count }: LoadMoreNode = argument;
    await this.workspaces.update((tree) => tree.loadMore(list), list);
    await this.workspaces.focusRow(list, count);
  }

  /** @param argument a row that shows a failure; any other is ignored */
  async retry(argument: unknown): Promise<void> {
    if (!this.workspaces.isShown(argument) || argument.kind !== 'failure') return;
    const failed: FailureNode = argument;
    const { of } = failed;
    if (isFilterRefused(failed)) {
      await this.filter(of, filterFault(failed.failure, { present: present() }));
      return;
    }
    await this.workspaces.update((tree) => tree.retry(failed), of?.kind === 'more' ? of.list : of);
    if (of?.kind === 'more') await this.workspaces.focusRow(of.list, of.count);
  }

  /**
   * @param argument a row of the Workspace to filter; if absent, the user is asked; any other value
   *   is ignored
   * @param refused why TaskRouter refused the filter that is set
   */
  async filter(argument: unknown, refused?: Message): Promise<void> {
    const isAbsent = argument === undefined || argument === null;
    if (!isAbsent && !this.workspaces.isShown(argument)) return;
    // A chosen profile becomes the active one, which has a tree.
    if (this.workspaces.tree === undefined && isAbsent) await this.#services.chooseProfile();
    const { tree } = this.workspaces;
    if (tree === undefined) return;
    const workspace = await this.#workspaceOf(argument, tree);
    if (workspace === undefined) return;
    const filter = await askForFilter(tree, workspace, refused);
    if (filter === 'cancelled') return;
    // Another profile may be active by now.
    if (this.workspaces.tree === tree) this.workspaces.setFilter(tree, workspace.sid, filter);
  }

  async clearFilters(): Promise<void> {
    await this.workspaces.update((tree) => {
      for (const workspaceSid of [...tree.filters.keys()]) tree.setFilter(workspaceSid, undefined);
      return Promise.resolve();
    });
  }

  /** @param argument a row, or another argument with a Task's SIDs and profile */
  async changePin(argument: unknown, change: 'pin' | 'unpin' | 'remove'): Promise<void> {
    const task = readTask(argument);
    if (task === undefined) return;
    const isKnown = this.#profiles.find(task.profileId) !== undefined;
    // Tasks of removed profiles can still be removed.
    if (isKnown || change !== 'pin') await this.recent[change](task);
  }

  async #workspaceOf(argument: unknown, tree: ProfileTree): Promise<Workspace | undefined> {
    await tree.loadWorkspaces();
    const { workspaces } = tree;
    if (this.workspaces.isShown(argument) && 'workspaceSid' in argument) {
      return workspaces.find(({ sid }) => sid === argument.workspaceSid);
    }
    const [only] = workspaces;
    if (workspaces.length === 1) return only;
    const items = workspaces.map((workspace) => ({
      label: plainText(workspaceLabel(workspace, present())),
      description: shortenSid(workspace.sid),
      workspace,
    }));
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Filter Tasks'),
      placeHolder: l10n.t('Select the Workspace of the Tasks'),
      matchOnDescription: true,
    });
    return chosen?.workspace;
  }
}

function hasDocument(row: TreeNode | RecentNode): boolean {
  return 'recent' in row ? row.recent.formerProfile === undefined : isOpenable(row.kind);
}

function isOpenable(kind: TreeNode['kind']): boolean {
  return kind === 'task' || kind === 'resource';
}

function readTask(argument: unknown): ProfiledTask | undefined {
  const asked = readFetchArgument(argument);
  if (asked.kind !== 'reference') return undefined;
  const { reference, profileId } = asked;
  const { workspaceSid, taskSid } = reference;
  return profileId === undefined || workspaceSid === undefined
    ? undefined
    : { profileId, workspaceSid, taskSid };
}

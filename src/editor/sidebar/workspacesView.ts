import { window, workspace, type TreeItem, type TreeView } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { summarizeFailure } from '../../core/failures/summarizeFailure.ts';
import { badgedName } from '../../core/profiles/profileBadge.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import type { ProfiledResource, ProfiledTask } from '../../core/resources/resourceReference.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import type { NamedFilter } from '../../core/tree/namedFilter.ts';
import { ProfileTree, type TreeRoot } from '../../core/tree/profileTree.ts';
import { hasFailed, type TreeNode } from '../../core/tree/treeNode.ts';
import type { RowContext } from '../../core/tree/treeRow.ts';
import { isCancellation } from '../commands/commandRunner.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys, viewIds } from '../commands/manifestNames.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import type { LazyTreeData, TreeData } from './lazyTreeData.ts';
import { leftProfile, readsFromSame } from './leftProfile.ts';
import { nodeItem, nodeTooltip } from './treeItems.ts';
import { ViewMessage } from './viewMessage.ts';

type ViewServices = Pick<
  LoadedServices,
  'profiles' | 'connections' | 'store' | 'workspaceNames' | 'watched' | 'runner' | 'explanations'
>;

/**
 * The view "Workspaces": the Workspaces of the active profile. Each profile has a tree of its own,
 * so that requests of the previous profile are cancelled and never shown.
 */
export class WorkspacesView implements TreeData<TreeNode> {
  readonly viewId = viewIds.workspaces;
  readonly #services: ViewServices;
  readonly #view: TreeView<TreeNode>;
  readonly #message: ViewMessage;
  readonly #data: LazyTreeData<TreeNode>;
  readonly #disposables = new DisposableStore();
  #shown: { readonly profile: ListedProfile; readonly tree: ProfileTree } | undefined;
  readonly #nodes = new WeakSet<object>();
  #topRows: readonly TreeNode[] = [];
  /** What the rows of statuses show of their size. */
  readonly #sizes = new WeakMap<TreeNode, TreeItem['description']>();
  /** Whether the user asked for Workspaces although the folder is not trusted. */
  #asked = false;
  /**
   * The previous state of the profile, if its host has changed. Its new host is not asked until the
   * user refreshes.
   */
  #left: ListedProfile | undefined;
  /** Why the view has no rows, if there was a failure. */
  #rootFailure: Failure | undefined;

  constructor(services: ViewServices, view: TreeView<TreeNode>, data: LazyTreeData<TreeNode>) {
    this.#services = services;
    this.#view = view;
    this.#data = data;
    const { profiles, store, workspaceNames, watched, explanations } = services;
    this.#message = new ViewMessage(view, workspaceNames);
    this.#followProfile();
    this.#disposables.add(
      profiles.onDidChange(() => {
        this.#followProfile();
      }),
    );
    this.#disposables.add(
      store.onDidChange((resource) => {
        this.#update(resource);
      }),
    );
    const redraw = (task: ProfiledTask) => {
      this.#redraw(task);
    };
    this.#disposables.add(explanations.onDidChange(redraw));
    this.#disposables.add(watched.onDidChange(redraw));
    this.#disposables.add(
      settings.onDidChange(PRIVACY_SETTINGS, () => {
        data.changed();
      }),
    );
    this.#disposables.add(
      workspace.onDidGrantWorkspaceTrust(() => {
        data.changed();
      }),
    );
    this.#disposables.add({ dispose: () => this.#shown?.tree.dispose() });
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  /** The tree of the active profile, or `undefined` if there is none. */
  get tree(): ProfileTree | undefined {
    return this.#shown?.tree;
  }

  /**
   * Whether an argument is a row that this view has shown, and not just an object with the same
   * shape.
   */
  isShown(argument: unknown): argument is TreeNode {
    return typeof argument === 'object' && argument !== null && this.#nodes.has(argument);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { tree } = this;
    // VS Code may still ask about a row of the previous tree.
    if (node !== undefined && tree?.profileId !== node.profile) return [];
    try {
      const load = async () =>
        node === undefined ? this.#root(tree) : ((await tree?.children(node)) ?? []);
      const readAt = tree?.readAt(node);
      const nodes = await this.#message.stale.during(node?.id ?? 'root', readAt, load, hasFailed);
      if (this.tree !== tree) return [];
      if (node?.kind === 'status') this.#followSize(node);
      for (const shown of nodes) this.#nodes.add(shown);
      if (node === undefined) this.#topRows = nodes;
      return [...nodes];
    } catch (error) {
      // Another profile was activated, or this one was removed.
      if (isCancellation(error)) return [];
      throw error;
    }
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = this.#item(node);
    if (node.kind === 'status') this.#sizes.set(node, item.description);
    return item;
  }

  #item(node: TreeNode): TreeItem {
    return nodeItem(node, this.tree, this.#rowContext(node), this.#services.watched);
  }

  /** Shows how many rows a status has, once they are there. */
  #followSize(node: TreeNode): void {
    const { description } = this.#item(node);
    if (this.#sizes.has(node) && this.#sizes.get(node) !== description) this.#data.changed(node);
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const tooltip = nodeTooltip(
      node,
      this.tree,
      this.#rowContext(node),
      this.#services.explanations,
    );
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** Loads everything again that is visible. */
  refresh(): void {
    this.#asked = true;
    this.#left = undefined;
    this.tree?.refresh();
    this.#data.changed();
  }

  /**
   * Changes the filter of a Workspace, and refreshes its row only. VS Code forgets all rows while it refreshes the
   * whole view, and a click on one then has no argument.
   */
  setFilter(tree: ProfileTree, workspaceSid: string, filter: NamedFilter | undefined): void {
    tree.setFilter(workspaceSid, filter);
    const id = `${tree.profileId}/${workspaceSid}`;
    this.#data.changed(this.#topRows.find((row) => row.id === id));
    this.showFilters();
  }

  /** Shows the full message about why the view has no rows. */
  async explain(): Promise<void> {
    const failure = this.#rootFailure;
    if (failure === undefined) return;
    const again = () => {
      this.refresh();
      return Promise.resolve();
    };
    await this.#services.runner.showFailure(failure, again, this.tree?.profileId);
  }

  /** Runs a longer operation on the tree, and refreshes its row afterwards. */
  async update(work: (tree: ProfileTree) => Promise<void>, changed?: TreeNode): Promise<void> {
    const { tree } = this;
    if (tree === undefined) return;
    await window.withProgress({ location: { viewId: this.viewId } }, () => work(tree));
    if (this.tree === tree) this.#data.changed(changed);
  }

  /**
   * Reveals and focuses a row below another. Without it, the selected row would be lost together
   * with the focus, as when Load More was the last row of a list.
   */
  async focusRow(parent: TreeNode, index: number): Promise<void> {
    const row = (await this.#data.getChildren(parent)).at(index);
    if (row !== undefined) await this.#view.reveal(row, { focus: true, select: false });
  }

  /** Describes the active filters above the rows. */
  showFilters(): void {
    this.#message.show(this.tree);
  }

  async #root(tree: ProfileTree | undefined): Promise<readonly TreeNode[]> {
    const root = await this.#readRoot(tree);
    if (this.tree !== tree) return [];
    const reason = root.kind === 'empty' ? root.reason : 'none';
    await setContext(contextKeys.gap, reason);
    if (this.tree !== tree) return [];
    this.#rootFailure = root.kind === 'empty' ? root.failure : undefined;
    this.#describe();
    if (root.kind === 'rows') {
      this.showFilters();
      return root.nodes;
    }
    this.#message.hide();
    return [];
  }

  #redraw(task: ProfiledTask): void {
    if (this.tree?.profileId !== task.profileId) return;
    for (const row of this.tree.tasks.rows(task)) this.#data.changed(row);
  }

  /** Shows the profile beside the title, and a short reason why the view is empty. */
  #describe(): void {
    const failure = this.#rootFailure;
    this.#view.description = joinFacts([
      this.#shown === undefined ? '' : badgedName(this.#shown.profile),
      ...(failure === undefined ? [] : [summarizeFailure(failure)]),
    ]);
  }

  async #readRoot(tree: ProfileTree | undefined): Promise<TreeRoot> {
    if (tree === undefined) {
      const { profiles } = this.#services;
      return { kind: 'empty', reason: profiles.list().length === 0 ? 'noProfile' : 'noChoice' };
    }
    const isFree = this.#shown?.profile.origin === 'sample';
    if (!workspace.isTrusted && !this.#asked && !isFree)
      return { kind: 'empty', reason: 'untrusted' };
    const isUsable = this.#shown !== undefined && !('fault' in this.#shown.profile);
    if (this.#left !== undefined && isUsable) return { kind: 'empty', reason: 'moved' };
    return tree.root();
  }

  #followProfile(): void {
    const { profiles, connections, store, workspaceNames } = this.#services;
    const before = this.#shown;
    const profile = profiles.active();
    if (before !== undefined && profile !== undefined && readsFromSame(before.profile, profile)) {
      this.#shown = { ...before, profile };
      this.#describe();
      // Its name or badge can have changed. This sends no request.
      this.#data.changed();
      return;
    }
    before?.tree.dispose();
    this.#left = leftProfile(this.#left ?? before?.profile, profile);
    this.#shown = profile && {
      profile,
      tree: new ProfileTree({
        profileId: profile.id,
        connections,
        store,
        onWorkspaces: workspaceNames.add.bind(workspaceNames, profile.id),
        isOpen: isDocumentOpen,
        present,
        now: Date.now,
      }),
    };
    // The message above the rows was about the previous profile.
    this.#message.stale.clear();
    this.#rootFailure = undefined;
    this.#describe();
    this.showFilters();
    this.#data.changed();
  }

  #update(resource: ProfiledResource): void {
    const { store } = this.#services;
    const rows = this.tree?.tasks.update(resource, store.get(resource)) ?? [];
    for (const row of rows) this.#data.changed(row);
  }

  /** Uses the row's own profile, as another may be active by now. */
  #rowContext({ profile: id }: TreeNode): RowContext {
    const found = this.#services.profiles.find(id);
    const profile = found === undefined ? id : badgedName(found);
    return { profile, badge: found?.badge, present: present(), now: Date.now(), clock: formatTime };
  }
}

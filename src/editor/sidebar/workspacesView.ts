import { commands, window, workspace, type TreeItem, type TreeView } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { summarizeFailure } from '../../core/failures/summarizeFailure.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import type { ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { ProfileTree, type TreeRoot } from '../../core/tree/profileTree.ts';
import type { TreeNode } from '../../core/tree/treeNode.ts';
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
import { nodeItem, nodeTooltip } from './treeItems.ts';
import { viewMessage } from './viewMessage.ts';

type ViewServices = Pick<
  LoadedServices,
  'profiles' | 'connections' | 'store' | 'workspaceNames' | 'runner' | 'explanations'
>;

/**
 * The view "Workspaces": the Workspaces of the active profile. Each profile has a tree of its own,
 * so that requests of the previous profile are cancelled and never shown.
 */
export class WorkspacesView implements TreeData<TreeNode> {
  readonly #services: ViewServices;
  readonly #view: TreeView<TreeNode>;
  readonly #data: LazyTreeData<TreeNode>;
  readonly #disposables = new DisposableStore();
  #shown: { readonly profile: ListedProfile; readonly tree: ProfileTree } | undefined;
  readonly #nodes = new WeakSet<object>();
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
    const { profiles, store, explanations } = services;
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
    this.#disposables.add(
      explanations.onDidChange((task) => {
        for (const row of this.tree?.tasks.rowsOf(task) ?? []) data.changed(row);
      }),
    );
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
    try {
      const nodes = node === undefined ? await this.#root(tree) : await childrenIn(tree, node);
      if (this.tree !== tree) return [];
      if (node?.kind === 'status') this.#followSize(node);
      for (const shown of nodes) this.#nodes.add(shown);
      return [...nodes];
    } catch (error) {
      // Another profile was activated, or this one was removed.
      if (isCancellation(error)) return [];
      throw error;
    }
  }

  getTreeItem(node: TreeNode): TreeItem {
    const item = nodeItem(node, this.tree, this.#surroundings(node));
    if (node.kind === 'status') this.#sizes.set(node, item.description);
    return item;
  }

  /** Shows how many rows a status has, once they are there. */
  #followSize(node: TreeNode): void {
    const { description } = nodeItem(node, this.tree, this.#surroundings(node));
    if (this.#sizes.has(node) && this.#sizes.get(node) !== description) this.#data.changed(node);
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const tooltip = nodeTooltip(
      node,
      this.tree,
      this.#surroundings(node),
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
    const { tree } = this;
    void setContext(contextKeys.filtered, (tree?.filters.size ?? 0) > 0);
    this.#view.message = tree === undefined ? '' : viewMessage(tree, this.#services.workspaceNames);
  }

  /** Does what VS Code's button would do, which would cover the name of the profile. */
  async collapseAll(): Promise<void> {
    await commands.executeCommand(`workbench.actions.treeView.${this.viewId}.collapseAll`);
  }

  readonly viewId = viewIds.workspaces;

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
    // VS Code hides the welcome view, which explains why there are no rows, while there is a
    // message.
    this.#view.message = '';
    return [];
  }

  /** Shows the profile beside the title, and a short reason why the view is empty. */
  #describe(): void {
    const failure = this.#rootFailure;
    this.#view.description = joinFacts([
      this.#shown?.profile.name ?? '',
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
    if (before !== undefined && profile !== undefined && isSame(before.profile, profile)) {
      this.#shown = { ...before, profile };
      this.#describe();
      if (before.profile.name !== profile.name) this.#data.changed();
      return;
    }
    before?.tree.dispose();
    this.#left = leftBehind(this.#left ?? before?.profile, profile);
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
  #surroundings({ profile: id }: TreeNode): RowContext {
    const profile = this.#services.profiles.find(id)?.name ?? id;
    return { profile, present: present(), now: Date.now(), clock: formatTime };
  }
}

/** VS Code may still ask about a row of the previous tree, which has no children any more. */
async function childrenIn(
  tree: ProfileTree | undefined,
  node: TreeNode,
): Promise<readonly TreeNode[]> {
  return tree?.profileId === node.profile ? tree.children(node) : [];
}

/** Whether a profile has the same account and host as before, whatever its name. */
function isSame(one: ListedProfile, other: ListedProfile): boolean {
  return readFrom(one) === readFrom(other);
}

/** The previous state of the profile, if it has another account or host now, or cannot be used. */
function leftBehind(
  before: ListedProfile | undefined,
  now: ListedProfile | undefined,
): ListedProfile | undefined {
  if (before === undefined || before.id !== now?.id) return undefined;
  return 'fault' in before || isSame(before, now) ? undefined : before;
}

function readFrom(profile: ListedProfile): string {
  return 'fault' in profile
    ? JSON.stringify([profile.id, profile.fault])
    : JSON.stringify([profile.id, profile.sid, profile.apiBaseUrl]);
}

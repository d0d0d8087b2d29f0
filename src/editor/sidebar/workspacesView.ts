import { l10n, window, workspace, type TreeItem, type TreeView } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { summarizeFailure } from '../../core/failures/summarizeFailure.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import type { ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { describeFilter } from '../../core/tree/namedFilter.ts';
import { ProfileTree, type TreeRoot } from '../../core/tree/profileTree.ts';
import type { TreeNode } from '../../core/tree/treeNode.ts';
import type { RowContext } from '../../core/tree/treeRow.ts';
import { isCancellation } from '../commands/commandRunner.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys, viewIds } from '../commands/manifestNames.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { settings } from '../settings.ts';
import { formatTime } from '../ui/formatTime.ts';
import { joinFacts } from '../ui/localize.ts';
import type { LazyTreeData, TreeData } from './lazyTreeData.ts';
import { nodeItem, nodeTooltip } from './treeItems.ts';

type ViewServices = Pick<
  LoadedServices,
  'profiles' | 'connections' | 'store' | 'workspaceNames' | 'runner'
>;

/**
 * The view "Workspaces": what the active profile sees. Another profile has another tree, so that what
 * was still asked for the one before is cut, and never shown.
 */
export class WorkspacesView implements TreeData<TreeNode> {
  readonly #services: ViewServices;
  readonly #view: TreeView<TreeNode>;
  readonly #data: LazyTreeData<TreeNode>;
  readonly #disposables = new DisposableStore();
  #shown: { readonly profile: ListedProfile; readonly tree: ProfileTree } | undefined;
  readonly #nodes = new WeakSet<object>();
  /** Whether somebody wants to see Workspaces in spite of a folder that is not trusted. */
  #asked = false;
  /** The profile as what was listed is of, if it has another host now: that waits until the user asks. */
  #left: ListedProfile | undefined;
  /** Why there is no row at all, if something failed. */
  #rootFailure: Failure | undefined;

  constructor(services: ViewServices, view: TreeView<TreeNode>, data: LazyTreeData<TreeNode>) {
    this.#services = services;
    this.#view = view;
    this.#data = data;
    const { profiles, store } = services;
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
      settings.onDidChange(['privacyMode'], () => {
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

  /** What the active profile sees; nothing if there is none. */
  get tree(): ProfileTree | undefined {
    return this.#shown?.tree;
  }

  /** Whether a command was given a row that this view has shown, and not something made like one. */
  isShown(argument: unknown): argument is TreeNode {
    return typeof argument === 'object' && argument !== null && this.#nodes.has(argument);
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    const { tree } = this;
    try {
      const nodes = node === undefined ? await this.#root(tree) : await childrenIn(tree, node);
      if (this.tree !== tree) return [];
      for (const shown of nodes) this.#nodes.add(shown);
      return [...nodes];
    } catch (error) {
      // Another profile was chosen, or this one was removed.
      if (isCancellation(error)) return [];
      throw error;
    }
  }

  getTreeItem(node: TreeNode): TreeItem {
    return nodeItem(node, this.tree, this.#surroundings(node));
  }

  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    const tooltip = nodeTooltip(node, this.tree, this.#surroundings(node));
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** Reads all again that is in sight. */
  refresh(): void {
    this.#asked = true;
    this.#left = undefined;
    this.tree?.refresh();
    this.#data.changed();
  }

  /** Tells the whole of what keeps the view from having rows. */
  async explain(): Promise<void> {
    const failure = this.#rootFailure;
    if (failure === undefined) return;
    const again = () => {
      this.refresh();
      return Promise.resolve();
    };
    await this.#services.runner.showFailure(failure, again, this.tree?.profileId);
  }

  /** Does something with the tree that takes a while, and shows the row anew that it was about. */
  async update(work: (tree: ProfileTree) => Promise<void>, changed?: TreeNode): Promise<void> {
    const { tree } = this;
    if (tree === undefined) return;
    await window.withProgress({ location: { viewId: this.viewId } }, () => work(tree));
    if (this.tree === tree) this.#data.changed(changed);
  }

  /**
   * Brings a row below another into sight, and the focus to it: with the row that was chosen, the last
   * Load More of a list, both would be gone.
   */
  async focusRow(parent: TreeNode, index: number): Promise<void> {
    const row = (await this.#data.getChildren(parent)).at(index);
    if (row !== undefined) await this.#view.reveal(row, { focus: true, select: false });
  }

  /** Says what the filters let through, above the rows. */
  showFilters(): void {
    const { workspaceNames } = this.#services;
    const filters = [...(this.tree?.filters ?? [])];
    void setContext(contextKeys.filtered, filters.length > 0);
    const masked = settings.privacyMode();
    const several = (this.tree?.workspaces.length ?? 0) > 1;
    const texts = filters.map(([workspaceSid, filter]) => {
      const facts = joinFacts(describeFilter(filter, masked));
      const name = workspaceNames.label(this.tree?.profileId ?? '', workspaceSid);
      return several ? l10n.t('Filter in {0}: {1}', name, facts) : l10n.t('Filter: {0}', facts);
    });
    this.#view.message = texts.join('\n');
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
    // The editor leaves out the page that says why there are no rows while there is a message.
    this.#view.message = '';
    return [];
  }

  /** Names the profile beside the title, and in a few words why it shows nothing. */
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
        masked: settings.privacyMode,
        now: Date.now,
      }),
    };
    // What is said above the rows was about the profile before.
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

  /** By the row's own profile, which another may have replaced meanwhile. */
  #surroundings({ profile: id }: TreeNode): RowContext {
    const profile = this.#services.profiles.find(id)?.name ?? id;
    return { profile, masked: settings.privacyMode(), now: Date.now(), clock: formatTime };
  }
}

/** A row of before, which the editor still asks about, has nothing below it any more. */
async function childrenIn(
  tree: ProfileTree | undefined,
  node: TreeNode,
): Promise<readonly TreeNode[]> {
  return tree?.profileId === node.profile ? tree.children(node) : [];
}

/** Whether a profile reads the same as before, whatever it is called. */
function isSame(one: ListedProfile, other: ListedProfile): boolean {
  return readFrom(one) === readFrom(other);
}

/** The profile as it was, if it is the same one with another account or host by now, or cannot be used. */
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

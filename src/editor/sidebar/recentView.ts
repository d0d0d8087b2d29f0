import { l10n, type TreeItem, type TreeView } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { badgedName } from '../../core/profiles/profileBadge.ts';
import { successorOf } from '../../core/profiles/profileDirectory.ts';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import { RecentTasks, type RecentTask } from '../../core/tasks/recentTasks.ts';
import { describeRecentTask, recentTaskFacts } from '../../core/tree/taskRow.ts';
import { describeTaskTooltip } from '../../core/tree/tooltip.ts';
import type { RowContext } from '../../core/tree/treeRow.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import type { LoadedServices } from '../services.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { formatTime } from '../ui/formatTime.ts';
import { tooltipMarkdown } from '../ui/markdown.ts';
import { present } from '../ui/present.ts';
import type { LazyTreeData, TreeData } from './lazyTreeData.ts';
import { PinnedTasks } from './pinnedTasks.ts';
import { toTreeItem } from './treeItems.ts';

/** A row. Its SIDs are named as in command arguments, see `readFetchArgument`. */
export interface RecentNode {
  readonly profile: string;
  readonly workspaceSid: string;
  readonly taskSid: string;
  readonly recent: RecentTask;
}

type ViewServices = Pick<
  LoadedServices,
  'context' | 'profiles' | 'store' | 'watched' | 'explanations'
>;

/** The view "Recent Tasks": the Tasks fetched in this window, and those pinned in its workspace. */
export class RecentView implements TreeData<RecentNode> {
  readonly #services: ViewServices;
  readonly #view: TreeView<RecentNode>;
  readonly #data: LazyTreeData<RecentNode>;
  readonly #pins: PinnedTasks;
  readonly #tasks: RecentTasks;
  readonly #disposables = new DisposableStore();

  constructor(services: ViewServices, view: TreeView<RecentNode>, data: LazyTreeData<RecentNode>) {
    this.#services = services;
    this.#view = view;
    this.#data = data;
    const { context, store, profiles, watched, explanations } = services;
    this.#pins = new PinnedTasks(context.workspaceState);
    this.#tasks = new RecentTasks(this.#pins.read(), store.allKnownTasks());
    this.#disposables.add(
      store.onDidChange((resource) => {
        if (this.#tasks.update(resource, store.get(resource))) data.changed();
      }),
    );
    this.#disposables.add(
      explanations.onDidChange(() => {
        data.changed();
      }),
    );
    this.#disposables.add(
      watched.onDidChange(() => {
        data.changed();
      }),
    );
    // Profiles can be renamed, and removed in another window.
    this.#disposables.add(
      profiles.onDidChange(() => {
        data.changed();
      }),
    );
    this.#disposables.add(
      profiles.onDidMove(({ from, to }) => {
        this.#tasks.leaveHost(from, to);
        data.changed();
      }),
    );
    this.#disposables.add(
      settings.onDidChange(PRIVACY_SETTINGS, () => {
        data.changed();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  getChildren(node?: RecentNode): RecentNode[] {
    if (node !== undefined) return [];
    const { profiles, watched } = this.#services;
    // A profile may have been removed in another window, or have had another id in an earlier
    // version.
    const isThere = (id: string) => profiles.find(id) ?? successorOf(id, profiles);
    // The rows name other profiles only.
    const active = profiles.active();
    this.#view.description = active === undefined ? '' : badgedName(active);
    const listed = this.#tasks.list();
    const keys = new Set(listed.map(({ task }) => resourceKey(task)));
    const before = watched.before
      .filter((task) => !keys.has(resourceKey(task)))
      .map((task): RecentTask => ({ task, pinned: false, deleted: false }));
    const shown = [...listed, ...before].filter(({ task }) => isThere(task.profileId));
    // VS Code hides the welcome view while there is a message.
    const isSample = active?.origin === 'sample' && shown.length > 0;
    this.#view.message = isSample ? l10n.t('This is the built-in sample.') : '';
    return shown.map((recent) => {
      const { profileId: profile, workspaceSid, taskSid } = recent.task;
      return { profile, workspaceSid, taskSid, recent };
    });
  }

  getTreeItem(node: RecentNode): TreeItem {
    const isActive = this.#services.profiles.active()?.id === node.profile;
    const watch = this.#services.watched.get(node.recent.task)?.kind;
    const row = describeRecentTask(node.recent, { ...this.#rowContext(node), isActive, watch });
    const item = toTreeItem(resourceKey(node.recent.task), row);
    if (node.recent.formerProfile === undefined) {
      item.command = toCommand('', commandIds.openRow, node);
    }
    return item;
  }

  resolveTreeItem(item: TreeItem, node: RecentNode): TreeItem {
    const facts = recentTaskFacts(node.recent);
    item.tooltip = node.taskSid;
    if (facts === undefined) return item;
    const { store, explanations } = this.#services;
    const { task } = node.recent;
    const waiting = explanations.known(task, store.get(task)?.fetched?.text);
    item.tooltip = tooltipMarkdown(
      describeTaskTooltip({ ...facts, waiting }, this.#rowContext(node)),
    );
    return item;
  }

  /** Selects the row of a Task. Returns whether there is one. */
  async revealTask(task: ProfiledTask): Promise<boolean> {
    const rows = await this.#data.getChildren();
    const row = rows.find(({ recent }) => resourceKey(recent.task) === resourceKey(task));
    if (row === undefined) return false;
    await this.#view.reveal(row, { select: true, focus: true });
    return true;
  }

  async pin(task: ProfiledTask): Promise<void> {
    this.#tasks.pin(task);
    await this.#keepPins();
  }

  async unpin(task: ProfiledTask): Promise<void> {
    this.#tasks.unpin(task);
    await this.#keepPins();
  }

  async remove(task: ProfiledTask): Promise<void> {
    const { watched } = this.#services;
    if (watched.get(task)?.kind === 'before') watched.set(task, undefined);
    this.#tasks.remove(task);
    await this.#keepPins();
  }

  async dropProfile(profileId: string): Promise<void> {
    this.#tasks.dropProfile(profileId);
    await this.#keepPins();
  }

  async #keepPins(): Promise<void> {
    this.#data.changed();
    await this.#pins.write(this.#tasks.pins);
  }

  #rowContext({ profile: id }: RecentNode): RowContext {
    const { profiles } = this.#services;
    const found = profiles.find(id) ?? successorOf(id, profiles);
    const profile = found === undefined ? id : badgedName(found);
    return { profile, present: present(), now: Date.now(), clock: formatTime };
  }
}

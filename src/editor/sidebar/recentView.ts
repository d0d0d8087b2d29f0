import { workspace, type TreeItem } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { successorOf } from '../../core/profiles/profileDirectory.ts';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import { RecentTasks, type RecentTask } from '../../core/tasks/recentTasks.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { describeRecentTask, recentTaskFacts } from '../../core/tree/taskRow.ts';
import { describeTaskTooltip } from '../../core/tree/tooltip.ts';
import type { RowContext } from '../../core/tree/treeRow.ts';
import type { Profiles } from '../accounts/profiles.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { settings } from '../settings.ts';
import { formatTime } from '../ui/formatTime.ts';
import { tooltipMarkdown } from '../ui/markdown.ts';
import type { LazyTreeData, TreeData } from './lazyTreeData.ts';
import type { PinnedTasks } from './pinnedTasks.ts';
import { toTreeItem } from './treeItems.ts';

/** A row; its SIDs have the names that command arguments have, see `readFetchArgument`. */
export interface RecentNode {
  readonly profile: string;
  readonly workspaceSid: string;
  readonly taskSid: string;
  readonly recent: RecentTask;
}

export interface RecentViewOptions {
  readonly data: LazyTreeData<RecentNode>;
  readonly directory: Profiles;
  readonly store: TaskStore;
  readonly pins: PinnedTasks;
}

/** The view "Recent Tasks": what was fetched in this window, and what is pinned in its workspace. */
export class RecentView implements TreeData<RecentNode> {
  readonly #parts: RecentViewOptions;
  readonly #tasks: RecentTasks;
  readonly #disposables = new DisposableStore();

  constructor(parts: RecentViewOptions) {
    this.#parts = parts;
    const { store, data, directory, pins } = parts;
    this.#tasks = new RecentTasks(pins.read(), store.allKnownTasks());
    this.#disposables.add(
      store.onDidChange((resource) => {
        if (this.#tasks.update(resource, store.get(resource))) data.changed();
      }),
    );
    // Profiles can be renamed, and removed in another window.
    this.#disposables.add(
      directory.onDidChange(() => {
        data.changed();
      }),
    );
    this.#disposables.add(
      directory.onDidMove(({ from, to }) => {
        this.#tasks.leaveHost(from, to);
        data.changed();
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('taskrouter.privacyMode')) data.changed();
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  getChildren(node?: RecentNode): RecentNode[] {
    if (node !== undefined) return [];
    const { directory } = this.#parts;
    // A profile can have been removed in another window, or have another id than in an earlier version.
    const isThere = (id: string) => directory.find(id) ?? successorOf(id, directory);
    const shown = this.#tasks.list().filter(({ task }) => isThere(task.profileId));
    return shown.map((recent) => {
      const { profileId: profile, workspaceSid, taskSid } = recent.task;
      return { profile, workspaceSid, taskSid, recent };
    });
  }

  getTreeItem(node: RecentNode): TreeItem {
    const row = describeRecentTask(node.recent, this.#surroundings(node));
    const item = toTreeItem(resourceKey(node.recent.task), row);
    if (node.recent.left === undefined) {
      item.command = toCommand('', commandIds.fetchTask, node);
    }
    return item;
  }

  resolveTreeItem(item: TreeItem, node: RecentNode): TreeItem {
    const facts = recentTaskFacts(node.recent);
    const tooltip = facts && tooltipMarkdown(describeTaskTooltip(facts, this.#surroundings(node)));
    item.tooltip = tooltip ?? node.taskSid;
    return item;
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
    this.#tasks.remove(task);
    await this.#keepPins();
  }

  async dropProfile(profileId: string): Promise<void> {
    this.#tasks.dropProfile(profileId);
    await this.#keepPins();
  }

  async #keepPins(): Promise<void> {
    const { data, pins } = this.#parts;
    data.changed();
    await pins.write(this.#tasks.pins);
  }

  #surroundings({ profile: id }: RecentNode): RowContext {
    const { directory } = this.#parts;
    const profile = (directory.find(id) ?? successorOf(id, directory))?.name ?? id;
    return { profile, masked: settings.privacyMode(), now: Date.now(), clock: formatTime };
  }
}

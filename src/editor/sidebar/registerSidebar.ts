import { commands, window, type Memento } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { lazily } from '../../core/lazily.ts';
import type { TreeNode } from '../../core/tree/treeNode.ts';
import type { Profiles } from '../accounts/profiles.ts';
import { CHANGE_CREDENTIALS } from '../commands/changeCredentials.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { TaskParts } from '../taskParts.ts';
import { LazyTreeData } from './lazyTreeData.ts';
import { RETRY_COMMAND } from './nodeCommand.ts';
import { PinnedTasks } from './pinnedTasks.ts';
import type { RecentNode } from './recentView.ts';
import type { Sidebar } from './sidebar.ts';

export interface SidebarParts {
  readonly directory: Profiles;
  readonly runner: CommandRunner;
  readonly tasks: () => Promise<TaskParts>;
  /** Of this window's workspace. */
  readonly state: Memento;
}

/** The views of the sidebar and their commands, whose code comes when one of them is needed. */
export function registerSidebar({ tasks, state, ...parts }: SidebarParts): Disposables {
  const { directory, runner } = parts;
  const all = new Disposables();
  const workspacesData = all.add(new LazyTreeData<TreeNode>(async () => (await load()).workspaces));
  const recentData = all.add(new LazyTreeData<RecentNode>(async () => (await load()).recent));
  const view = all.add(
    window.createTreeView('taskrouter.workspaces', {
      treeDataProvider: workspacesData,
      showCollapseAll: true,
    }),
  );
  all.add(window.createTreeView('taskrouter.recent', { treeDataProvider: recentData }));
  const load: () => Promise<Sidebar> = lazily(async () => {
    const [{ Sidebar }, { connections, store, names }] = await Promise.all([
      import('./sidebar.ts'),
      tasks(),
    ]);
    const pins = new PinnedTasks(state);
    const shared = { ...parts, connections, store, names };
    return all.add(
      new Sidebar({ ...shared, view, data: workspacesData }, { ...shared, data: recentData, pins }),
    );
  });

  const register = (id: string, run: (sidebar: Sidebar, argument: unknown) => unknown) => {
    all.add(runner.register(id, async (argument) => run(await load(), argument)));
  };
  register('taskrouter.refreshWorkspaces', ({ workspaces }) => {
    workspaces.refresh();
  });
  register('taskrouter.loadMoreTasks', (sidebar, argument) => sidebar.loadMore(argument));
  register('taskrouter.filterTasks', (sidebar, argument) => sidebar.filter(argument));
  register('taskrouter.clearFilter', (sidebar) => sidebar.clearFilters());
  register(RETRY_COMMAND, (sidebar, argument) => sidebar.retry(argument));
  for (const change of ['pin', 'unpin', 'remove'] as const) {
    register(`_taskrouter.${change}Task`, (sidebar, argument) =>
      sidebar.changePin(argument, change),
    );
  }
  register('_taskrouter.explainGap', ({ workspaces }) => workspaces.explain());
  register('_taskrouter.mendProfile', async ({ workspaces }) => {
    const given = await commands.executeCommand(CHANGE_CREDENTIALS, directory.active()?.id);
    if (given === true) workspaces.refresh();
  });
  all.add(
    directory.onDidRemove((profileId) => {
      void runner.run('forget the pins of a profile', async () =>
        (await load()).recent.dropProfile(profileId),
      );
    }),
  );
  return all;
}

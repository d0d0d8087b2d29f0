import { window } from 'vscode';
import { lazily } from '../../core/base/lazily.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import type { TreeNode } from '../../core/tree/treeNode.ts';
import { commandIds } from '../commands/commandIds.ts';
import { executeCommand } from '../commands/executeCommand.ts';
import { viewIds } from '../commands/manifestNames.ts';
import type { Services } from '../services.ts';
import { LazyTreeData } from './lazyTreeData.ts';
import type { RecentNode } from './recentView.ts';
import type { Sidebar } from './sidebar.ts';

/** Registers the views of the side bar and their commands, whose code is loaded lazily. */
export function registerSidebar(services: Services): DisposableStore {
  const { profiles, runner } = services;
  const all = new DisposableStore();
  const workspacesData = all.add(new LazyTreeData<TreeNode>(async () => (await load()).workspaces));
  const recentData = all.add(new LazyTreeData<RecentNode>(async () => (await load()).recent));
  const workspaces = all.add(
    window.createTreeView(viewIds.workspaces, { treeDataProvider: workspacesData }),
  );
  const recent = all.add(window.createTreeView(viewIds.recent, { treeDataProvider: recentData }));
  const load: () => Promise<Sidebar> = lazily(async () => {
    const [{ Sidebar }, loaded] = await Promise.all([import('./sidebar.ts'), services.load()]);
    return all.add(new Sidebar(loaded, { workspaces, workspacesData, recent, recentData }));
  });

  const register = runner.registerLoaded(load, all);
  register(commandIds.refreshWorkspaces, ({ workspaces }) => {
    workspaces.refresh();
  });
  register(commandIds.loadMoreTasks, (sidebar, argument) => sidebar.loadMore(argument));
  register(commandIds.openRow, ({ rows }, row) => rows.open(row));
  register(commandIds.revealTask, (sidebar, argument) => sidebar.revealTask(argument));
  register(commandIds.keepRow, (sidebar, view) => sidebar.keepRow(view));
  register(commandIds.filterTasks, (sidebar, argument) => sidebar.filter(argument));
  register(commandIds.collapseAll, (sidebar) => sidebar.collapseAll());
  register(commandIds.clearFilter, (sidebar) => sidebar.clearFilters());
  register(commandIds.retryRow, (sidebar, argument) => sidebar.retry(argument));
  register(commandIds.pinTask, (sidebar, argument) => sidebar.changePin(argument, 'pin'));
  register(commandIds.unpinTask, (sidebar, argument) => sidebar.changePin(argument, 'unpin'));
  register(commandIds.removeTask, (sidebar, argument) => sidebar.changePin(argument, 'remove'));
  register(commandIds.explainGap, ({ workspaces }) => workspaces.explain());
  register(commandIds.mendProfile, async ({ workspaces }) => {
    const given = await executeCommand(commandIds.changeCredentials, profiles.active()?.id);
    if (given === true) workspaces.refresh();
  });
  all.add(
    profiles.onDidRemove((profileId) => {
      void runner.run('forget the pins of a profile', async () =>
        (await load()).recent.dropProfile(profileId),
      );
    }),
  );
  return all;
}

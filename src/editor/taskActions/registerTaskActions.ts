import { window } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import type { Services } from '../services.ts';

/**
 * Registers the commands on Tasks and other resources, whose code is loaded lazily, Show Log, and
 * links to Tasks (`vscode://…/task?…`), which only prefill the prompt and fetch nothing on their
 * own.
 */
export function registerTaskActions({ runner, taskCommands }: Services): DisposableStore {
  const all = new DisposableStore();
  const register = runner.registerLoaded(taskCommands, all);
  register(commandIds.fetchTask, (tasks, argument) => tasks.fetch(argument));
  register(commandIds.openTaskJson, (tasks, argument) => tasks.openJson(argument));
  register(commandIds.openTaskDetails, (tasks, argument) => tasks.openDetails(argument));
  register(commandIds.explainRouting, (tasks, argument) => tasks.explainRouting(argument));
  register(commandIds.readRouting, (tasks, argument) => tasks.readRouting(argument));
  register(commandIds.findTasks, (tasks, argument) => tasks.find(argument));
  register(commandIds.refreshTask, (tasks, argument) => tasks.refresh(argument));
  register(commandIds.compareTask, (tasks, argument) => tasks.compare(argument));
  register(commandIds.compareTaskWith, (tasks, argument) => tasks.compareWith(argument));
  register(commandIds.copyAs, (tasks, argument) => tasks.copyAs(argument));
  register(commandIds.saveTaskAs, (tasks, argument) => tasks.saveAs(argument));
  register(commandIds.toggleAttributes, (tasks, argument) => {
    tasks.toggleAttributes(argument);
  });
  register(commandIds.openInConsole, (tasks, argument) => tasks.openInConsole(argument));
  register(commandIds.openResource, (tasks, argument) => tasks.openResource(argument));
  register(commandIds.explainFailure, (tasks, argument) => tasks.explainFailure(argument));
  all.add(runner.register(commandIds.showLog, () => runner.showLog()));
  all.add(
    window.registerUriHandler({
      handleUri: async ({ path, query }) => {
        await runner.run('follow a link', async () =>
          (await taskCommands()).followLink(path, query),
        );
      },
    }),
  );
  return all;
}

import { Disposables } from '../core/disposables.ts';
import { commandIds } from './commands/commandIds.ts';
import type { CommandRunner } from './commands/commandRunner.ts';
import type { TaskCommands } from './taskCommands.ts';

export interface TaskCommandRegistration {
  readonly runner: CommandRunner;
  readonly load: () => Promise<TaskCommands>;
}

/** Registers the commands on Tasks and other resources, whose code comes when one is run. */
export function registerTaskCommands({ runner, load }: TaskCommandRegistration): Disposables {
  const all = new Disposables();
  const register = runner.registerLoaded(load, all);
  register(commandIds.fetchTask, (tasks, argument) => tasks.fetch(argument));
  register(commandIds.openTaskJson, (tasks, argument) => tasks.openJson(argument));
  register(commandIds.openTaskDetails, (tasks, argument) => tasks.openDetails(argument));
  register(commandIds.findTasks, (tasks, argument) => tasks.find(argument));
  register(commandIds.refreshTask, (tasks, argument) => tasks.refresh(argument));
  register(commandIds.compareTask, (tasks, argument) => tasks.compare(argument));
  register(commandIds.copyAs, (tasks, argument) => tasks.copyAs(argument));
  register(commandIds.toggleAttributes, (tasks, argument) => {
    tasks.toggleAttributes(argument);
  });
  register(commandIds.openInConsole, (tasks, argument) => tasks.openInConsole(argument));
  register(commandIds.openResource, (tasks, argument) => tasks.openResource(argument));
  register(commandIds.explainFailure, (tasks, argument) => tasks.explainFailure(argument));
  return all;
}

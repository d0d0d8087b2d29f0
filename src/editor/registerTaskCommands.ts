import { Disposables } from '../core/disposables.ts';
import type { CommandRunner } from './commands/commandRunner.ts';
import { EXPLAIN_COMMAND } from './documents/explainCommand.ts';
import type { TaskCommands } from './taskCommands.ts';

export interface TaskCommandRegistration {
  readonly runner: CommandRunner;
  readonly load: () => Promise<TaskCommands>;
}

/** Registers the commands on Tasks and other resources, whose code comes when one is run. */
export function registerTaskCommands({ runner, load }: TaskCommandRegistration): Disposables {
  const all = new Disposables();
  const register = (id: string, run: (all: TaskCommands, argument: unknown) => unknown) => {
    all.add(runner.register(id, async (argument) => run(await load(), argument)));
  };
  register('taskrouter.fetchTask', (all, argument) => all.fetch(argument));
  register('taskrouter.openTaskJson', (all, argument) => all.openJson(argument));
  register('taskrouter.openTaskDetails', (all, argument) => all.openDetails(argument));
  register('taskrouter.findTasks', (all, argument) => all.find(argument));
  register('taskrouter.refreshTask', (all, argument) => all.refresh(argument));
  register('taskrouter.compareTask', (all, argument) => all.compare(argument));
  register('taskrouter.copyAs', (all, argument) => all.copyAs(argument));
  register('taskrouter.toggleAttributes', (all, argument) => {
    all.toggleAttributes(argument);
  });
  register('taskrouter.openInConsole', (all, argument) => all.openInConsole(argument));
  register('_taskrouter.openResource', (all, argument) => all.openResource(argument));
  register(EXPLAIN_COMMAND, (all, argument) => all.explainFailure(argument));
  return all;
}

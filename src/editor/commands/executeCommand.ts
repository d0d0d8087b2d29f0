import { commands, type Command } from 'vscode';
import type { CommandId } from './commandIds.ts';
import type { ContextKey } from './manifestNames.ts';

/**
 * Runs one of this extension's commands. The result is `undefined` if it failed, which was then
 * reported.
 */
export function executeCommand<Args extends unknown[], R>(
  id: CommandId<(...args: Args) => R>,
  ...args: NoInfer<Args>
): Thenable<R | undefined> {
  return commands.executeCommand<R | undefined>(id, ...args);
}

/** One of this extension's commands with its argument, for a tree row, a CodeLens or a link. */
export function toCommand<Args extends unknown[]>(
  title: string,
  id: CommandId<(...args: Args) => unknown>,
  ...args: NoInfer<Args>
): Command {
  return { title, command: id, arguments: args };
}

export async function setContext<T>(key: ContextKey<T>, value: NoInfer<T>): Promise<void> {
  await commands.executeCommand('setContext', key, value);
}

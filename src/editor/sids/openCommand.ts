import type { Command } from 'vscode';
import type { OpenAction } from '../../core/links/sidAction.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { openTitle } from './openTitle.ts';

/** The command that does what a link offers. */
export function openCommand(action: OpenAction): Command {
  const title = openTitle(action);
  return action.kind === 'fetch'
    ? toCommand(title, commandIds.fetchTask, action.argument)
    : toCommand(title, commandIds.openResource, action.argument);
}

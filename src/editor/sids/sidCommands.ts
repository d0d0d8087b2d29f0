import { l10n, Uri, type Command } from 'vscode';
import type { OpenAction } from '../../core/links/sidAction.ts';
import { resourceKinds } from '../../core/resources/resourceKind.ts';
import { commandIds } from '../commands/commandIds.ts';
import { toCommand } from '../commands/executeCommand.ts';
import { localize } from '../ui/localize.ts';

/** The command that opens what a link offers. */
export function openCommand(action: OpenAction): Command {
  const title = openTitle(action);
  return action.kind === 'fetch'
    ? toCommand(title, commandIds.fetchTask, action.argument)
    : toCommand(title, commandIds.openResource, action.argument);
}

/** The label of a link to a resource's document. */
export function openTitle(action: OpenAction): string {
  return action.kind === 'fetch'
    ? l10n.t('Fetch Task')
    : l10n.t('Open {0}', localize(resourceKinds[action.prefix].name));
}

/** The Uri of a command with its argument, for links in Markdown and documents. */
export function commandLink({ command, arguments: args }: Command): Uri {
  return Uri.from({ scheme: 'command', path: command, query: JSON.stringify(args) });
}

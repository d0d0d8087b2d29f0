import { Uri, type Command } from 'vscode';

/** The address of a command with its argument, for links in Markdown and documents. */
export function commandLink({ command, arguments: args }: Command): Uri {
  return Uri.from({ scheme: 'command', path: command, query: JSON.stringify(args) });
}

import { Uri } from 'vscode';

/** The address of a command with its argument, for links in Markdown and documents. */
export function commandLink(command: string, argument: unknown): Uri {
  return Uri.from({ scheme: 'command', path: command, query: JSON.stringify([argument]) });
}

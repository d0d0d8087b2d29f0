import { commands, window, type ExtensionContext } from 'vscode';

/** The least that an extension can be: one command, which nobody runs. */
export function activate({ extension, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand(extension.id, () => window.showInformationMessage('Hello')),
  );
}

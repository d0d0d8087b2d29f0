import { commands, window, type ExtensionContext } from 'vscode';

/** A minimal extension: one command, which is never run. */
export function activate({ extension, subscriptions }: ExtensionContext): void {
  subscriptions.push(
    commands.registerCommand(extension.id, () => window.showInformationMessage('Hello')),
  );
}

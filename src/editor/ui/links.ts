import { commands, env, type Uri } from 'vscode';
import { message } from '../../core/messages/message.ts';
import type { NotificationAction } from '../commands/commandRunner.ts';

/**
 * Opens a page outside of the editor, at the address as it is written. A `Uri` does not keep it: what it
 * had decoded is encoded by other rules, so that `%2F`, `%3F` and `%26` become parts of the address. VS
 * Code passes a string on as it is, though its types do not say so (`ExtHostWindow.openUri` in its source).
 */
export async function openWebAddress(url: string): Promise<boolean> {
  return await env.openExternal(url as unknown as Uri);
}

/** Leads to one of the extension's settings, by its key without `taskrouter.`. */
export function openSetting(key: string): NotificationAction {
  return {
    title: message('Open Setting'),
    run: async () => {
      await commands.executeCommand('workbench.action.openSettings', `taskrouter.${key}`);
    },
  };
}

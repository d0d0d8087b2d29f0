import { commands, env, type Uri } from 'vscode';
import { message } from '../../core/messages/message.ts';
import type { NotificationAction } from '../commands/commandRunner.ts';

/**
 * Opens a web page in the browser, with its URL unchanged. A `Uri` decodes and encodes it by other
 * rules, so that `%2F`, `%3F` and `%26` would become separators. VS Code passes on a string
 * unchanged, although the type does not allow one (`ExtHostWindow.openUri` in its source).
 */
export async function openWebAddress(url: string): Promise<boolean> {
  return await env.openExternal(url as unknown as Uri);
}

/** Opens a setting of the extension, by its key without `taskrouter.`. */
export function openSetting(key: string): NotificationAction {
  return {
    title: message('Open Setting'),
    run: async () => {
      await commands.executeCommand('workbench.action.openSettings', `taskrouter.${key}`);
    },
  };
}

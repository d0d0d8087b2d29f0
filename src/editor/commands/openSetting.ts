import { commands } from 'vscode';
import { message } from '../../core/messages/message.ts';
import type { Offer } from './offer.ts';

/** Leads to one of the extension's settings, by its key without `taskrouter.`. */
export function openSetting(key: string): Offer {
  return {
    title: message('Open Setting'),
    run: async () => {
      await commands.executeCommand('workbench.action.openSettings', `taskrouter.${key}`);
    },
  };
}

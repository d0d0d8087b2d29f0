import { l10n } from 'vscode';
import { describeSidFault } from '../../core/sids/describeSidFault.ts';
import { parseSid } from '../../core/sids/parseSid.ts';
import { askFor } from '../askFor.ts';

/** Asks for a Workspace SID; nothing if cancelled. */
export function askForWorkspaceSid(): Promise<string | undefined> {
  return askFor({
    title: l10n.t('Workspace of the Task'),
    prompt: l10n.t('A Workspace SID is WS followed by 32 hex digits'),
    placeholder: 'WS…',
    value: '',
    read: (text) => {
      const result = parseSid(text.trim(), 'WS');
      return result.valid
        ? { valid: true, value: result.sid }
        : { valid: false, reason: describeSidFault(result.fault) };
    },
  });
}

import { l10n } from 'vscode';
import { plainSid } from '../../core/references/plainNotation.ts';
import { parseSid } from '../../core/sids/sid.ts';
import { describeSidFault } from '../../core/sids/sidFault.ts';
import { askFor } from '../askFor.ts';

/**
 * Asks for a Workspace SID; nothing if cancelled.
 *
 * @param what is looked for
 */
export function askForWorkspaceSid(what: string): Promise<string | undefined> {
  return askFor({
    title: l10n.t('Workspace of {0}', what),
    prompt: l10n.t('A Workspace SID is WS followed by 32 hex digits'),
    placeholder: 'WS…',
    value: '',
    read: (text) => {
      const result = parseSid(plainSid(text), 'WS');
      return result.valid
        ? { valid: true, value: result.sid }
        : { valid: false, reason: describeSidFault(result.fault) };
    },
  });
}

import { env, l10n, window } from 'vscode';
import { pickFields } from '../../core/json/jsonObject.ts';
import { isSidOf } from '../../core/sids/sid.ts';

const STATUS_MESSAGE_MS = 3000;

/**
 * Copies a SID to the clipboard.
 *
 * @param argument a SID, or a row of the side bar with a SID
 */
export async function copySid(argument: unknown): Promise<void> {
  const { sid, taskSid } = pickFields(argument, 'sid', 'taskSid');
  const text = typeof argument === 'string' ? argument : (sid ?? taskSid);
  if (!isSidOf(text, '')) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('SID copied'), STATUS_MESSAGE_MS);
}

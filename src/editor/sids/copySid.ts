import { env, l10n, window } from 'vscode';
import { fieldsOf } from '../../core/json/fieldsOf.ts';

/** Puts a SID on the clipboard. */
export const COPY_COMMAND = '_taskrouter.copySid';

const HINT_MS = 3000;

/** @param argument a SID, or the row of the sidebar whose SID is meant */
export async function copySid(argument: unknown): Promise<void> {
  const text = typeof argument === 'string' ? argument : sidOf(argument);
  if (typeof text !== 'string' || !/^[A-Z]{2}[0-9a-f]{32}$/i.test(text)) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('SID copied'), HINT_MS);
}

function sidOf(argument: unknown): unknown {
  try {
    const { sid, taskSid } = fieldsOf(argument);
    return sid ?? taskSid;
  } catch {
    // What other extensions give can be anything, also what throws when it is read.
    return undefined;
  }
}

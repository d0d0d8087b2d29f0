import { env, l10n, window } from 'vscode';

/** Puts a SID on the clipboard. */
export const COPY_COMMAND = '_taskrouter.copySid';

const HINT_MS = 3000;

export async function copySid(argument: unknown): Promise<void> {
  if (typeof argument !== 'string' || !/^[A-Z]{2}[0-9a-f]{32}$/i.test(argument)) return;
  await env.clipboard.writeText(argument);
  window.setStatusBarMessage(l10n.t('SID copied'), HINT_MS);
}

import { workspace } from 'vscode';

const read = <T>(key: string, fallback: T): T =>
  workspace.getConfiguration('taskrouter').get(key, fallback);

/**
 * The extension's settings, read when needed. The editor checks none of their types: a hand-edited
 * `settings.json` can hold anything.
 */
export const settings = {
  decodeAttributes: () => read<unknown>('decodeAttributes', true) !== false,
  /** Anything but a plain no masks: a slip of the pen must not show what was to be hidden. */
  privacyMode: () => ![false, undefined, null].includes(read<false | null>('privacyMode', false)),

  /** Within 1 to 120. */
  requestTimeoutSeconds: () => {
    const seconds = Number(read<unknown>('requestTimeoutSeconds', 15));
    return Number.isFinite(seconds) ? Math.min(120, Math.max(1, seconds)) : 15;
  },

  apiBaseUrl: () => String(read<unknown>('apiBaseUrl', '')).trim(),
  consoleUrlTemplate: () => String(read<unknown>('consoleUrlTemplate', '')),
};

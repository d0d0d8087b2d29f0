import { workspace, type TextDocument, type Uri } from 'vscode';

const read = <T>(key: string, fallback: T): T =>
  workspace.getConfiguration('taskrouter').get(key, fallback);

const readFor = (document: TextDocument, key: string) =>
  workspace.getConfiguration('taskrouter', document).get<unknown>(key);

/**
 * How severely what is wrong is marked: `auto` leaves it to the kind of problem, the others are the most
 * that a problem can be.
 */
const validations = ['auto', 'off', 'hint', 'warning'] as const;

export type Validation = (typeof validations)[number];

/**
 * The extension's settings, read when needed. The editor checks none of their types: a hand-edited
 * `settings.json` can hold anything.
 */
export const settings = {
  /** Both of these can differ from language to language. */
  hoverEnabled: (document: TextDocument) => readFor(document, 'hover.enabled') !== false,
  validation: (document: TextDocument): Validation => {
    const chosen = readFor(document, 'validation');
    return validations.find((one) => one === chosen) ?? 'auto';
  },

  decodeAttributes: () => read<unknown>('decodeAttributes', true) !== false,
  /** Anything but a plain no masks: a slip of the pen must not show what was to be hidden. */
  privacyMode: () => ![false, undefined, null].includes(read<false | null>('privacyMode', false)),

  /** Within 1 to 120. */
  requestTimeoutSeconds: () => {
    const seconds = Number(read<unknown>('requestTimeoutSeconds', 15));
    return Number.isFinite(seconds) ? Math.min(120, Math.max(1, seconds)) : 15;
  },

  openTaskAs: (): 'json' | 'details' =>
    read<unknown>('openTaskAs', 'json') === 'details' ? 'details' : 'json',

  /** Within 5 to 3600. */
  watchIntervalSeconds: () => {
    const seconds = Number(read<unknown>('watchIntervalSeconds', 10));
    return Number.isFinite(seconds) ? Math.min(3600, Math.max(5, seconds)) : 10;
  },

  apiBaseUrl: () => String(read<unknown>('apiBaseUrl', '')).trim(),
  consoleUrlTemplate: () => String(read<unknown>('consoleUrlTemplate', '')),
  /**
   * Whether VS Code reads a file as UTF-8 by its own settings. Which language it will ask them for is not
   * known before it has opened the file, so that one of a language counts as another.
   */
  readsUtf8: (uri: Uri): boolean => {
    const files = workspace.getConfiguration('files', uri);
    const isTheSame = (key: string, expected: unknown) =>
      files.get(key) === expected && (files.inspect(key)?.languageIds ?? []).length === 0;
    return isTheSame('encoding', 'utf8') && isTheSame('autoGuessEncoding', false);
  },
};

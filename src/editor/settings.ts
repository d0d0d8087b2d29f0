import {
  ConfigurationTarget,
  workspace,
  type Disposable,
  type TextDocument,
  type Uri,
} from 'vscode';

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

/** The settings that decide what is masked. */
export const PRIVACY_SETTINGS: readonly string[] = ['privacyMode', 'privacyScope'];

/**
 * The extension's settings, read when needed. VS Code does not check their types: a `settings.json`
 * edited by hand can contain anything.
 */
export const settings = {
  /** These two can be set for each language. */
  hoverEnabled: (document: TextDocument) => readFor(document, 'hover.enabled') !== false,
  validation: (document: TextDocument): Validation => {
    const chosen = readFor(document, 'validation');
    return validations.find((one) => one === chosen) ?? 'auto';
  },

  decodeAttributes: () => read<unknown>('decodeAttributes', true) !== false,
  /** Any value but `false` masks, so that a typing error reveals nothing. */
  privacyMode: () => ![false, undefined, null].includes(read<false | null>('privacyMode', false)),
  /** Any value but `personal` masks everything. */
  privacyScope: () =>
    read<unknown>('privacyScope', 'all') === 'personal' ? ('personal' as const) : 'all',

  /** Limited to 1 to 120. */
  requestTimeoutSeconds: () => {
    const seconds = Number(read<unknown>('requestTimeoutSeconds', 15));
    return Number.isFinite(seconds) ? Math.min(120, Math.max(1, seconds)) : 15;
  },

  openTaskAs: (): 'json' | 'details' =>
    read<unknown>('openTaskAs', 'json') === 'details' ? 'details' : 'json',

  /** Limited to 5 to 3600. */
  watchIntervalSeconds: () => {
    const seconds = Number(read<unknown>('watchIntervalSeconds', 10));
    return Number.isFinite(seconds) ? Math.min(3600, Math.max(5, seconds)) : 10;
  },

  apiBaseUrl: () => String(read<unknown>('apiBaseUrl', '')).trim(),
  consoleUrlTemplate: () => String(read<unknown>('consoleUrlTemplate', '')),
  /**
   * Whether VS Code's settings make it read a file as UTF-8. The language is not known before the
   * file is opened, so settings for a language count as another encoding.
   */
  readsUtf8: (uri: Uri): boolean => {
    const files = workspace.getConfiguration('files', uri);
    const isTheSame = (key: string, expected: unknown) =>
      files.get(key) === expected && (files.inspect(key)?.languageIds ?? []).length === 0;
    return isTheSame('encoding', 'utf8') && isTheSame('autoGuessEncoding', false);
  },

  /** Whether VS Code reports what is wrong with the JSON of a file. */
  validatesJson: (uri: Uri): boolean =>
    workspace.getConfiguration('json', uri).get<unknown>('validate.enable') !== false,

  /** Rejects if VS Code cannot write its settings. */
  setPrivacyMode: async (masked: boolean): Promise<void> => {
    await workspace
      .getConfiguration('taskrouter')
      .update('privacyMode', masked, ConfigurationTarget.Global);
  },

  /** Calls the listener whenever one of these settings may have changed. */
  onDidChange: (keys: readonly string[], listener: () => void): Disposable =>
    workspace.onDidChangeConfiguration((event) => {
      if (keys.some((key) => event.affectsConfiguration(`taskrouter.${key}`))) listener();
    }),
};

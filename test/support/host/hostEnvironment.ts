/**
 * This process's environment without variables that would change the result: the terminal of VS Code sets
 * `VSCODE_*`, a debugger sets NODE_OPTIONS, code-server reads PORT and PASSWORD, and real credentials must not
 * reach a test.
 */
export function hostEnvironment(
  added: Readonly<Record<string, string>> = {},
): Record<string, string | undefined> {
  const unwanted =
    /^(TWILIO_|TASKROUTER_|VSCODE_|ELECTRON_|CODE_SERVER_|CS_|npm_|(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS|EXTENSIONS_GALLERY)$)/;
  const own = Object.entries(process.env).filter(([name]) => !unwanted.test(name));
  const loopback = '127.0.0.1,localhost';
  return { ...Object.fromEntries(own), NO_PROXY: loopback, no_proxy: loopback, ...added };
}

/** User settings that prevent the editor's own notifications and pages. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // The browser determines whether it is dark; see `launchBrowser`.
  'window.autoDetectColorScheme': true,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  // A test of the extension's chat tool turns it on.
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // Features that no test needs but that cost time.
  'git.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  // One TypeScript server is enough for the opened files.
  'typescript.tsserver.useSyntaxServer': 'never',
  'workbench.reduceMotion': 'on',
  'workbench.localHistory.enabled': false,
  'explorer.autoReveal': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.semanticHighlighting.enabled': false,
  'breadcrumbs.enabled': false,
};

/** A file of user settings: the given ones and those above. */
export function quietly(settings: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
}

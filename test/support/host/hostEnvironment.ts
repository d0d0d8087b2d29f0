/**
 * The environment of an editor: this process's, without what would change the outcome. The terminal of
 * a VS Code sets `VSCODE_*`, a debugger NODE_OPTIONS, code-server obeys PORT and PASSWORD, and real
 * credentials must not reach a test.
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

/** User settings that keep an editor from talking about itself. */
const quietSettings: Readonly<Record<string, unknown>> = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  // The browser says whether it is dark, see `launchBrowser`.
  'window.autoDetectColorScheme': true,
  'window.commandCenter': false,
  'chat.commandCenter.enabled': false,
  // A test of what the extension offers to chat switches it on.
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  // What nobody looks at costs time all the same.
  'git.enabled': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  // One server is enough for what is opened here.
  'typescript.tsserver.useSyntaxServer': 'never',
  'workbench.reduceMotion': 'on',
  'workbench.localHistory.enabled': false,
  'explorer.autoReveal': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'editor.semanticHighlighting.enabled': false,
  'breadcrumbs.enabled': false,
};

/** A file of user settings: those given, and what keeps the editor quiet otherwise. */
export function quietly(settings: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
}

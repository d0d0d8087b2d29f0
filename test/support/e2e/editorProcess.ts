import { mkdtempSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.ts';
import { prepareEditorHost, type EditorVersion } from '../host/editorHost.ts';
import { startEditorServer, type EditorServer } from '../host/editorServer.ts';
import { quietly } from '../host/hostEnvironment.ts';
import { requirePackage } from '../packagedExtension.ts';
import { projectRoot } from '../projectRoot.ts';
import { WATCH_INTERVAL_SECONDS } from '../server/sharedAccount.ts';

/** Options for starting an editor and its browser; other options can differ between sessions. */
export interface EditorProcessOptions {
  /** Default: the current one. */
  readonly version?: EditorVersion;
  /** Added to the environment of the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Enables verbose logs of the editor. */
  readonly logAll?: boolean;
  /** A proxy for the browser's requests to other machines. */
  readonly proxy?: string;
  /** Keeps the editor's data between sessions. */
  readonly dataDir?: string;
  /** Keeps the browser's profile, which has secrets and state, between sessions. */
  readonly browserDir?: string;
}

export interface WindowOptions {
  readonly dark?: boolean;
  /** The display language of extensions; the editor itself stays English. */
  readonly language?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether folders must be trusted first. Default: false. */
  readonly workspaceTrust?: boolean;
  /**
   * Uses the window of the last session if at most `dark` differs, as loading the editor takes 9 s of CPU time. What
   * the extension knows by then stays: profiles, pins, filters, names and fetched Tasks.
   */
  readonly continues?: boolean;
}

/** A page of the browser, and what it was opened with. */
interface EditorWindow {
  readonly page: Page;
  /** The opened folder: a copy of test/fixtures/workspace. */
  readonly folder: string;
  /** The options that only loading the editor can change. */
  readonly fixed: string;
}

/**
 * An editor with the packaged extension, and a browser. Starting both and loading the editor for the first time
 * takes about 14 s of CPU time; loading it again takes 3 s.
 */
export class EditorProcess {
  readonly browser: BrowserContext;
  readonly url: string;
  /** The folders with everything that the editor and its browser store. */
  readonly stores: readonly string[];
  readonly #temporary: string;
  readonly #userDir: string;
  readonly #resources: AsyncDisposableStack;
  #window: EditorWindow | undefined;
  #windows = 0;

  private constructor(
    browser: BrowserContext,
    url: string,
    folders: {
      readonly temporary: string;
      readonly dataDir: string;
      readonly browserDir: string;
    },
    resources: AsyncDisposableStack,
  ) {
    this.browser = browser;
    this.url = url;
    this.stores = [folders.dataDir, folders.browserDir];
    this.#temporary = folders.temporary;
    this.#userDir = resolve(folders.dataDir, 'User');
    this.#resources = resources;
  }

  static async start(options: EditorProcessOptions): Promise<EditorProcess> {
    const { version = '1.139', proxy, ...rest } = options;
    const vsix = requirePackage();
    const host = await prepareEditorHost(version);
    await using resources = new AsyncDisposableStack();
    const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-e2e-'));
    const dataDir = options.dataDir ?? resolve(temporary, 'data');
    const browserDir = options.browserDir ?? resolve(temporary, 'profile');
    const preload = resolve(temporary, 'hurriedPolls.cjs');
    await writeFile(preload, HURRIED_POLLS);
    const server: EditorServer = await startEditorServer({
      ...{ ...rest, host, entry: 'people', vsix, dataDir, preload, remove: [temporary] },
      // The settings of each session determine whether folders must be trusted.
      workspaceTrust: true,
    });
    resources.defer(() => server.stop());
    const browser = await launchBrowser({
      proxy,
      temporaryDir: temporary,
      profileDir: browserDir,
    });
    resources.defer(() => browser.close());
    await browser.grantPermissions(['clipboard-read', 'clipboard-write']);
    const folders = { temporary, dataDir, browserDir };
    return new EditorProcess(browser, server.url, folders, resources.move());
  }

  /**
   * A window for a session.
   *
   * @returns it, and whether its editor is loaded
   */
  async openWindow(options: WindowOptions): Promise<EditorWindow & { readonly isLoaded: boolean }> {
    const { continues = false, dark = false, ...others } = options;
    const { language, settings, workspaceTrust = false } = others;
    const fixed = JSON.stringify(others);
    const last = this.#window;
    const isLoaded = continues && last?.fixed === fixed;
    this.#windows++;
    const folder = isLoaded ? last.folder : resolve(this.#temporary, `folder-${this.#windows}`);
    const page = isLoaded ? last.page : await this.#emptyPage();
    this.#window = { page, folder, fixed };
    await cp(resolve(projectRoot, 'test/fixtures/workspace'), folder, { recursive: true });
    if (!isLoaded) {
      await mkdir(this.#userDir, { recursive: true });
      await writeFile(
        resolve(this.#userDir, 'settings.json'),
        quietly({ 'security.workspace.trust.enabled': workspaceTrust, ...settings }),
      );
      if (language !== undefined) await page.addInitScript(displayLanguage(language));
    }
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    return { ...this.#window, isLoaded };
  }

  /**
   * A page with nothing of earlier sessions, unless the process keeps its data: the editor has them in the browser's
   * storage and in the folder of the user settings.
   */
  async #emptyPage(): Promise<Page> {
    const before = this.browser.pages();
    const [first] = before;
    if (this.#window === undefined && first !== undefined) return first;
    const page = await this.browser.newPage();
    for (const old of before) await old.close();
    const devTools = await this.browser.newCDPSession(page);
    const { origin } = new URL(this.url);
    await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    await devTools.detach();
    await this.browser.clearCookies();
    await rm(this.#userDir, { recursive: true, force: true, maxRetries: 5 });
    return page;
  }

  /** Leaves the editor, which ends its extension host: an open one uses CPU time. */
  async rest(): Promise<void> {
    if (this.#window === undefined) return;
    // No other session can continue it.
    this.#window = { ...this.#window, fixed: '' };
    for (const page of this.browser.pages()) await page.goto('about:blank');
  }

  async dispose(): Promise<void> {
    await this.#resources.disposeAsync();
  }
}

/**
 * Lets sessions with the same options use one process, one after another. A process that keeps its data for a
 * test belongs to that test only.
 */
export class EditorProcesses {
  readonly #idle = new Map<string, EditorProcess>();
  #isPooling = false;

  /** Until `dispose`, processes stay for later sessions. */
  pool(): void {
    this.#isPooling = true;
  }

  async take(options: EditorProcessOptions): Promise<EditorProcess> {
    const key = JSON.stringify(options);
    const idle = this.#idle.get(key);
    this.#idle.delete(key);
    for (const other of this.#idle.values()) await other.rest();
    return idle ?? (await EditorProcess.start(options));
  }

  async giveBack(options: EditorProcessOptions, process: EditorProcess): Promise<void> {
    const key = JSON.stringify(options);
    const isPrivate = options.dataDir !== undefined || options.browserDir !== undefined;
    if (this.#isPooling && !isPrivate && !this.#idle.has(key)) {
      this.#idle.set(key, process);
    } else await process.dispose();
  }

  async dispose(): Promise<void> {
    this.#isPooling = false;
    const idle = [...this.#idle.values()];
    this.#idle.clear();
    await Promise.all(idle.map((process) => process.dispose()));
  }
}

/**
 * Shortens the wait for the next poll of a watched Task. The shared account's interval is one that nothing else in
 * an extension host waits for.
 */
const HURRIED_POLLS = `
  if (process.argv.includes('--type=extensionHost')) {
    const { setTimeout: set } = globalThis;
    globalThis.setTimeout = (run, delay, ...rest) =>
      set(run, delay === ${WATCH_INTERVAL_SECONDS * 1_000} ? 500 : delay, ...rest);
  }
`;

/**
 * Makes the editor use a display language and load the translations of extensions. A language pack would also
 * translate the editor itself, but comes from a gallery, which tests do not use.
 */
function displayLanguage(language: string): string {
  return `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`;
}

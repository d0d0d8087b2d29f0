import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../host/browser.ts';
import { prepareEditorHost, type EditorVersion } from '../host/editorHost.ts';
import { startEditorServer, type EditorServer } from '../host/editorServer.ts';
import { quietly } from '../host/hostEnvironment.ts';
import { requirePackage } from '../packagedExtension.ts';

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

export interface PageOptions {
  readonly folder: string;
  readonly dark?: boolean;
  /** The display language of extensions; the editor itself stays English. */
  readonly language?: string;
  /** User settings. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether folders must be trusted first. Default: false. */
  readonly workspaceTrust?: boolean;
}

/**
 * An editor with the packaged extension, and a browser. Starting both and loading the editor for the first time
 * takes about 14 s of CPU time; loading it again takes 3 s.
 */
export class EditorProcess {
  readonly browser: BrowserContext;
  readonly url: string;
  readonly #userDir: string;
  readonly #resources: AsyncDisposableStack;

  private constructor(
    browser: BrowserContext,
    url: string,
    userDir: string,
    resources: AsyncDisposableStack,
  ) {
    this.browser = browser;
    this.url = url;
    this.#userDir = userDir;
    this.#resources = resources;
  }

  static async start(options: EditorProcessOptions): Promise<EditorProcess> {
    const { version = '1.139', browserDir, proxy, ...rest } = options;
    const vsix = requirePackage();
    const host = await prepareEditorHost(version);
    await using resources = new AsyncDisposableStack();
    const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-e2e-'));
    const dataDir = options.dataDir ?? resolve(temporary, 'data');
    const server: EditorServer = await startEditorServer({
      ...{ ...rest, host, entry: 'people', vsix, dataDir, remove: [temporary] },
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
    return new EditorProcess(browser, server.url, resolve(dataDir, 'User'), resources.move());
  }

  /**
   * Starts a session. With `startOver`, nothing remains of earlier sessions: the editor keeps its data in the
   * browser's storage and in the folder of the user settings.
   */
  async openPage(options: PageOptions, startOver: boolean): Promise<Page> {
    const { dark, language, settings, workspaceTrust = false } = options;
    const before = this.browser.pages();
    const page = startOver ? await this.browser.newPage() : before[0];
    if (page === undefined) throw new Error('The browser has no page.');
    if (startOver) {
      for (const old of before) await old.close();
      const devTools = await this.browser.newCDPSession(page);
      const { origin } = new URL(this.url);
      await devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
      await devTools.detach();
      await this.browser.clearCookies();
      await rm(this.#userDir, { recursive: true, force: true, maxRetries: 5 });
    }
    await mkdir(this.#userDir, { recursive: true });
    await writeFile(
      resolve(this.#userDir, 'settings.json'),
      quietly({ 'security.workspace.trust.enabled': workspaceTrust, ...settings }),
    );
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
    await page.setViewportSize({ width: 1280, height: 800 });
    if (language !== undefined) await page.addInitScript(displayLanguage(language));
    return page;
  }

  /** Leaves the editor, which ends its extension host: an open one uses CPU time. */
  async rest(): Promise<void> {
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

  async take(
    options: EditorProcessOptions,
  ): Promise<{ readonly process: EditorProcess; readonly used: boolean }> {
    const key = JSON.stringify(options);
    const idle = this.#idle.get(key);
    if (idle === undefined) return { process: await EditorProcess.start(options), used: false };
    this.#idle.delete(key);
    return { process: idle, used: true };
  }

  async giveBack(options: EditorProcessOptions, process: EditorProcess): Promise<void> {
    const key = JSON.stringify(options);
    const isPrivate = options.dataDir !== undefined || options.browserDir !== undefined;
    if (this.#isPooling && !isPrivate && !this.#idle.has(key)) {
      await process.rest();
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
 * Makes the editor use a display language and load the translations of extensions. A language pack would also
 * translate the editor itself, but comes from a gallery, which tests do not use.
 */
function displayLanguage(language: string): string {
  return `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(language)};`;
}

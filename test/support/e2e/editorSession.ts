import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { projectRoot } from '../projectRoot.ts';
import type { EditorProcessOptions, WindowOptions } from './editorProcess.ts';
import { editorProcesses, openSessions, runOptions } from './openSessions.ts';
import { readStorage } from './storage.ts';
import { appears, waitUntil } from './waitUntil.ts';

/** An editor with the packaged extension, and a browser for the user. */
export class EditorSession {
  /** For everything that the methods below do not offer. Webviews are in `page.frames()`. */
  readonly page: Page;
  /** The opened folder: a copy of test/fixtures/workspace. */
  readonly folder: string;
  /** The folders with everything that the editor and its browser store. */
  readonly stores: readonly string[];
  readonly #resources: AsyncDisposableStack;

  private constructor(
    page: Page,
    folder: string,
    stores: readonly string[],
    resources: AsyncDisposableStack,
  ) {
    this.page = page;
    this.folder = folder;
    this.stores = stores;
    this.#resources = resources;
  }

  /** Starts a session with nothing of earlier ones, unless `continues`, `dataDir` or `browserDir` keep it. */
  static async start(options: EditorSessionOptions = {}): Promise<EditorSession> {
    const { continues, dark, language, settings, workspaceTrust, workspaceFile, ...started } =
      options;
    await using resources = new AsyncDisposableStack();
    const process = await editorProcesses.take(started);
    resources.defer(() => editorProcesses.giveBack(started, process));
    const { page, folder, isLoaded } = await process.openWindow({
      ...(continues !== undefined && { continues }),
      ...(dark !== undefined && { dark }),
      ...(language !== undefined && { language }),
      ...(settings !== undefined && { settings }),
      ...(workspaceTrust !== undefined && { workspaceTrust }),
    });
    const session = new EditorSession(page, folder, process.stores, resources.move());
    try {
      if (isLoaded) await session.#tidyUp();
      else await page.goto(urlOf(process.url, folder, workspaceFile?.(folder)));
      await session.#ready();
    } catch (error) {
      await session.capture('editor-did-not-open');
      await session.close();
      throw error;
    }
    openSessions.add(session);
    return session;
  }

  /** Runs a command from the Command Palette by its full title, with the category. */
  async runCommand(title: string): Promise<void> {
    // If something else takes the focus, the palette closes: Enter goes only to its input box.
    await waitUntil(`"${title}" is run`, async () => {
      await this.showInPalette(title);
      return await this.#quickInput.press('Enter', { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Opens the palette, and resolves when Enter would run the command. */
  async showInPalette(title: string): Promise<void> {
    // An open palette does not update when a command is contributed, so it is opened again.
    await waitUntil(`the palette lists "${title}"`, async () => {
      await this.page.keyboard.press('Escape');
      await this.page.keyboard.press('F1');
      // It closes if a webview gets the focus back a little later.
      const isOpen = await this.#quickInput.fill(`>${title}`, { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
      if (!isOpen) return false;
      // Enter runs the focused row, and a row gets the focus a little after it appears.
      const row = this.page.locator('.quick-input-list .monaco-list-row.focused', {
        hasText: title,
      });
      return await row.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
  }

  /** Replaces the text of the open input box or pick list. */
  async typeInQuickInput(text: string): Promise<void> {
    await this.#quickInput.fill(text);
  }

  /** Presses Escape until no prompt is open; the first one can close just a tooltip. */
  async dismissQuickInput(): Promise<void> {
    await waitUntil('nothing is asked any more', async () => {
      await this.page.keyboard.press('Escape');
      return (await this.page.locator('.quick-input-widget:visible').count()) === 0;
    });
  }

  /** The text in the input box. */
  async quickInputText(): Promise<string> {
    return await this.#quickInput.inputValue();
  }

  /** The message below the input box, or what a pick list says in its place: in its box and its first row. */
  async quickInputMessage(): Promise<string> {
    const list = this.page.locator('.quick-input-widget:visible');
    const messages = await list.locator('.quick-input-message:visible').allInnerTexts();
    const prompts = await list
      .locator('.quick-input-box input')
      .evaluateAll((boxes: readonly { readonly placeholder: string }[]) =>
        boxes.map(({ placeholder }) => placeholder),
      );
    const faults = this.#quickInputRows.filter({ has: this.page.locator('.codicon-error') });
    return [...messages, ...prompts, ...(await faults.allInnerTexts())].join(' ').trim();
  }

  /** The title of the open input box or pick list. */
  async quickInputTitle(): Promise<string> {
    return (await this.page.locator('.quick-input-title:visible').allInnerTexts()).join(' ').trim();
  }

  /** The items of the status bar. */
  async statusBar(): Promise<string[]> {
    return await this.page.locator('.statusbar-item:visible').allInnerTexts();
  }

  /** The rows of the open pick list: label, description and detail of each. */
  async quickInputRows(): Promise<string[]> {
    return (await this.#quickInputRows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));
  }

  /** The messages of the visible notifications. */
  async notifications(): Promise<string[]> {
    const messages = this.page.locator('.notifications-toasts .notification-list-item-message');
    return await messages.allInnerTexts();
  }

  /** The content of the visible webview. Returns `undefined` if there is none. */
  webview(): Frame | undefined {
    // Each webview is inside another frame, which checks the origin of messages.
    return this.page.frames().findLast((frame) => frame.url().includes('/fake.html?'));
  }

  /** The last copied text. */
  async clipboard(): Promise<string> {
    return await this.page.evaluate('navigator.clipboard.readText()');
  }

  /** Selects a color theme by its label; the user settings alone do not change it in the browser. */
  async chooseTheme(label: string): Promise<void> {
    const row = this.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: label });
    // The palette can show other commands before it.
    await waitUntil(`the theme "${label}" is offered`, async () => {
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+T');
      return await this.#quickInput.fill(label, { timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    await row.waitFor();
    await this.#quickInput.press('Enter');
  }

  /** Opens a file of the folder from the explorer. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });
    await row.first().dblclick();
    await this.page.locator('.tab.active', { hasText: name }).waitFor();
    await this.#editor.locator('.view-line').first().waitFor();
  }

  /** Clicks a tab until it is the active one: where tabs are scrolled, one can move away from the pointer. */
  async showTab(name: string): Promise<void> {
    const tabs = this.page.locator('.tabs-container .tab', { hasText: name });
    const active = this.page.locator('.editor-group-container.active .tab.active', {
      hasText: name,
    });
    await waitUntil(`the tab "${name}" is active`, async () => {
      await tabs
        .first()
        .click({ timeout: 5_000 })
        .catch(() => undefined);
      return appears(active);
    });
  }

  /** The accessible name of the active tab; a webview has no other name. */
  async activeTitle(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active').first();
    return await tab.innerText();
  }

  /** The title of the active tab. */
  async activeTab(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active').first();
    return (await tab.getAttribute('data-resource-name')) ?? '';
  }

  /** The lines that the active editor renders; of a long document, only those on screen. */
  async editorText(): Promise<string> {
    // The DOM has them in another order than the screen.
    const lines = await this.#editor
      .locator('.view-line')
      .evaluateAll((elements: readonly ViewLine[]) =>
        elements
          .map(({ offsetTop, textContent }) => ({ offsetTop, textContent }))
          .sort((a, b) => a.offsetTop - b.offsetTop)
          .map(({ textContent }) => textContent),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  /** The visible CodeLenses of the active editor; those in one line as one text. */
  async codeLenses(): Promise<string[]> {
    const lenses = await this.#editor.locator('.codelens-decoration').allInnerTexts();
    return lenses.map((text) => text.replaceAll('\u00a0', ' ').trim()).filter(Boolean);
  }

  /** Resolves when the condition is true; otherwise rejects with `what`. */
  async waitUntil(what: string, condition: () => Promise<boolean>): Promise<void> {
    await waitUntil(what, condition);
  }

  /** Closes all editors, notifications and prompts. */
  async closeAll(): Promise<void> {
    await this.page.keyboard.press('Escape');
    // What a test has left on its way may open meanwhile.
    await waitUntil('nothing is open', async () => {
      const tabs = await this.page.locator('.tabs-container .tab').count();
      if (tabs > 0) {
        await this.page.keyboard.press('Control+K');
        await this.page.keyboard.press('Control+W');
      }
      const notifications = (await this.notifications()).length;
      if (notifications > 0) await this.runCommand('Notifications: Clear All Notifications');
      return tabs + notifications === 0;
    });
  }

  /**
   * Reloads with the editor's command, which saves the state to restore, unlike the browser's reload.
   *
   * @param stored what the browser must have stored before: the state of extensions is written with a delay,
   * and would be lost with the page
   */
  async reloadWindow(...stored: readonly string[]): Promise<void> {
    await waitUntil(`"${stored.join('" and "')}" are stored`, async () => {
      const storage = await readStorage(this.page);
      return stored.every((text) => storage.includes(text));
    });
    const loaded = this.page.waitForEvent('load');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#ready();
  }

  /** Writes `out/screenshots/<name>.png` if the run takes pictures of tests that pass. */
  async screenshot(name: string): Promise<void> {
    if (runOptions.takesPictures) await this.capture(name);
  }

  /** Writes `out/screenshots/<name>.png` and returns its path. */
  async capture(name: string): Promise<string> {
    const folder = resolve(projectRoot, 'out/screenshots');
    mkdirSync(folder, { recursive: true });
    const path = resolve(folder, `${name.replace(/[^\w.-]+/g, '-').slice(0, 100)}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }

  async close(): Promise<void> {
    openSessions.delete(this);
    await this.#resources.disposeAsync();
  }

  /** Makes the window of another session look like a new one. */
  async #tidyUp(): Promise<void> {
    await this.dismissQuickInput();
    await this.closeAll();
    if (await this.page.locator('.part.panel').isVisible()) {
      await this.runCommand('View: Toggle Panel Visibility');
    }
    await this.runCommand('View: Show Explorer');
  }

  async #ready(): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: 40_000 });
    // The explorer, or the last view of the window.
    const shown = '.sidebar :is(.monaco-list-row, .welcome-view-content):visible';
    await this.page.locator(shown).first().waitFor();
  }

  get #quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  get #quickInputRows(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-list .monaco-list-row');
  }

  get #editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }
}

/** The part of the DOM that is used here, as its types are not loaded for code in Node. */
interface ViewLine {
  readonly offsetTop: number;
  readonly textContent: string;
}

type EditorSessionOptions = EditorProcessOptions &
  WindowOptions & {
    /** Creates a `.code-workspace` file, which is opened instead of the folder, and returns its path. */
    readonly workspaceFile?: (folder: string) => string;
  };

function urlOf(base: string, folder: string, workspaceFile: string | undefined): string {
  const url = new URL(base);
  if (workspaceFile === undefined) url.searchParams.set('folder', folder);
  else url.searchParams.set('workspace', workspaceFile);
  return url.href;
}

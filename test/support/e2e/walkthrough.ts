import type { Locator } from 'playwright-core';
import type { EditorSession } from './editorSession.ts';

/** The extension's walkthrough, on VS Code's Welcome page. */
export class Walkthrough {
  readonly root: Locator;
  readonly #session: EditorSession;

  private constructor(session: EditorSession) {
    this.#session = session;
    this.root = session.page.locator('.gettingStartedContainer');
  }

  /** Closes all editors and shows the walkthrough. */
  static async show(session: EditorSession): Promise<Walkthrough> {
    await session.closeAll();
    // Pictures are shown only if the window is large enough.
    const sidebar = session.page.locator('.part.sidebar');
    if (await sidebar.isVisible()) await session.page.keyboard.press('Control+B');
    await sidebar.waitFor({ state: 'hidden' });
    await session.runCommand('Welcome: Open Walkthrough');
    await session.typeInQuickInput('Read TaskRouter Tasks');
    await session.page.keyboard.press('Enter');
    const walkthrough = new Walkthrough(session);
    await walkthrough.step('See a SID explained').waitFor();
    return walkthrough;
  }

  step(title: string): Locator {
    return this.root.locator('.getting-started-step', { hasText: title }).first();
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name });
  }

  /** Resolves when the step is marked as done. */
  async isDone(title: string): Promise<void> {
    await this.#session.waitUntil(`"${title}" is done`, async () => {
      const box = this.step(title).getByRole('checkbox').first();
      return (await box.getAttribute('aria-checked')) === 'true';
    });
  }

  /** Resolves when the picture with this title is visible; VS Code shows it in a webview. */
  async showsPicture(title: string): Promise<void> {
    await this.#session.waitUntil(`the picture "${title}…" is shown`, async () => {
      const count = await this.#session
        .webview()
        ?.locator('svg title', { hasText: title })
        .count()
        .catch(() => 0);
      return count === 1;
    });
  }
}

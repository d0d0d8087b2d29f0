import type { Frame, Locator } from 'playwright-core';
import type { TaskReference } from '../../../src/core/resources/resourceReference.ts';
import type { EditorSession } from './editorSession.ts';

/** The page of a Task, as the user sees it. */
export class TaskPage {
  readonly #session: EditorSession;

  constructor(session: EditorSession) {
    this.#session = session;
  }

  /** Opens the page of a Task, and resolves when it shows a text. */
  async open({ workspaceSid, taskSid }: TaskReference, text: string | RegExp): Promise<void> {
    await this.#session.runCommand('Twilio: Open Task Details');
    await this.#session.typeInQuickInput(`${workspaceSid}/${taskSid}`);
    await this.#session.page.keyboard.press('Enter');
    await this.shows(text);
  }

  /** The frame of its elements. The editor creates a new one whenever the page becomes visible. */
  get frame(): Frame {
    const frame = this.#session.webview();
    if (frame === undefined) throw new Error('No page is in sight.');
    return frame;
  }

  /** The visible text, line by line; headings in capitals, as the theme shows them. */
  async text(): Promise<string> {
    const frame = this.#session.webview();
    const text: unknown = await frame
      ?.evaluate("document.querySelector('main')?.innerText ?? ''")
      // The frame was about to be replaced.
      .catch(() => '');
    return typeof text === 'string' ? text.replaceAll('\u00a0', ' ') : '';
  }

  async shows(text: string | RegExp): Promise<void> {
    await this.#session.waitUntil(`the page shows ${String(text)}`, async () => {
      const shown = await this.text();
      return typeof text === 'string' ? shown.includes(text) : text.test(shown);
    });
  }

  button(name: string): Locator {
    return this.frame.locator('vscode-button, button').filter({ hasText: name }).first();
  }

  section(title: string): Locator {
    const heading = this.frame.getByRole('heading', { name: title });
    return this.frame.locator('section').filter({ has: heading });
  }

  /** The row of a value with this text. */
  row(text: string | RegExp): Locator {
    return this.frame.getByRole('treeitem').filter({ hasText: text }).first();
  }

  /** How many pixels below the top of the window something is drawn, in the frame that is shown next. */
  async topOf(row: Locator): Promise<number> {
    await this.frame.evaluate('new Promise(requestAnimationFrame)');
    return (await row.boundingBox())?.y ?? NaN;
  }

  /** The current step in the lifecycle of the Task. */
  get step(): Locator {
    return this.frame.locator('.life [aria-current=step]');
  }

  /** Scrolls to a pixel, counted from the top of the page. */
  async scrollTo(top: number): Promise<void> {
    await this.frame.evaluate(`window.scrollTo(0, ${top})`);
  }

  async scrolledTo(): Promise<number> {
    return Number(await this.frame.evaluate('window.scrollY'));
  }
}

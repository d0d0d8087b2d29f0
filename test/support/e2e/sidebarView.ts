import type { Locator, Page } from 'playwright-core';
import { chooseInMenu, waitUntil } from './waitUntil.ts';

/** A view in the side bar as the user sees it: rows, or a welcome view. */
export class SidebarView {
  readonly #page: Page;
  readonly #name: string;

  /** @param name its title, such as "Workspaces" */
  constructor(page: Page, name: string) {
    this.#page = page;
    this.#name = name;
  }

  /** Shows the views of the extension with its icon. */
  static async open(page: Page): Promise<void> {
    const icon = page.locator('.activitybar .action-item a[aria-label="TaskRouter"]');
    const views = page.locator('.sidebar .composite.title', { hasText: 'TaskRouter' });
    await waitUntil('the views are shown', async () => {
      if (await views.isVisible()) return true;
      await icon.click();
      return false;
    });
  }

  /** The visible rows that contain the text, from the top. */
  row(text: string | RegExp): Locator {
    return this.#list.getByRole('treeitem').filter({ hasText: text });
  }

  /** The label and description of the visible rows. */
  async rows(): Promise<string[]> {
    const texts = await this.#list.getByRole('treeitem').locator('.label-name').allInnerTexts();
    const all = await this.#list.getByRole('treeitem').allInnerTexts();
    return all.map((text, index) => {
      const label = texts[index] ?? '';
      return `${label} | ${text.replace(/\s+/g, ' ').trim().slice(label.length)}`;
    });
  }

  /** The labels of the visible rows that are expanded. */
  async openRows(): Promise<string[]> {
    return this.#list.locator('[aria-expanded="true"] .label-name').allInnerTexts();
  }

  /** The accessible labels of the visible rows. */
  async spoken(): Promise<string[]> {
    return this.#list
      .getByRole('treeitem')
      .evaluateAll((rows: readonly { getAttribute: (name: string) => string | null }[]) =>
        rows.map((row) => row.getAttribute('aria-label') ?? ''),
      );
  }

  /** Resolves when a row with the text is visible. */
  async has(text: string | RegExp): Promise<void> {
    await this.row(text).first().waitFor();
  }

  /** Resolves when the rows are visible and have the focus. */
  async hasFocus(): Promise<void> {
    const list = this.#pane.locator('.monaco-list:focus-within');
    await list.getByRole('treeitem').first().waitFor();
  }

  /** Expands a row. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text).first();
    await waitUntil(`"${String(text)}" is open`, async () => {
      if ((await row.getAttribute('aria-expanded')) === 'true') return true;
      await this.#clickWithin(row, row.locator('.monaco-tl-twistie'));
      return false;
    });
  }

  /** Clicks the label of a row. */
  async click(text: string | RegExp): Promise<void> {
    const row = this.row(text).first();
    await this.#clickWithin(row, row.locator('.label-name'));
  }

  /** Clicks a button in a row. */
  async act(text: string | RegExp, action: string): Promise<void> {
    const row = this.row(text).first();
    await this.#clickWithin(row, row.getByRole('button', { name: action }));
  }

  /** Clicks a button in the title of the view. */
  async actOnAll(action: string): Promise<void> {
    const button = this.#header.getByRole('button', { name: action, exact: true });
    await this.#clickWithin(this.#header, button);
  }

  /** Chooses an action in the menu of the view's title. */
  async choose(action: string): Promise<void> {
    await this.actOnAll('More Actions...');
    await chooseInMenu(this.#page.getByRole('menuitem', { name: action }));
  }

  /** The text of a row's tooltip. */
  async tooltip(text: string | RegExp): Promise<string> {
    // An open tooltip could be that of another row.
    await this.#page.mouse.move(900, 400);
    const tooltip = this.#page.locator('.monaco-hover:visible');
    await tooltip.first().waitFor({ state: 'hidden' });
    await this.row(text).first().hover();
    // The tooltip is created only when it is requested.
    await tooltip
      .filter({ hasNotText: /^Loading/ })
      .first()
      .waitFor();
    return (await tooltip.first().innerText()).replace(/\s+/g, ' ');
  }

  /** The title and the description beside it. */
  async title(): Promise<string> {
    return (await this.#header.locator('.title, .description').allInnerTexts()).join(' | ');
  }

  /** The message above the rows; empty if there is none. */
  async message(): Promise<string> {
    return (await this.#pane.locator('.message:visible').allInnerTexts()).join(' ').trim();
  }

  /** Resolves when the welcome view contains the text. */
  async welcomes(text: string): Promise<void> {
    await this.#pane.locator('.welcome-view-content', { hasText: text }).waitFor();
  }

  /** A button or a link of the welcome view. */
  welcomeAction(name: string): Locator {
    const content = this.#pane.locator('.welcome-view-content');
    return content.getByRole('button', { name }).or(content.getByRole('link', { name })).first();
  }

  /** Clicks a part of an element, which may be visible only while the pointer is over the element. */
  async #clickWithin(element: Locator, part: Locator): Promise<void> {
    await waitUntil(`${String(part)} is clicked`, async () => {
      try {
        await element.hover({ timeout: 2_000 });
        await part.click({ timeout: 2_000 });
        return true;
      } catch (error) {
        if (!(error instanceof Error && error.name === 'TimeoutError')) throw error;
        // A tooltip of what was under the pointer before is in the way, until the pointer is elsewhere.
        await this.#page.mouse.move(900, 400);
        return false;
      }
    });
  }

  get #pane(): Locator {
    return this.#page.locator('.sidebar .pane', {
      has: this.#page.locator(`.pane-header[aria-label^="${this.#name}"]`),
    });
  }

  get #header(): Locator {
    return this.#pane.locator('.pane-header');
  }

  get #list(): Locator {
    // Rows that stick to the top during scrolling are in the DOM twice.
    return this.#pane.locator('.monaco-list-rows').first();
  }
}

import type { Locator, Page } from 'playwright-core';
import { waitUntil } from './waitUntil.ts';

/** A view of the sidebar, as a user sees it: rows, or a page that says why there are none. */
export class SidebarView {
  readonly #page: Page;
  readonly #name: string;

  /** @param name what its title says, such as "Workspaces" */
  constructor(page: Page, name: string) {
    this.#page = page;
    this.#name = name;
  }

  /** Shows the views of the extension, by its icon. */
  static async open(page: Page): Promise<void> {
    const icon = page.locator('.activitybar .action-item a[aria-label="TaskRouter"]');
    const views = page.locator('.sidebar .composite.title', { hasText: 'TaskRouter' });
    await waitUntil('the views are shown', async () => {
      if (await views.isVisible()) return true;
      await icon.click();
      return false;
    });
  }

  /** The rows on screen that have the text, the topmost first. */
  row(text: string | RegExp): Locator {
    return this.#list.getByRole('treeitem').filter({ hasText: text });
  }

  /** What the rows on screen show: label and description of each. */
  async rows(): Promise<string[]> {
    const texts = await this.#list.getByRole('treeitem').locator('.label-name').allInnerTexts();
    const all = await this.#list.getByRole('treeitem').allInnerTexts();
    return all.map((text, index) => {
      const label = texts[index] ?? '';
      return `${label} | ${text.replace(/\s+/g, ' ').trim().slice(label.length)}`;
    });
  }

  /** The labels of the rows on screen that are open. */
  async openRows(): Promise<string[]> {
    return this.#list.locator('[aria-expanded="true"] .label-name').allInnerTexts();
  }

  /** What is said of the rows on screen to who cannot see them. */
  async spoken(): Promise<string[]> {
    return this.#list
      .getByRole('treeitem')
      .evaluateAll((rows: readonly { getAttribute: (name: string) => string | null }[]) =>
        rows.map((row) => row.getAttribute('aria-label') ?? ''),
      );
  }

  /** Resolves when a row that has the text is on screen. */
  async has(text: string | RegExp): Promise<void> {
    await this.row(text).first().waitFor();
  }

  /** Resolves when the rows are there and what is typed goes to them. */
  async hasFocus(): Promise<void> {
    const list = this.#pane.locator('.monaco-list:focus-within');
    await list.getByRole('treeitem').first().waitFor();
  }

  /** Opens a row, so that those below it are shown. */
  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text).first();
    await waitUntil(`"${String(text)}" is open`, async () => {
      if ((await row.getAttribute('aria-expanded')) === 'true') return true;
      await row.locator('.monaco-tl-twistie').click();
      return false;
    });
  }

  /** Presses a button in a row. */
  async act(text: string | RegExp, action: string): Promise<void> {
    const row = this.row(text).first();
    await row.hover();
    await row.getByRole('button', { name: action }).click();
  }

  /** Presses a button in the title of the view. */
  async actOnAll(action: string): Promise<void> {
    await this.#header.hover();
    await this.#header.getByRole('button', { name: action, exact: true }).click();
  }

  /** What the tooltip of a row says. */
  async tooltip(text: string | RegExp): Promise<string> {
    // A tooltip that is open already could be that of another row.
    await this.#page.mouse.move(900, 400);
    const tooltip = this.#page.locator('.monaco-hover:visible');
    await tooltip.first().waitFor({ state: 'hidden' });
    await this.row(text).first().hover();
    // It is made when it is asked for.
    await tooltip
      .filter({ hasNotText: /^Loading/ })
      .first()
      .waitFor();
    return (await tooltip.first().innerText()).replace(/\s+/g, ' ');
  }

  /** The title, with what stands beside it. */
  async title(): Promise<string> {
    return (await this.#header.locator('.title, .description').allInnerTexts()).join(' | ');
  }

  /** What stands above the rows; empty if nothing does. */
  async message(): Promise<string> {
    return (await this.#pane.locator('.message:visible').allInnerTexts()).join(' ').trim();
  }

  /** Resolves when the page that stands in the place of rows has the text. */
  async welcomes(text: string): Promise<void> {
    await this.#pane.locator('.welcome-view-content', { hasText: text }).waitFor();
  }

  /** A button or a link of the page that stands in the place of rows. */
  welcomeAction(name: string): Locator {
    const content = this.#pane.locator('.welcome-view-content');
    return content.getByRole('button', { name }).or(content.getByRole('link', { name })).first();
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
    // Rows that stick to the top while others are scrolled are there twice.
    return this.#pane.locator('.monaco-list-rows').first();
  }
}

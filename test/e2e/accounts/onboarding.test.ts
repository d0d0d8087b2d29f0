import assert from 'node:assert/strict';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { startTestAccount } from '../../support/startTestAccount.ts';

describe('Somebody without an account, in a new editor', () => {
  let session: EditorSession;
  before(async () => {
    session = await EditorSession.start();
  });
  after(() => session.close());

  const walkthrough = () => session.page.locator('.gettingStartedContainer');
  const step = (title: string) =>
    walkthrough().locator('.getting-started-step', { hasText: title }).first();
  const isDone = (title: string) =>
    session.waitUntil(`"${title}" is done`, async () => {
      const box = step(title).getByRole('checkbox').first();
      return (await box.getAttribute('aria-checked')) === 'true';
    });

  /** Resolves when the picture with this title is in sight; the editor shows it in a webview. */
  const picture = (title: string) =>
    session.waitUntil(`the picture "${title}…" is shown`, async () => {
      const count = await session
        .webview()
        ?.locator('svg title', { hasText: title })
        .count()
        .catch(() => 0);
      return count === 1;
    });

  async function showWalkthrough(): Promise<void> {
    await session.closeAll();
    // Pictures are shown where there is room.
    const sidebar = session.page.locator('.part.sidebar');
    if (await sidebar.isVisible()) await session.page.keyboard.press('Control+B');
    await sidebar.waitFor({ state: 'hidden' });
    await session.runCommand('Welcome: Open Walkthrough');
    await session.typeInQuickInput('Read TaskRouter Tasks');
    await session.page.keyboard.press('Enter');
    await step('See a SID explained').waitFor();
  }

  it('reads a decoded Task by one button', async () => {
    await SidebarView.open(session.page);
    const view = new SidebarView(session.page, 'Workspaces');
    await session.screenshot('welcome');
    await view.welcomeAction('Explore Sample Workspace').click();
    const page = new TaskPage(session);
    await page.shows('customer_id: 9007199254740993');
    await view.has('Acme Contact Centre');
    assert.deepEqual(await session.notifications(), []);
    await session.screenshot('toured');
  });

  it('is led through four steps, each of which is marked as done', async () => {
    await showWalkthrough();
    await picture('A hover that explains');
    await session.screenshot('walkthrough-explain');
    await walkthrough().getByRole('button', { name: 'Open a Sample File' }).click();
    await session.waitUntil('the sample file is open', async () =>
      (await session.editorText()).includes('Point at each SID'),
    );
    await session.page.locator('.squiggly-hint, .squiggly-warning').first().waitFor();
    await session.screenshot('sample-file');
    await showWalkthrough();
    await isDone('See a SID explained');
    await step('Explore the sample').click();
    await picture('The sidebar with the Tasks');
    await session.screenshot('walkthrough-sample');
    await walkthrough().getByRole('button', { name: 'Explore Sample Workspace' }).click();
    await new TaskPage(session).shows('customer_id: 9007199254740993');
    await showWalkthrough();
    await isDone('Explore the sample');
    await step('Add your credentials').click();
    await picture('The question for a secret');
    await session.screenshot('walkthrough-credentials');
    assert.equal(
      await walkthrough().getByRole('button', { name: 'Add Twilio Credentials…' }).count(),
      1,
    );
    await step('Fetch your own Task').click();
    await picture('A Task, fetched');
    await session.screenshot('walkthrough-fetch');
    await walkthrough().getByRole('button', { name: 'Fetch TaskRouter Task' }).click();
    await session.waitUntil('a Task is asked for', async () =>
      (await session.quickInputTitle()).includes('Fetch TaskRouter Task'),
    );
    await session.dismissQuickInput();
    // One Escape too many leaves the walkthrough.
    await showWalkthrough();
    await isDone('Fetch your own Task');
  });

  it('is asked for no credentials where there are some', async () => {
    await session.close();
    const account = await startTestAccount();
    try {
      session = await EditorSession.start({ dark: true, env: account.env });
      await showWalkthrough();
      await isDone('Add your credentials');
      await step('Explore the sample').click();
      await picture('The sidebar with the Tasks');
      await session.screenshot('walkthrough-dark');
      assert.deepEqual(account.server.requests, []);
    } finally {
      await account.close();
    }
  });
});

import assert from 'node:assert/strict';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { Walkthrough } from '../../support/e2e/walkthrough.ts';

describe('A user without an account, in a new editor', () => {
  let session: EditorSession;
  before(async () => {
    session = await EditorSession.start();
  });
  after(() => session.close());

  it('sees a decoded Task after clicking one button', async () => {
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

  it('completes four steps of the walkthrough, which are marked as done', async () => {
    let walkthrough = await Walkthrough.show(session);
    await walkthrough.showsPicture('A hover that explains');
    await session.screenshot('walkthrough-explain');
    await walkthrough.button('Open a Sample File').click();
    await session.waitUntil('the sample file is open', async () =>
      (await session.editorText()).includes('Hover over each SID'),
    );
    await session.page.locator('.squiggly-hint, .squiggly-warning').first().waitFor();
    await session.screenshot('sample-file');
    walkthrough = await Walkthrough.show(session);
    await walkthrough.isDone('See a SID explained');
    await walkthrough.step('Explore the sample').click();
    await walkthrough.showsPicture('The side bar with the Tasks');
    await session.screenshot('walkthrough-sample');
    await walkthrough.button('Explore Sample Workspace').click();
    await new TaskPage(session).shows('customer_id: 9007199254740993');
    walkthrough = await Walkthrough.show(session);
    await walkthrough.isDone('Explore the sample');
    await walkthrough.step('Add your credentials').click();
    await walkthrough.showsPicture('The question for a secret');
    await session.screenshot('walkthrough-credentials');
    assert.equal(await walkthrough.button('Add Twilio Credentials…').count(), 1);
    await walkthrough.step('Fetch your own Task').click();
    await walkthrough.showsPicture('A Task, fetched');
    await session.screenshot('walkthrough-fetch');
    await walkthrough.button('Fetch TaskRouter Task').click();
    await session.waitUntil('a Task is asked for', async () =>
      (await session.quickInputTitle()).includes('Fetch TaskRouter Task'),
    );
    await session.dismissQuickInput();
    // Another Escape would close the walkthrough.
    walkthrough = await Walkthrough.show(session);
    await walkthrough.isDone('Fetch your own Task');
  });
});

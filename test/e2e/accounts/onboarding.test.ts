import assert from 'node:assert/strict';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { Walkthrough } from '../../support/e2e/walkthrough.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';

const NAME = 'Acme Contact Centre';
const ROW_OF_TASK = /^\d+ \w+ · …d4b53005/;

describe('A user without an account, in a new editor and a folder that is not trusted', () => {
  let session: EditorSession;
  let view: SidebarView;
  let recent: SidebarView;
  before(async () => {
    session = await EditorSession.start({ workspaceTrust: true });
    view = new SidebarView(session.page, 'Workspaces');
    recent = new SidebarView(session.page, 'Recent Tasks');
  });
  after(() => session.close());

  it('can add or import credentials, or explore the sample, in the list of profiles', async () => {
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await session.waitUntil('all of it is offered', async () => {
      const rows = await session.quickInputRows();
      return rows.length === 3 && rows.at(-1)?.trim() === 'Explore Sample Workspace';
    });
    await session.screenshot('sample-offered');
    await session.dismissQuickInput();
  });

  it('is offered three ways to a profile by a command that needs one, and comes back to them', async () => {
    const titled = (title: string) =>
      session.waitUntil(`"${title}" is asked`, async () =>
        (await session.quickInputTitle()).includes(title),
      );
    await session.runCommand('Twilio: Filter Tasks…');
    await titled('No Twilio Profile Yet');
    await session.page.keyboard.press('Enter');
    await titled('Add Twilio Credentials');
    await session.page.locator('.quick-input-widget').getByRole('button', { name: 'Back' }).click();
    await titled('No Twilio Profile Yet');
    await session.dismissQuickInput();
  });

  it('can do the same in the side bar', async () => {
    await SidebarView.open(session.page);
    await view.welcomes('See the Tasks of your contact center.');
    await recent.welcomes('Tasks that you fetch are listed here');
    for (const name of ['Add Twilio Credentials…', 'Import from the Twilio CLI…']) {
      await view.welcomeAction(name).waitFor();
    }
    await session.screenshot('welcome');
  });

  it('sees the sample and a decoded Task after clicking one button', async () => {
    await view.welcomeAction('Explore Sample Workspace').click();
    const page = new TaskPage(session);
    await page.shows('customer_id: 9007199254740993');
    await view.has(NAME);
    assert.deepEqual(await session.notifications(), []);
    await session.screenshot('toured');
    await view.expand(NAME);
    await view.expand('Pending');
    await waitForMatch(() => view.title(), /Sample/);
    assert.match((await view.rows()).join('\n'), /^Acme Contact Centre \| $/m);
    assert.match(await view.tooltip(ROW_OF_TASK), /Profile Sample/);
    await session.screenshot('sidebar-sample');
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

import assert from 'node:assert/strict';
import { sidIn } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';

const NAME = 'Acme Contact Centre';
const TASK = sidIn({ name: NAME }, 'WT', 'waiting-invoice');
const SWITCH = 'Twilio: Switch Twilio Profile…';

describe('The sample, without an account and in a folder that is not trusted', () => {
  let session: EditorSession;
  before(async () => {
    session = await EditorSession.start({ workspaceTrust: true, continues: true });
  });
  after(() => session.close());

  const rows = async () => {
    await session.runCommand(SWITCH);
    await session.waitUntil('the list is there', async () => {
      const title = await session.quickInputTitle();
      return title.includes('Switch Twilio Profile') && (await session.quickInputRows()).length > 0;
    });
    return session.quickInputRows();
  };

  it('is used without a prompt after Explore Sample Workspace', async () => {
    await session.runCommand('Twilio: Explore Sample Workspace');
    // The command opens a page when it ends, which would close the palette.
    const page = new TaskPage(session);
    await page.shows('This is the built-in sample.');
    await page.shows('Waiting');
    assert.equal(await page.button('Open in Console').count(), 0);
    const view = session.page.locator('.pane', { hasText: 'Acme Contact Centre' });
    await view.getByText('choose Use My Profile in the title of this view.').waitFor();
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    await session.waitUntil('the box says with which profile', async () =>
      (await session.quickInputMessage()).includes('Enter the Task to fetch with profile “Sample”'),
    );
    await session.typeInQuickInput(TASK);
    await session.page.keyboard.press('Enter');
    await session.waitUntil('the line says of which profile it is', async () =>
      (await session.codeLenses()).join().includes('profile Sample'),
    );
    assert.match(await session.editorText(), /"customer_id": 9007199254740993,/);
    await waitForMatch(() => session.statusBar(), /(?:^|,)\s*Sample\s*(?:,|$)/);
    assert.deepEqual(await session.notifications(), []);
    await session.screenshot('sample-task');
  });

  it('does not offer its Tasks in the Console, where they have no pages', async () => {
    assert.doesNotMatch((await session.codeLenses()).join(), /Console/);
    const actions = session.page.locator('.editor-actions');
    await actions.getByRole('button', { name: 'Refresh Task' }).waitFor();
    assert.equal(await actions.getByRole('button', { name: /Console/ }).count(), 0);
  });

  it('is listed as a profile while it is active, and cannot be changed', async () => {
    const listed = await rows();
    assert.match(listed[0] ?? '', /^\W*Sample ?built-in sample$/);
    assert.equal(listed.length, 3, 'it is offered as well');
    await session.page.locator('.quick-input-list .monaco-list-row').first().hover();
    assert.equal(await session.page.getByRole('button', { name: 'Rename…' }).count(), 0);
    await session.screenshot('sample-active');
    await session.dismissQuickInput();
  });
});

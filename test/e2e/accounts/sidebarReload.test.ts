import assert from 'node:assert/strict';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { CredentialPrompts } from '../../support/e2e/credentialPrompts.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { putTask } from '../../support/e2e/putTask.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { readStorage } from '../../support/e2e/storage.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';
import { simulatedTask } from '../../support/simulation.ts';

const { apiKey, apiSecret, accountSid, authToken } = testCredentials;
const NAME = 'Acme Contact Centre';
const TASK = simulatedTask('put by a test');
const REFUND = simulatedTask('refund-call');
const AMOUNT = '42.10';
const DIGITS = TASK.taskSid.slice(-8);
const SAMPLE_TASK = sidIn({ name: NAME }, 'WT', 'waiting-invoice');
const DATA = { key: 'nobody_writes_this_down', value: 'nor-this-value', queue: 'nor this queue' };
const LIST = JSON.stringify(Array.from({ length: 18 }, (_, index) => index));
const ATTRIBUTES = `{"first":{"inner":1},"${DATA.key}":"${DATA.value}","list":${LIST}}`;

// The window is loaded again once, with everything open that must survive it. The secrets of its profiles are lost meanwhile.
describe('A window that is reloaded in Restricted Mode', () => {
  let account: TestAccount;
  let session: EditorSession;
  let prompts: CredentialPrompts;
  let workspaces: SidebarView;
  let recent: SidebarView;
  let page: TaskPage;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({ dark: true, workspaceTrust: true, continues: true });
    prompts = new CredentialPrompts(session, account);
    workspaces = new SidebarView(session.page, 'Workspaces');
    recent = new SidebarView(session.page, 'Recent Tasks');
    page = new TaskPage(session);
    await prompts.add(accountSid, authToken, 'Umbrella');
    await prompts.add(apiKey, apiSecret, 'Initech');
    await openAll();
    await session.page.evaluate("localStorage.removeItem('secrets.provider')");
    account.server.reset();
    putTask(account.server, TASK, fields(77));
    await session.reloadWindow(
      ...['attributes/0', 'fetch=', `/${REFUND.workspaceSid}/${REFUND.taskSid}.json`],
      `sample/${sampleSid('WS', NAME)}/${SAMPLE_TASK}`.toLowerCase(),
    );
  });
  after(() => session.close());

  const fields = (priority: number) => ({
    ...{ priority, attributes: ATTRIBUTES, task_queue_friendly_name: DATA.queue },
  });
  const fetches = () =>
    account.server.requests.filter(({ path }) => path.endsWith(`/Tasks/${TASK.taskSid}`)).length;
  const shown = (text: string) =>
    session.waitUntil(`"${text}" is shown`, async () =>
      (await session.editorText()).includes(text),
    );
  const lensShown = (text: string) =>
    session.waitUntil(`the line says "${text}"`, async () =>
      (await session.codeLenses()).join().includes(text),
    );
  const isScrolled = () =>
    session.waitUntil('it is scrolled', async () => (await page.scrolledTo()) === 150);

  /** Opens the page of a Task, a comparison, documents of another and of the sample, and pins the Task. */
  async function openAll(): Promise<void> {
    putTask(account.server, TASK, fields(76));
    // The last section that loads is above the attributes.
    await page.open(TASK, 'Ahead of This Task');
    await page.button('Compare').click();
    putTask(account.server, TASK, fields(77));
    await session.page.getByRole('button', { name: 'Fetch and Compare' }).click();
    await session.page.locator('.monaco-diff-editor .line-insert').first().waitFor();
    await session.screenshot('compared');
    await waitForMatch(() => session.activeTitle(), /fetched .* ↔ /);
    await session.showTab(`${DIGITS} ·`);
    await page.shows('first: 1 key');
    await page.row('first: 1 key').click();
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    const document = `${REFUND.workspaceSid}/${REFUND.taskSid}`;
    await prompts.enter('Enter the Task to fetch with profile “Initech”', document);
    await shown(AMOUNT);
    await SidebarView.open(session.page);
    await recent.act(DATA.queue, 'Pin Task');
    await session.showTab(`${DIGITS} ·`);
    await page.shows('first: 1 key');
    await page.scrollTo(150);
    await isScrolled();
    await session.runCommand('Twilio: Explore Sample Workspace');
    // It ends with a page.
    await page.shows('This is the built-in sample.');
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    await prompts.enter('Enter the Task to fetch with profile “Sample”', SAMPLE_TASK);
    await lensShown('profile Sample');
  }

  it('has stored only the SIDs and the profile of pinned Tasks', async () => {
    await recent.has('not fetched yet');
    assert.equal((await recent.rows()).length, 1);
    await session.screenshot('sidebar-pin-restored');
    const stored = await readStorage(session.page);
    assert.ok(stored.includes('attributes/0'), 'nothing is stored, so that nothing is proven');
    // The titles of pages name a TaskQueue, and VS Code keeps them.
    for (const text of [DATA.key, DATA.value, AMOUNT, '9007199254740993']) {
      assert.ok(!stored.includes(text), text);
    }
  });

  it('still has the sample as its profile, whose document waits for Fetch Task', async () => {
    await waitForMatch(() => session.statusBar(), /(?:^|,)\s*Sample\s*(?:,|$)/);
    await lensShown('Fetch Task');
    await session.screenshot('restricted-mode');
    await session.page.locator('.codelens-decoration a', { hasText: 'Fetch Task' }).click();
    await shown('"customer_id": 9007199254740993,');
  });

  it('lists Workspaces only on request, for which the lost secret can be entered', async () => {
    await prompts.switchTo('Umbrella');
    await workspaces.welcomes('This folder is not trusted');
    await session.screenshot('sidebar-untrusted');
    await workspaces.welcomeAction('List Workspaces').click();
    await workspaces.welcomes('The secret of this profile is missing.');
    await session.screenshot('sidebar-secret-lost');
    await workspaces.welcomeAction('Enter Secret Again…').click();
    await prompts.enter('Secret of “Umbrella”', authToken);
    await workspaces.has(NAME);
  });

  it('says in a document that the secret is lost, once it is fetched', async () => {
    account.server.reset();
    putTask(account.server, TASK, fields(77));
    await session.showTab(`${REFUND.taskSid}.json`);
    await lensShown('Fetch Task');
    await session.page.locator('.codelens-decoration a', { hasText: 'Fetch Task' }).click();
    await shown('"kind": "secretUnavailable"');
    await lensShown('Not fetched: secret not available');
    await session.screenshot('secret-lost');
    assert.deepEqual(account.server.requests, []);
  });

  it('asks for the secret by profile name, and continues with the command that needed it', async () => {
    await prompts.switchTo('Initech');
    await workspaces.welcomes('The secret of this profile is missing.');
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    const offer = session.page
      .locator('.notifications-toasts')
      .getByRole('button', { name: 'Enter Secret Again…' });
    await offer.waitFor();
    await session.screenshot('secret-lost-notification');
    await offer.click();
    await prompts.enter('Secret of “Initech”', apiSecret);
    await prompts.enter('Enter the Task to fetch with profile “Initech”', REFUND.taskSid);
    await shown(AMOUNT);
  });

  it('has the page of a Task wait for Refresh, with its state as it was', async () => {
    const before = fetches();
    await session.showTab(`${DIGITS} ·`);
    await page.shows('not fetched automatically. Choose Refresh.');
    assert.equal(fetches(), before);
    await page.button('Refresh').click();
    await page.shows('first: 1 key');
    assert.doesNotMatch(await page.text(), /inner: 1/);
    await isScrolled();
    assert.equal(fetches(), before + 1);
    await session.waitUntil('the pinned Task is known again', async () => {
      const rows = await recent.rows();
      return rows.length > 0 && rows.every((row) => !row.includes('not fetched yet'));
    });
  });

  it('says in a comparison that the fetches are no longer in memory', async () => {
    await session.showTab('↔');
    const gone = session.page.locator('.monaco-diff-editor .view-line', {
      hasText: 'This fetch is no longer in memory.',
    });
    await session.waitUntil('both sides say so', async () => {
      // The diff may come back scrolled to where it was.
      await session.page.keyboard.press('Control+Home');
      return (await gone.count()) === 2;
    });
    await session.screenshot('compared-gone');
  });
});

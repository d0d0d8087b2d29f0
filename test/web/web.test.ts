import assert from 'node:assert/strict';
import { sampleSid, sidIn } from '../../src/sample/sampleSid.ts';
import { EditorSession } from '../support/e2e/editorSession.ts';
import { SidebarView } from '../support/e2e/sidebarView.ts';
import { storeProfile, workerHostLog } from '../support/e2e/storage.ts';
import { TaskPage } from '../support/e2e/taskPage.ts';
import { appears, pointAt } from '../support/e2e/waitUntil.ts';
import { startTestAccount, type TestAccount } from '../support/server/testAccount.ts';
import { testCredentials } from '../support/server/testCredentials.ts';

const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const TASK = sidIn({ name: NAME }, 'WT', 'waiting-invoice');
const REFUSAL = /^VS Code for the Web cannot send credentials to Twilio’s API/;

/**
 * What the editor logs of itself when it asks for what is below a row while it asks anew for the row's
 * siblings, as it does after a row was clicked twice. It asks again then.
 */
const rowAskedTwice = /No tree item with id '[^']*' found\.$/;

describe('In VS Code for the Web', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  const requested: URL[] = [];

  before(async () => {
    account = await startTestAccount();
    resources.defer(() => account.close());
    session = await EditorSession.start({
      // Would be those of the profile of the environment.
      env: account.env,
      settings: {
        ...account.settings,
        'remote.extensionKind': { 'taskrouter-lens.taskrouter-lens': ['web'] },
      },
    });
    resources.defer(() => session.close());
    const { page } = session;
    page.context().on('request', (request) => requested.push(new URL(request.url())));
  });
  after(() => resources.disposeAsync());
  beforeEach(() => session.closeAll());
  afterEach(() => {
    assert.deepEqual(account.server.requests, []);
  });

  const shown = (text: string) =>
    session.waitUntil(`"${text}" is shown`, async () =>
      (await session.editorText()).includes(text),
    );
  const listed = (text: string) =>
    session.waitUntil(`"${text}" is listed`, async () =>
      (await session.quickInputRows()).some((row) => row.includes(text)),
    );
  const told = (pattern: RegExp) =>
    session.waitUntil(`a notification like ${String(pattern)}`, async () =>
      (await session.notifications()).some((text) => pattern.test(text)),
    );
  const inText = (text: string) =>
    session.page.locator('.editor-group-container.active .view-line span span', { hasText: text });
  const fetchTask = async () => {
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    await session.typeInQuickInput(`${WORKSPACE}/${TASK}`);
    await session.page.keyboard.press('Enter');
  };

  const hoverSays = (text: string, pattern: RegExp) => {
    const hover = session.page.locator('.monaco-hover:visible').first();
    return pointAt(session, inText(text).last(), hover.filter({ hasText: pattern }));
  };

  it('explains a SID', async () => {
    await session.openFile('requests.log');
    await hoverSays('WT', /Task SID.*TaskRouter/s);
  });

  it('marks a wrong SID, and mends it', async () => {
    const { page } = session;
    await session.openFile('mistakes.py');
    await hoverSays('WTO42215', /hex\sdigit\s\(perhaps\s0\)/);
    await page.mouse.move(5, 5);
    await inText('WTO42215').last().click();
    await session.waitUntil('the fix is offered', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      return appears(page.locator('.action-widget:visible', { hasText: 'Change to WT042215' }));
    });
    await page.keyboard.press('Enter');
    await shown('task_sid = "WT042215');
    await page.keyboard.press('Control+Z');
    await shown('task_sid = "WTO42215');
  });

  it('shows the Tasks of the sample', async () => {
    await session.runCommand('Twilio: Explore Sample Workspace');
    const view = new SidebarView(session.page, 'Workspaces');
    await view.has(NAME);
    await view.expand(NAME);
    await view.expand(/^Pending/);
    await view.has('Billing (Spanish)');
    await session.screenshot('web-sidebar');
  });

  it('opens a Task of the sample as JSON, and copies it', async () => {
    await fetchTask();
    await shown('"customer_id": 9007199254740993,');
    await session.runCommand('Twilio: Copy Task As…');
    await listed('Markdown for a ticket');
    await session.typeInQuickInput('Markdown for a ticket');
    await session.page.keyboard.press('Enter');
    await session.waitUntil('it is copied', async () =>
      (await session.clipboard()).includes('"customer_id": "<number>"'),
    );
  });

  it('opens a Task of the sample as a page', async () => {
    await session.closeAll();
    const page = new TaskPage(session);
    await page.open({ workspaceSid: WORKSPACE, taskSid: TASK }, '9007199254740993');
    await page.shows('Billing (Spanish)');
    await session.screenshot('web-page');
  });

  it('comes back after a reload, with a profile that was stored elsewhere', async () => {
    await storeProfile(session.page, {
      ...{ id: 'left-here', name: 'Left Here', sid: testCredentials.accountSid },
      place: { baseUrl: account.server.url },
    });
    await session.reloadWindow('left-here');
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await listed('Sample');
    await listed('Left Here');
    await session.typeInQuickInput('Left Here');
    await session.page.keyboard.press('Enter');
    const view = new SidebarView(session.page, 'Workspaces');
    await view.welcomes('VS Code for the Web cannot sign in to Twilio.');
    await session.screenshot('web-refused');
  });

  it('says why it does not fetch with it, before it asks what', async () => {
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    await told(REFUSAL);
  });

  it('says the same instead of asking for credentials', async () => {
    await session.runCommand('Twilio: Add Twilio Credentials…');
    await told(REFUSAL);
  });

  it('says the same instead of importing some, and leads to the sample', async () => {
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await listed('Import from');
    await session.typeInQuickInput('Import from');
    await session.page.keyboard.press('Enter');
    await told(REFUSAL);
    await session.page.getByRole('button', { name: 'Explore Sample Workspace' }).first().click();
    await new SidebarView(session.page, 'Workspaces').has(NAME);
  });

  it('runs in a web worker, which has logged no fault', async () => {
    const loads = requested.filter(({ search }) => search.includes('%2Fdist%2Fweb.cjs'));
    assert.equal(loads.length, 2, 'before the reload and after it');
    const log = await workerHostLog(session.page);
    // Not how often: the editor can lose lines that it writes at the same time.
    assert.match(log, /\[info\] (?:Extension host started|Eager extensions activated)/);
    const faults = log.split('\n').filter((line) => /\[(?:error|warning)\]/.test(line));
    assert.deepEqual(
      faults.filter((line) => !rowAskedTwice.test(line)),
      [],
    );
  });

  it('asks no host of Twilio', () => {
    const hosts = new Set(requested.map(({ hostname }) => hostname));
    assert.ok(hosts.has('127.0.0.1'));
    assert.deepEqual(
      [...hosts].filter((host) => host.includes('twilio')),
      [],
    );
  });
});

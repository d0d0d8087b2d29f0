import assert from 'node:assert/strict';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { chooseInMenu, waitForMatch } from '../../support/e2e/waitUntil.ts';
import { Walkthrough } from '../../support/e2e/walkthrough.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';

const FETCH = 'Twilio: Fetch TaskRouter Task';
const GONE = `WT${'0'.repeat(32)}`;
const MOVED = `WT${'1'.repeat(32)}`;
const OTHER_WORKSPACE = sampleSid('WS', 'Acme Back Office');

/** The query in `consoleUrlTemplate` of the settings. */
const CONSOLE_QUERY = '?frameUrl=%2Fconsole%2Ftasks%3Fa%3D1%26b%253D%2B2';

describe('Fetching a Task', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({
      dark: true,
      env: account.env,
      settings: account.settings,
    });
    resources.defer(() => session.close());
  });
  after(() => resources.disposeAsync());
  beforeEach(async () => {
    account.server.reset();
    await session.closeAll();
  });

  const invoice = () => {
    const [task] = account.tasks;
    assert.ok(task !== undefined);
    return task;
  };
  const taskRequests = () =>
    account.server.requests.filter(({ path }) => path.includes('/Tasks/')).length;

  /** Puts a Task into a Workspace where the extension does not look first. */
  const putElsewhere = () => {
    const body = `{"sid":"${MOVED}","assignment_status":"new"}`;
    account.server.simulation.putTask(OTHER_WORKSPACE, MOVED, body);
  };

  async function fetchFromPalette(text: string): Promise<void> {
    await session.runCommand(FETCH);
    await session.typeInQuickInput(text);
    await session.page.keyboard.press('Enter');
  }
  /**
   * Fetches a Task of the first Workspace and closes it, so that later Task SIDs are looked for
   * there first.
   */
  async function useFirstWorkspace(): Promise<void> {
    const { workspaceSid, taskSid } = invoice();
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await shown('"customer_id": 9007199254740993,');
    await session.closeAll();
  }
  const shown = (text: string) =>
    session.waitUntil(`"${text}" is shown`, async () =>
      (await session.editorText()).includes(text),
    );
  const lensShown = (pattern: RegExp) =>
    session.waitUntil(`a line like ${String(pattern)}`, async () =>
      pattern.test((await session.codeLenses()).join(' ').replace(/\s+/g, ' ')),
    );
  const told = (pattern: RegExp) =>
    session.waitUntil(`a notification like ${String(pattern)}`, async () =>
      (await session.notifications()).some((text) => pattern.test(text)),
    );
  const rowShown = (pattern: RegExp) =>
    session.waitUntil(`a row like ${String(pattern)}`, async () =>
      (await session.quickInputRows()).some((row) => pattern.test(row)),
    );
  const said = (text: string) =>
    session.waitUntil(`the box says "${text}"`, async () =>
      (await session.quickInputMessage()).includes(text),
    );

  it('asks for no credentials if the environment has some', async () => {
    const walkthrough = await Walkthrough.show(session);
    await walkthrough.isDone('Add your credentials');
    await walkthrough.step('Explore the sample').click();
    await walkthrough.showsPicture('The side bar with the Tasks');
    await session.screenshot('walkthrough-dark');
    assert.deepEqual(account.server.requests, []);
    // The walkthrough has replaced this view.
    await session.page.keyboard.press('Control+Shift+E');
  });

  it('validates the input while typing, and opens the Task with every digit', async () => {
    const { workspaceSid, taskSid } = invoice();
    await session.runCommand(FETCH);
    await said('Enter the Task to fetch with profile “env”');
    await session.typeInQuickInput(taskSid.slice(0, -1));
    await said('31 hex digits, 32 expected');
    await session.page.keyboard.press('Enter');
    await session.typeInQuickInput(`${taskSid.slice(0, 8)}O${taskSid.slice(9)}`);
    await said("Character 9 is 'O', not a hex digit");
    await session.typeInQuickInput(workspaceSid);
    await said('WS… is a Workspace, but a Task starts with WT');
    assert.equal(account.server.requests.length, 0);

    await session.typeInQuickInput(`${workspaceSid}/${taskSid}`);
    await session.page.keyboard.press('Enter');
    await shown('"customer_id": 9007199254740993,');
    await lensShown(
      /^Pending · .+ · profile env · .+ \| Refresh \| Details \| Show Raw \| Open in Console$/,
    );
    assert.equal(await session.activeTab(), `${taskSid}.json`);
    assert.equal(taskRequests(), 1);
    // This is there without CodeLenses as well.
    await waitForMatch(() => session.statusBar(), /fetched /);
    await session.screenshot('task-document');
  });

  it('shows attributes raw with every digit by the button in the title', async () => {
    const { workspaceSid, taskSid } = invoice();
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await shown('"customer_id": 9007199254740993,');
    await session.page.getByRole('button', { name: 'Toggle Decoded Attributes' }).click();
    await shown('\\"customer_id\\":9007199254740993,');
    await lensShown(/Show Decoded/);
  });

  it('fetches the SID in a JavaScript file from its context menu, without a prompt', async () => {
    await session.openFile('contact-centre.js');
    const sid = session.page.locator('.view-line span', { hasText: invoice().taskSid }).last();
    await sid.click({ button: 'right' });
    await session.page.getByRole('menuitem', { name: 'TaskRouter', exact: true }).hover();
    await chooseInMenu(session.page.getByRole('menuitem', { name: 'Fetch TaskRouter Task' }));
    await shown('"customer_id": 9007199254740993,');
  });

  it('prefills the SID at the cursor', async () => {
    await session.openFile('contact-centre.js');
    const sid = session.page.locator('.view-line span', { hasText: invoice().taskSid }).last();
    // Not in the middle, where a cursor may take the click.
    await sid.click({ position: { x: 20, y: 8 } });
    await session.runCommand(FETCH);
    await session.waitUntil('the SID is in the box', async () =>
      (await session.quickInputText()).includes(invoice().taskSid),
    );
    await session.page.keyboard.press('Enter');
    await shown('"customer_id": 9007199254740993,');
  });

  it('shows the current status when a Task is fetched again from another tab', async () => {
    const { workspaceSid, taskSid } = invoice();
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await shown('"customer_id": 9007199254740993,');
    account.server.fault({ status: 500 });
    await session.runCommand('Twilio: Refresh Task');
    await lensShown(/^\S*Stale: status 500/);
    await session.screenshot('task-document-stale');
    await session.openFile('requests.log');
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await lensShown(/^Pending · /);
  });

  it('explains that TaskRouter deletes Tasks when one does not exist', async () => {
    await fetchFromPalette(`${invoice().workspaceSid}/${GONE}`);
    await told(/is not in Workspace .+\. TaskRouter deletes a Task some minutes after/);
    await session.screenshot('task-gone');
  });

  it('finds the Workspace when the last one is wrong, without a prompt', async () => {
    await useFirstWorkspace();
    putElsewhere();
    await fetchFromPalette(MOVED);
    await shown('"assignment_status": "new"');
    // The name was learnt during the search.
    await lensShown(/· Acme Back Office ·/);
    assert.deepEqual(await session.notifications(), []);
  });

  it('searches the other Workspaces on request when the given one is wrong', async () => {
    putElsewhere();
    await fetchFromPalette(`${invoice().workspaceSid}/${MOVED}`);
    await told(/is not in Workspace .+\. TaskRouter deletes a Task/);
    await session.screenshot('look-in-other-workspaces');
    assert.equal(taskRequests(), 1);
    await session.page.getByRole('button', { name: 'Search Other Workspaces' }).click();
    await shown('"assignment_status": "new"');
    assert.equal(taskRequests(), 2);
  });

  it('reports that a Task is in none of the Workspaces, and asks for another', async () => {
    await fetchFromPalette(GONE);
    await told(/is in none of the 3 Workspaces that the profile “env” sees\. TaskRouter deletes/);
    await session.waitUntil(
      'the search is over',
      async () => (await session.notifications()).length === 1,
    );
    await session.screenshot('task-nowhere');
    await session.page.getByRole('button', { name: 'Enter a Task SID…' }).click();
    await said('Enter the Task to fetch with profile “env”');
    await session.page.keyboard.press('Escape');
  });

  it('accepts a Workspace SID when the Workspaces cannot be listed', async () => {
    await useFirstWorkspace();
    putElsewhere();
    account.server.fault({ match: '/v1/Workspaces?', status: 403, body: '{"code":70051}' });
    account.server.fault({ match: '/v1/Workspaces?', status: 500 });
    await fetchFromPalette(MOVED);
    await rowShown(/Try Again.+does not allow this key to read TaskRouter \(70051\)/);
    await session.screenshot('workspaces-not-listed');
    await session.page.keyboard.press('Enter');
    await rowShown(/Try Again.+failed temporarily with status 500/);
    await session.typeInQuickInput('Enter');
    await session.page.keyboard.press('Enter');
    await said('A Workspace SID is WS and 32 hex digits');
    await session.typeInQuickInput(OTHER_WORKSPACE);
    await session.page.keyboard.press('Enter');
    await shown('"assignment_status": "new"');
  });

  it('can be cancelled during a search, which cancels the request and shows no message', async () => {
    await useFirstWorkspace();
    account.server.fault({ match: `/Tasks/${GONE}`, status: 404, body: '{"code":20404}' });
    account.server.fault({ match: `/Tasks/${GONE}`, hang: true, times: Infinity });
    await fetchFromPalette(GONE);
    await told(/Looking for Task WT…/);
    await session.screenshot('looking-for-task');
    await session.page.getByRole('button', { name: 'Cancel' }).click();
    await session.waitUntil('the request is cut', () =>
      Promise.resolve(account.server.requests.at(-1)?.aborted === true),
    );
    await session.waitUntil(
      'the notification is gone',
      async () => (await session.notifications()).length === 0,
    );
  });

  it('can be cancelled when it takes long, which cancels the request and shows no message', async () => {
    const { workspaceSid, taskSid } = invoice();
    account.server.fault({ hang: true });
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await told(/Fetching Task WT…/);
    await session.screenshot('fetching');
    await session.page.getByRole('button', { name: 'Cancel' }).click();
    await session.waitUntil('the request is cut', () =>
      Promise.resolve(account.server.requests[0]?.aborted === true),
    );
    await session.waitUntil(
      'the notification is gone',
      async () => (await session.notifications()).length === 0,
    );
    assert.equal(taskRequests(), 1);
  });

  it('copies it in the selected format, without a request if none is needed', async () => {
    const { workspaceSid, taskSid } = invoice();
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await shown('"customer_id": 9007199254740993,');
    const copy = async (format: string) => {
      await session.runCommand('Twilio: Copy Task As…');
      await rowShown(/^ ?curl \(Bash\)/);
      await session.typeInQuickInput(format);
      await session.page.keyboard.press('Enter');
    };
    const copied = (text: string) =>
      session.waitUntil(`"${text}" is copied`, async () =>
        (await session.clipboard()).includes(text),
      );
    await session.runCommand('Twilio: Copy Task As…');
    await rowShown(/^ ?JSON/);
    await session.screenshot('copy-as');
    await session.dismissQuickInput();
    await copy('curl (Bash)');
    await copied(`" '${account.server.url}/v1/`);
    await copy('TypeScript');
    await copied('  customer_id: number;');
    await copy('Markdown for a ticket');
    await copied('"customer_id": "<number>"');
    await copy('JSON');
    await copied('9007199254740993');
    assert.equal(taskRequests(), 1);
    assert.deepEqual(await session.notifications(), []);
  });

  it('opens the Console in the browser', async () => {
    const { workspaceSid, taskSid } = invoice();
    await fetchFromPalette(`${workspaceSid}/${taskSid}`);
    await shown('"customer_id": 9007199254740993,');
    await session.page.getByRole('button', { name: 'Open Task in Twilio Console' }).click();
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const url = `https://www.twilio.com/console/taskrouter/workspaces/${workspaceSid}/tasks/${taskSid}`;
    assert.ok((await dialog.innerText()).replace(/\s/g, '').includes(url));
    // The browser is given exactly the URL of the setting.
    const opened: string[] = [];
    const context = session.page.context();
    await context.route('https://www.twilio.com/**', async (route) => {
      opened.push(route.request().url());
      await route.fulfill({ body: '' });
    });
    const page = context.waitForEvent('page');
    await dialog.getByRole('button', { name: 'Open', exact: true }).click();
    await session.waitUntil('the Console is asked for', () => Promise.resolve(opened.length > 0));
    assert.deepEqual(opened, [`${url}${CONSOLE_QUERY}`]);
    await (await page).close();
    await context.unroute('https://www.twilio.com/**');
  });
});

import assert from 'node:assert/strict';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { readStorage } from '../../support/e2e/storage.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import type { Fault } from '../../support/server/fault.ts';
import { startTestAccount, type TestAccount } from '../../support/server/testAccount.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';

const { apiKey, apiSecret, accountSid, authToken } = testCredentials;
const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const ROW_OF_TASK = /^\d+ \w+ · voice · Billing \(Spanish\)/;

describe("The side bar's views and profiles, in Restricted Mode", () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let view: SidebarView;
  let recent: SidebarView;

  before(async () => {
    account = await startTestAccount();
    resources.defer(() => account.close());
    session = await EditorSession.start({ dark: true, workspaceTrust: true });
    resources.defer(() => session.close());
    await session.page.setViewportSize({ width: 1280, height: 1100 });
    view = new SidebarView(session.page, 'Workspaces');
    recent = new SidebarView(session.page, 'Recent Tasks');
  });
  after(() => resources.disposeAsync());

  const taskSid = () => account.tasks[0]?.taskSid ?? '';
  const enter = async (asked: string, text: string) => {
    await session.waitUntil(`"${asked}" is asked`, async () =>
      [
        await session.quickInputTitle(),
        await session.quickInputMessage(),
        ...(await session.quickInputRows()),
      ]
        .join()
        .includes(asked),
    );
    await session.typeInQuickInput(text);
    await session.page.keyboard.press('Enter');
  };
  /** Answers the prompts for credentials, from the second one on. */
  const giveCredentials = async (secret: string, name: string) => {
    await enter(secret === apiSecret ? 'Secret of the API key' : 'Auth Token', secret);
    await enter('US1 (default)', 'base URL');
    await enter('Enter the base URL to use instead of', account.server.url);
    await enter('Enter a name for the profile', name);
    await session.waitUntil('it is told', async () =>
      (await session.notifications()).join().includes(`Saved profile “${name}”`),
    );
    await session.runCommand('Notifications: Clear All Notifications');
  };
  const switchTo = async (name: string) => {
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await enter('Switch Twilio Profile', name);
  };
  /** VS Code also stores the Uris of documents. */
  const hasPin = async () =>
    /pinnedTasks[\\"]+:\[[\\"]+taskrouter:\/\/p-[0-9a-f]{32}\//.test(
      await readStorage(session.page),
    );
  /** Resolves when the Workspaces of a profile are listed. */
  const titled = async (name: string) => {
    await session.waitUntil(`the view names ${name}`, async () =>
      (await view.title()).includes(name),
    );
    await view.has(NAME);
  };
  const shows = (of: SidebarView, pattern: RegExp) =>
    session.waitUntil(`a row like ${String(pattern)}`, async () =>
      (await of.rows()).some((row) => pattern.test(row)),
    );

  it('offer to add or import credentials, or to explore the sample, if there are none', async () => {
    await SidebarView.open(session.page);
    await view.welcomes('See the Tasks of your contact center.');
    await recent.welcomes('Tasks that you fetch are listed here');
    for (const name of ['Add Twilio Credentials…', 'Import from the Twilio CLI…']) {
      await view.welcomeAction(name).waitFor();
    }
    await session.screenshot('sidebar-empty');
    await view.welcomeAction('Explore Sample Workspace').click();
    await view.has(NAME);
    await view.expand(NAME);
    await view.expand('Pending');
    assert.match(await view.title(), /Sample/);
    assert.match((await view.rows()).join('\n'), /^Acme Contact Centre \| $/m);
    assert.match(await view.tooltip(ROW_OF_TASK), /Profile Sample/);
    await session.screenshot('sidebar-sample');
    // The command has also opened a Task, which the next steps do not need.
    await new TaskPage(session).shows('customer_id');
    await recent.act(ROW_OF_TASK, 'Remove from Recent Tasks');
    await session.closeAll();
  });

  it('use added credentials only after List Workspaces', async () => {
    await session.runCommand('Twilio: Add Twilio Credentials…');
    await enter('Add Twilio Credentials', apiKey);
    await giveCredentials(apiSecret, 'Acme');
    await view.welcomes('This folder is not trusted');
    await session.screenshot('sidebar-untrusted');
    assert.deepEqual(
      account.server.requests.map(({ query }) => query),
      ['PageSize=1'],
    );
  });

  it('explain why there are no Workspaces on a welcome view with buttons', async () => {
    const faults: readonly (readonly [Fault, string, RegExp])[] = [
      [
        { status: 401, body: '{"code":20003}' },
        'TaskRouter refused this profile.',
        /credentials refused/,
      ],
      [
        { status: 403, body: '{"code":20403}' },
        'TaskRouter refused this profile.',
        /access denied/,
      ],
      [{ cutBody: true }, 'Could not reach TaskRouter.', /connection interrupted/],
      [
        { status: 200, body: '{"meta":{"key":"workspaces"},"workspaces":[]}' },
        'sees no Workspace',
        /Acme$/,
      ],
    ];
    let action = 'List Workspaces';
    for (const [fault, page, title] of faults) {
      account.server.fault(fault);
      await view.welcomeAction(action).click();
      await session.waitUntil(`the title says ${String(title)}`, async () =>
        title.test(await view.title()),
      );
      await view.welcomes(page);
      action = page === 'sees no Workspace' ? 'Refresh' : 'Try Again';
      await view.welcomeAction(action).waitFor();
      await session.screenshot(`sidebar-gap ${page} ${title.source}`);
    }
    account.server.fault({ status: 403, body: '{"code":20403,"message":"No <b> $(bug)"}' });
    await view.welcomeAction('Refresh').click();
    await view.welcomeAction('What happened?').click();
    await session.waitUntil('the whole of it is told', async () =>
      /\(20403\).*Twilio says: “No <b> \$\u200b?\(bug\)”/.test(
        (await session.notifications()).join(),
      ),
    );
    await session.page.getByRole('button', { name: 'Change Credentials…' }).last().waitFor();
    await session.screenshot('sidebar-what-happened');
    await session.runCommand('Notifications: Clear All Notifications');
  });

  it('show a temporary failure in a row, and the Workspaces again after Retry', async () => {
    account.server.fault({ status: 500 });
    await view.welcomeAction('Try Again').click();
    await shows(view, /^Retry: status 500 \| /);
    const limit = { status: 429, headers: { 'Retry-After': '0' }, body: '{"code":20429}' };
    account.server.fault({ ...limit, times: 4 });
    await view.row('Retry').click();
    await shows(view, /^Retry: too many requests \| /);
    await session.screenshot('sidebar-root-retry');
    await view.row('Retry').click();
    await shows(view, /^Acme Contact Centre \| $/);
    assert.equal(await view.row('Retry').count(), 0);
  });

  it('list the fetched Tasks, pinned ones first and then the latest', async () => {
    await view.expand(NAME);
    await view.expand('Pending');
    await view.row(ROW_OF_TASK).locator('.label-name').click();
    await shows(recent, /^\d+ \w+ · voice · Billing.* · fetched/);
    assert.match(await recent.title(), /Acme/);
    await recent.act(ROW_OF_TASK, 'Pin Task');
    await shows(recent, /^\d+ \w+ · voice · Billing.* \| Pending · /);
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    await enter('Enter the Task to fetch', account.tasks[2]?.taskSid ?? '');
    await session.waitUntil('both are listed', async () => {
      const rows = await recent.rows();
      return (
        rows.length === 2 &&
        (rows[1] ?? '').includes(' · chat') &&
        (rows[0] ?? '').includes('| Pending')
      );
    });
    assert.match(
      (await recent.spoken()).join('\n'),
      /^Task · Pending · \d+ \w+ old · voice · .* · pinned · profile Acme/m,
    );
    await session.screenshot('sidebar-recent');
    await recent.act(/ · chat/, 'Remove from Recent Tasks');
    await session.waitUntil('it is gone', async () => (await recent.rows()).length === 1);
    await session.closeAll();
  });

  it('save only the SIDs and the profile of pinned Tasks', async () => {
    await session.waitUntil('the pin is stored', hasPin);
    await session.page.evaluate("localStorage.removeItem('secrets.provider')");
    await session.reloadWindow(`/${WORKSPACE}/${taskSid()}.json`);
    await recent.has('not fetched yet');
    assert.equal((await recent.rows()).length, 1);
    await view.welcomes('This folder is not trusted');
    await session.screenshot('sidebar-pin-restored');
    const stored = await readStorage(session.page);
    for (const data of ['customer_id', '9007199254740993', 'Billing (Spanish)']) {
      assert.ok(!stored.includes(data), data);
    }
  });

  it('ask for a lost secret', async () => {
    await view.welcomeAction('List Workspaces').click();
    await view.welcomes('The secret of this profile is missing.');
    await session.screenshot('sidebar-secret-lost');
    await view.welcomeAction('Enter Secret Again…').click();
    await enter('Secret of “Acme”', apiSecret);
    await shows(view, /^Acme Contact Centre \| $/);
    await recent.row('not fetched yet').locator('.label-name').click();
    await shows(recent, /^\d+ \w+ · voice · Billing.* \| Pending · /);
  });

  it('never show rows of the previous profile, whose slow request is cancelled', async () => {
    await session.runCommand('Twilio: Add Twilio Credentials…');
    await enter('Add Twilio Credentials', accountSid);
    await giveCredentials(authToken, 'Globex');
    await titled('Globex');
    await view.expand(NAME);
    account.server.reset();
    account.server.fault({ match: 'AssignmentStatus=pending', hang: true });
    await view.row('Pending').locator('.monaco-tl-twistie').click();
    const slow = () => account.server.requests.find(({ query }) => query.includes('=pending'));
    await session.waitUntil('it is asked for', () => Promise.resolve(slow() !== undefined));
    await switchTo('Acme');
    await titled('Acme');
    await session.waitUntil('the request is cut', () => Promise.resolve(slow()?.aborted === true));
    assert.ok((await view.rows()).every((row) => !row.includes('Globex')));
    await view.expand(NAME);
    await view.expand('Pending');
    await view.has(ROW_OF_TASK);
    await session.screenshot('sidebar-switched');
  });

  it('keep their rows when TaskRouter cannot be reached, and lose them with the profile', async () => {
    await recent.has(/Pending · /);
    await account.server.close();
    await view.actOnAll('Refresh');
    await shows(view, /^Retry: connection refused \| /);
    await shows(view, /^Acme Contact Centre \| $/);
    await session.runCommand('Twilio: Remove Twilio Credentials…');
    await enter('Remove', 'Acme');
    await session.page
      .locator('.monaco-dialog-box')
      .getByRole('button', { name: 'Remove' })
      .click();
    await recent.welcomes('Tasks that you fetch are listed here');
    await session.waitUntil('its rows are gone', async () =>
      (await view.rows()).every((row) => !row.startsWith(NAME)),
    );
    await session.waitUntil('its pins are gone', async () => !(await hasPin()));
    await session.screenshot('sidebar-removed');
  });
});

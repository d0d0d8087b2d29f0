import assert from 'node:assert/strict';
import { CredentialPrompts } from '../../support/e2e/credentialPrompts.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { readStorage } from '../../support/e2e/storage.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';
import type { Fault } from '../../support/server/fault.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';

const { apiKey, apiSecret, accountSid, authToken } = testCredentials;
const NAME = 'Acme Contact Centre';
const ROW_OF_TASK = /^\d+ \w+ · …d4b53005/;

describe("The side bar's views and profiles, in Restricted Mode", () => {
  let account: TestAccount;
  let session: EditorSession;
  let prompts: CredentialPrompts;
  let view: SidebarView;
  let recent: SidebarView;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({ dark: true, workspaceTrust: true, continues: true });
    await session.page.setViewportSize({ width: 1280, height: 1100 });
    prompts = new CredentialPrompts(session, account);
    view = new SidebarView(session.page, 'Workspaces');
    recent = new SidebarView(session.page, 'Recent Tasks');
    await SidebarView.open(session.page);
    // Those of the sample, from the files before this one.
    for (let left = (await recent.rows()).length; left > 0; left--) {
      await recent.act(/./, 'Remove from Recent Tasks');
      await session.waitUntil('it is gone', async () => (await recent.rows()).length < left);
    }
  });
  after(() => session.close());

  /** VS Code also stores the Uris of documents. */
  const hasPin = async () =>
    /pinnedTasks[\\"]+:\[[\\"]+taskrouter:\/\/p-[0-9a-f]{32}\//.test(
      await readStorage(session.page),
    );
  /** Resolves when the Workspaces of a profile are listed. */
  const titled = async (name: string) => {
    await session.waitUntil(
      `the view names ${name}, and the opened rows of the other profile are gone`,
      async () => (await view.title()).includes(name) && (await view.openRows()).length === 0,
    );
    await view.has(NAME);
  };
  const shows = (of: SidebarView, pattern: RegExp) =>
    session.waitUntil(`a row like ${String(pattern)}`, async () =>
      (await of.rows()).some((row) => pattern.test(row)),
    );

  it('use added credentials only after List Workspaces', async () => {
    await prompts.add(apiKey, apiSecret, 'Acme');
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
    await view.click('Retry');
    await shows(view, /^Retry: too many requests \| /);
    await session.screenshot('sidebar-root-retry');
    await view.click('Retry');
    await shows(view, /^Acme Contact Centre \| $/);
    assert.equal(await view.row('Retry').count(), 0);
  });

  it('list the fetched Tasks, pinned ones first and then the latest', async () => {
    await view.expand(NAME);
    await view.expand('Pending');
    await view.click(ROW_OF_TASK);
    await shows(recent, /^\d+ \w+ · …\w{8} \| voice · Billing.* · fetched/);
    await waitForMatch(() => recent.title(), /Acme/);
    await recent.act(ROW_OF_TASK, 'Pin Task');
    await shows(recent, / \| Pending · voice · Billing/);
    await session.runCommand('Twilio: Fetch TaskRouter Task');
    await prompts.enter('Enter the Task to fetch', account.tasks[2]?.taskSid ?? '');
    await session.waitUntil('both are listed', async () => {
      const rows = await recent.rows();
      return (
        rows.length === 2 &&
        (rows[1] ?? '').includes('| chat · ') &&
        (rows[0] ?? '').includes('| Pending')
      );
    });
    assert.match(
      (await recent.spoken()).join('\n'),
      /^Task · Pending · \d+ \w+ old · voice · .* · pinned · profile Acme/m,
    );
    await session.screenshot('sidebar-recent');
    await recent.act(/chat · /, 'Remove from Recent Tasks');
    await session.waitUntil('it is gone', async () => (await recent.rows()).length === 1);
    await session.closeAll();
  });

  it('never show rows of the previous profile, whose slow request is cancelled', async () => {
    await prompts.add(accountSid, authToken, 'Globex');
    await titled('Globex');
    await view.expand(NAME);
    account.server.reset();
    account.server.fault({ match: 'AssignmentStatus=pending', hang: true });
    await view.click('Pending');
    const slow = () => account.server.requests.find(({ query }) => query.includes('=pending'));
    await session.waitUntil('it is asked for', () => Promise.resolve(slow() !== undefined));
    await prompts.switchTo('Acme');
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
    await session.waitUntil('the pin is stored', hasPin);
    account.server.fault({ reset: true, times: Infinity });
    await view.actOnAll('Refresh');
    await shows(view, /^Retry: connection interrupted \| /);
    await shows(view, /^Acme Contact Centre \| $/);
    await prompts.remove('Acme');
    await recent.welcomes('Tasks that you fetch are listed here');
    await session.waitUntil('its rows are gone', async () =>
      (await view.rows()).every((row) => !row.startsWith(NAME)),
    );
    await session.waitUntil('its pins are gone', async () => !(await hasPin()));
    await session.screenshot('sidebar-removed');
    await prompts.remove('Globex');
  });
});

import assert from 'node:assert/strict';
import type { TaskReference } from '../../../src/core/resources/resourceReference.ts';
import { CredentialPrompts } from '../../support/e2e/credentialPrompts.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { answerEvents, putTask } from '../../support/e2e/putTask.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { simulatedTask } from '../../support/simulation.ts';

const INVOICE = simulatedTask('waiting-invoice');
const OTHER = simulatedTask('put by a test');

describe('The page of a Task', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let page: TaskPage;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({
      dark: true,
      env: account.env,
      continues: true,
      settings: account.settings,
    });
    resources.defer(() => session.close());
    page = new TaskPage(session);
    await session.page.setViewportSize({ width: 1280, height: 1400 });
  });
  after(() => resources.disposeAsync());
  beforeEach(async () => {
    account.server.reset();
    await session.closeAll();
  });

  const put = (fields: Readonly<Record<string, unknown>>) => putTask(account.server, OTHER, fields);
  const copied = (text: string) =>
    session.waitUntil(`${text} is copied`, async () => (await session.clipboard()) === text);
  const told = (text: string) =>
    session.waitUntil(`a notification with "${text}"`, async () =>
      (await session.notifications()).join().includes(text),
    );

  it('shows everything about it, the most important first', async () => {
    const task = simulatedTask('refund-call');
    await page.open(task, /Accepted by Ana Duarte/);
    await session.screenshot('details-sections');
    const text = await page.text();
    const order = [
      ...[task.taskSid, 'Assigned', 'profile env', 'fetched', 'Refresh'],
      ...[
        'Pending',
        'Reserved',
        'reserved once',
        'Assigned',
        'Ana Duarte',
        'Wrapping',
        'Completed',
      ],
      ...['ROUTING', 'TaskQueue', 'Support', 'WQ…', 'Workflow', 'Incoming Calls', 'Priority'],
      ...['TIME', 'Age', ' of 1 h', 'Created'],
      ...['ATTRIBUTES', 'characters', 'customer_id', '9007199254740992', '42.10'],
      ...['TIMELINE', 'Created', 'Entered TaskQueue Support', 'Waited for 10 s'],
      ...['Reservation for Ana Duarte', 'Accepted by Ana Duarte', 'Worked on for'],
      ...['ADD-ONS', 'twilio_caller_name', 'OTHER FIELDS', 'account_sid', 'LINKS'],
    ];
    let from = 0;
    for (const part of order) {
      const at = text.indexOf(part, from);
      assert.ok(at >= 0, `"${part}" is missing behind "${text.slice(0, from).slice(-80)}"`);
      from = at + part.length;
    }
    assert.match(
      (await page.step.innerText()).replace(/\s+/g, ' '),
      /^Assigned ?, now .*Ana Duarte/,
    );
    assert.ok((await page.frame.locator('meter').getAttribute('value'))?.startsWith('0.0'));
    await waitForMatch(() => session.activeTitle(), /^WT…[0-9a-f]{8} · voice · Support/);
  });

  it('shows the step of the lifecycle, even for an unknown status', async () => {
    await page.open(put({}), 'TaskRouter has no events of this Task');
    for (const [status, label] of [
      ['pending', 'Pending'],
      ['reserved', 'Reserved'],
      ['assigned', 'Assigned'],
      ['wrapping', 'Wrapping'],
      ['completed', 'Completed'],
      ['canceled', 'Canceled'],
      ['parked', 'parked'],
    ] as const) {
      put({ assignment_status: status, reason: `because ${status}` });
      await page.button('Refresh').click();
      await page.shows(`because ${status}`);
      assert.match(await page.step.innerText(), new RegExp(`^${label}`));
      const pill = (await page.frame.locator('.pill').innerText()).replace(/\s+/g, ' ');
      assert.match(pill, new RegExp(`\\b${label}(?: \\(changed\\))?$`));
    }
    await session.screenshot('details-parked');
  });

  it('can show a Task with hardly any fields', async () => {
    const names = ['addons', 'reason', 'routing_target', 'task_queue_entered_date', 'age', 'links'];
    await page.open(
      put({ ...Object.fromEntries(names.map((name) => [name, null])), attributes: '{}' }),
      'TaskRouter has no events of this Task',
    );
    await session.screenshot('details-null');
    const text = await page.text();
    assert.match(text, /Routing Target\nnone/);
    assert.doesNotMatch(text.replace('links: null', ''), /null|undefined|NaN|\[object/);

    const { workspaceSid, taskSid } = OTHER;
    account.server.simulation.putTask(workspaceSid, taskSid, `{"sid":"${taskSid}"}`);
    await page.button('Refresh').click();
    await page.shows('Status unknown');
    await session.screenshot('details-nothing');
    const headings = await page.frame.getByRole('heading').allInnerTexts();
    assert.deepEqual(headings.slice(1), [
      'ROUTING',
      'TIMELINE\nevents of the last 30 days and reservations',
      // The fields of the fetch before.
      'OTHER FIELDS',
    ]);
  });

  it('shows attributes of any length and script, to expand, collapse, search and copy', async () => {
    const attributes = `{"name":"نور الهدى","mood":"🧑‍🚀 😕","list":[${'{"n":12345678901234567890,"n":1.0e2},'.repeat(24)}{"last":true}],"pad":"${'x'.repeat(3138)}"}`;
    assert.equal(attributes.length, 4096);
    await page.open(put({ attributes }), 'decoded from JSON, 4096 characters');
    await page.shows('name: "نور الهدى"');
    await page.shows('mood: "🧑‍🚀 😕"');
    await session.screenshot('details-4096');
    assert.equal(await page.row('list:').getAttribute('aria-expanded'), 'false');
    await page.row('list:').click();
    await page.row('23: 2 keys').click();
    assert.equal(await page.frame.getByText('duplicate key: both are kept').count(), 2 * 23);
    await page.row('23: 2 keys').click();
    const first = page.row('n: 12345678901234567890');
    assert.equal(await first.getAttribute('aria-level'), '3');
    await first.hover();
    await first.getByRole('button', { name: 'Copy Value' }).click();
    await copied('12345678901234567890');
    await first.getByRole('button', { name: 'Copy Path' }).click();
    await copied('list[0].n');

    const search = page.frame.getByRole('textbox', { name: 'Search keys and values' });
    await search.fill('LAST');
    const rows = await page.section('Attributes').getByRole('treeitem').allInnerTexts();
    assert.match(rows.join('\n'), /^list: 25 items.*\n24: 1 key.*\nlast: true.*$/);
    await session.screenshot('details-search');
    await search.fill('is nowhere');
    await page.shows('No matching keys or values');
    await search.fill('');
    await page.shows('نور الهدى');
  });

  it('shows attributes that are not JSON as text, with the position of the error', async () => {
    await page.open(
      simulatedTask('feedback'),
      `{type: 'feedback', "from": "+12025550173", score: 9,}`,
    );
    await session.screenshot('details-invalid');
    assert.match(await page.section('Attributes').innerText(), /line 1, column 2/);
  });

  it('can show 200 events', async () => {
    const now = account.server.now();
    answerEvents(
      account.server,
      Array.from({ length: 200 }, (_, index) => ({
        type: index === 0 ? 'task.created' : `acme.step-${index}`,
        at: now - (200 - index) * 61_000,
        description: `Step number ${index}`,
      })),
    );
    await page.open(put({}), 'Step number 199');
    const rows = page.section('Timeline').getByRole('listitem');
    assert.equal(await rows.filter({ hasText: 'Step number' }).count(), 199);
    await session.screenshot('details-200');
  });

  it('explains why a Task is waiting, and is complete without that', async () => {
    await page.open(INVOICE, 'Only María García matches, who is not available');
    account.server.fault({ match: '/Workers?', status: 403, times: Infinity });
    await page.button('Refresh').click();
    await session.waitUntil('it is not said any more', async () => {
      const text = await page.text();
      return !text.includes('Only María García') && text.includes('The only Worker in TaskQueue');
    });
    await page.shows(/Could not read the Workers and the Workers of the TaskQueue\. .*\b403\b/);
    account.server.reset();
    await page.button('Try Again').click();
    await page.shows('Only María García matches, who is not available');
    assert.deepEqual(await session.notifications(), []);
  });

  it('shows a failure of the timeline in its place, and can load it again', async () => {
    account.server.fault({ match: '/Events?', status: 403, times: 1, body: '{"code":20403}' });
    await page.open(INVOICE, 'Try Again');
    await session.screenshot('details-timeline-failed');
    assert.match(await page.text(), /customer_id: 9007199254740993/);
    await page.shows('The events of the Task could not be read.');
    await page.button('Try Again').click();
    await page.shows('María García did not answer in time');
  });

  it('keeps its data when a refresh fails, and shows since when it is stale', async () => {
    await page.open(INVOICE, 'did not answer in time');
    account.server.fault({ match: '/Tasks/', status: 403, body: '{"code":20403}' });
    await page.button('Refresh').click();
    await page.shows(/Stale since [^]*(403|20403)/);
    await session.screenshot('details-stale');
    assert.match(await page.text(), /customer_id: 9007199254740993/);
    assert.deepEqual(await session.notifications(), []);
    await page.button('Refresh').click();
    await session.waitUntil('it is fresh', async () => !(await page.text()).includes('Stale'));
  });

  it('says so when the extension host does not answer, until it answers again', async () => {
    await page.open(INVOICE, 'did not answer in time');
    const silent = 'The extension host does not respond';
    const copySid = () => page.frame.getByRole('button', { name: 'Copy SID' }).click();
    // The page gets no message, and waits for an answer a hundredth of the time.
    await page.frame.evaluate(
      `globalThis.posted = postMessage;
       globalThis.postMessage = () => undefined;
       globalThis.setTimeout = ((start) => (run, ms) => start(run, ms / 100))(setTimeout);
       undefined`,
    );
    await copySid();
    await page.shows(silent);
    await page.frame.evaluate('globalThis.postMessage = posted; undefined');
    await copySid();
    await session.waitUntil('it answers', async () => !(await page.text()).includes(silent));
  });

  it('shows the color and the badge of its profile, as the status bar does', async () => {
    const prompts = new CredentialPrompts(session, account);
    await page.open(INVOICE, 'did not answer in time');
    const badge = page.frame.locator('.profile-badge');
    const setBadge = async (color: string, text: string) => {
      await session.runCommand('Twilio: Switch Twilio Profile…');
      await prompts.enter('Color and Badge of “env”…', 'Color and Badge');
      await prompts.enter('Select a color', color);
      await prompts.enter('Enter a badge', text);
      await session.waitUntil('the profiles are listed again', async () =>
        (await session.quickInputTitle()).includes('Switch Twilio Profile'),
      );
      await session.dismissQuickInput();
    };
    await setBadge('Red', 'PROD');
    await session.waitUntil('it is on the page', async () => (await badge.innerText()) === 'PROD');
    assert.match((await badge.getAttribute('style')) ?? '', /--vscode-charts-red/);
    const item = session.page.locator('.statusbar-item', { hasText: 'PROD · env' });
    await waitForMatch(() => item.getAttribute('class'), /error-kind/);
    await session.screenshot('details-badge');
    await setBadge('No Color', '');
    for (const shown of [badge, item]) {
      await session.waitUntil('it is gone', async () => (await shown.count()) === 0);
    }
  });

  it('opens links in the editor, or in the browser if the user agrees', async () => {
    const links = { reservations: 'https://www.example.com/a?b=c', script: 'javascript:alert(1)' };
    await page.open(put({ links }), 'LINKS');
    assert.doesNotMatch(await page.text(), /example\.com/);
    await page.button('Links').click();
    await page.shows('https://www.example.com/a?b=c');
    await page.section('Links').getByText('javascript:').click();
    await page.section('Links').getByText('https://www.example.com').click();
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /https:\/\/www\.example\.com\/a\?b=c/);
    await session.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.frame.getByRole('button', { name: 'Billing (Spanish)' }).first().click();
    await session.waitUntil('the TaskQueue is shown', async () =>
      (await session.editorText()).includes('"friendly_name": "Billing (Spanish)"'),
    );
  });

  describe('of a deleted Task', () => {
    const HEADLINE = /Completed .* ago, deleted since/;
    const gone = simulatedTask('yesterdays-call');

    it('shows its lifecycle from its events', async () => {
      await page.open(gone, HEADLINE);
      await page.shows('Reason: resolved');
      await session.screenshot('details-gone');
      assert.match(await page.text(), /Accepted by Ana Duarte/);
      assert.match(await page.section('Attributes').innerText(), /language: "en"/);
      assert.deepEqual(await session.notifications(), []);
      await waitForMatch(() => session.activeTitle(), /· Deleted/);
    });

    it('opens from the notification of a failed fetch', async () => {
      await session.runCommand('Twilio: Fetch TaskRouter Task');
      await session.typeInQuickInput(`${gone.workspaceSid}/${gone.taskSid}`);
      await session.page.keyboard.press('Enter');
      await session.page.getByRole('button', { name: 'Show What Happened' }).click();
      await page.shows(HEADLINE);
    });

    it('replaces the page of the Task, with its last known data', async () => {
      await page.open(INVOICE, 'did not answer in time');
      account.server.simulation.removeTask(INVOICE.workspaceSid, INVOICE.taskSid);
      await page.button('Refresh').click();
      await page.shows(/TaskRouter has deleted this Task\. Checked [^]*ago/);
      await session.screenshot('details-deleted-since');
      assert.match(await page.text(), /customer_id: 9007199254740993/);
      assert.equal(await page.frame.locator('.pill').innerText(), 'Deleted');
      const buttons = page.frame.locator('.bar vscode-button');
      assert.deepEqual(await buttons.allInnerTexts(), ['Refresh', 'JSON', 'Compare', 'Copy As…']);
    });

    it('shows a message when nothing is left of it', async () => {
      const never: TaskReference = simulatedTask('never was there');
      await session.runCommand('Twilio: Open Task Details');
      await session.typeInQuickInput(`${never.workspaceSid}/${never.taskSid}`);
      await session.page.keyboard.press('Enter');
      await told('30 days');
      await session.screenshot('details-nothing-left');
      assert.equal(session.webview(), undefined);
    });
  });
});

import assert from 'node:assert/strict';
import { shownText } from '../../../src/core/messages/plainText.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { closeSettings, toggleSetting } from '../../support/e2e/settingsEditor.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';
import { attackTexts } from '../../support/hostile/attackTexts.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';

const PRIVACY_MODE = 'taskrouter.privacyMode';
const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const ROW_OF_TASK = /^\d+ \w+ · …d4b53005/;

describe('The side bar', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let view: SidebarView;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({ env: account.env, settings: account.settings });
    resources.defer(() => session.close());
    await session.page.setViewportSize({ width: 1280, height: 1900 });
    view = new SidebarView(session.page, 'Workspaces');
  });
  after(() => resources.disposeAsync());

  let seen = 0;
  const forget = () => {
    seen = account.server.requests.length;
  };
  /** The requests since `seen`. */
  const asked = () =>
    account.server.requests.slice(seen).map(({ path, query }) => {
      const status = new URLSearchParams(query).get('AssignmentStatus');
      const below = path.replace(/^\/v1\/Workspaces\/?(?:WS\w+)?\/?/, '');
      return `${below || 'Workspaces'}${status === null ? '' : ` ${status}`}`;
    });
  const shows = (what: string, pattern: RegExp) =>
    session.waitUntil(`${what} is shown`, async () =>
      (await view.rows()).some((row) => pattern.test(row)),
    );
  const enter = async (title: string, text: string) => {
    await session.waitUntil(`the box is titled "${title}"`, async () =>
      (await session.quickInputTitle()).includes(title),
    );
    await session.typeInQuickInput(text);
    await session.page.keyboard.press('Enter');
  };
  const focused = async () =>
    (await session.page.locator('.sidebar .monaco-list:focus .focused').allInnerTexts()).join();
  /** Presses a key until the focused row has the text. */
  const press = (key: string, until: string) =>
    session.waitUntil(`${key} leads to "${until}"`, async () => {
      const before = await focused();
      if (before.includes(until)) return true;
      await session.page.keyboard.press(key);
      // Pressing the key again before it takes effect would go too far.
      await session.waitUntil(`${key} leads away from "${before}"`, async () => {
        const after = await focused();
        return after !== before && after !== '';
      });
      return false;
    });
  const focusView = async () => {
    await session.runCommand('TaskRouter: Focus on Workspaces View');
    await session.page.locator('.sidebar .monaco-list:focus').waitFor();
  };
  const lastDigits = (index: number) => index.toString(16).padStart(8, 'a');
  /** Adds Tasks that are older than all others, the newest first. */
  const putTasks = (count: number, facts: (index: number) => object) => {
    for (let index = 0; index < count; index++) {
      const sid = `WT${'a'.repeat(24)}${lastDigits(index)}`;
      const created = new Date(Date.now() - (index + 60) * 60_000);
      const body = {
        sid,
        date_created: `${created.toISOString().slice(0, 19)}Z`,
        priority: index,
        task_channel_unique_name: 'chat',
        task_queue_friendly_name: 'Support',
        attributes: '{}',
        ...facts(index),
      };
      account.server.simulation.putTask(WORKSPACE, sid, JSON.stringify(body));
    }
  };

  it('sends no request until it is opened, and then only for the Workspaces', async () => {
    await session.showInPalette('Twilio: Find TaskRouter Tasks…');
    await session.dismissQuickInput();
    assert.deepEqual(asked(), []);
    account.server.reset();
    seen = 0;
    await SidebarView.open(session.page);
    await view.has(NAME);
    assert.deepEqual(asked(), ['Workspaces']);
    await waitForMatch(() => view.title(), /Workspaces \| env/);
  });

  it('shows the Tasks of a Workspace by status with their numbers, with one request for each list', async () => {
    await view.expand(NAME);
    await shows('the number of Tasks', /^Pending \| 9$/);
    assert.equal(asked().at(-1), 'RealTimeStatistics');
    await view.expand(/^Pending/);
    await view.has(ROW_OF_TASK);
    await view.expand('TaskQueues');
    await view.expand('Workers');
    await shows('a Worker with its activity', /^María García \| Offline · WK…/);
    assert.deepEqual(asked().slice(1), [
      'RealTimeStatistics',
      'Tasks pending',
      'TaskQueues',
      'Workers',
    ]);
  });

  it("shows a Task's facts, attributes and Reservations", async () => {
    await view.expand(ROW_OF_TASK);
    await shows('its status', /^Status \| Pending$/);
    await view.expand('Attributes');
    await shows('a number with every digit', /^customer_id \| 9007199254740993$/);
    await shows('a key that is there twice', /^source \| "ivr"$/);
    await view.expand('Reservations');
    await session.waitUntil('reservations were asked for', () =>
      Promise.resolve(asked().some((list) => list.endsWith('/Reservations'))),
    );
    assert.match(
      await view.tooltip(ROW_OF_TASK),
      /Status Pending TaskQueue Billing \(Spanish\).*SID WT[0-9a-f]{32} Profile env/,
    );
    await session.screenshot('sidebar-1-task');
  });

  it('has an accessible label for every row', async () => {
    const spoken = await view.spoken();
    assert.ok(spoken.length > 20);
    assert.deepEqual(
      spoken.filter((text) => text.length < 4),
      [],
    );
    const said = spoken.join('\n');
    assert.match(said, /^Workspace Acme Contact Centre · profile env$/m);
    assert.match(said, /^Pending Tasks · 9$/m);
    assert.match(
      said,
      /^Task · Pending · \d+ min old · voice · Billing \(Spanish\) · priority 10/m,
    );
    assert.match(said, /^Worker · María García · Offline/m);
  });

  it('opens Tasks and other resources in one preview, and keeps the focus until Enter', async () => {
    const tabs = session.page.locator('.tabs-container .tab');
    await view.click(/^María García.*WK/);
    await session.waitUntil('the Worker is shown', async () =>
      (await session.editorText()).includes('"friendly_name": "María García"'),
    );
    await view.click(ROW_OF_TASK);
    await session.waitUntil('the Task is shown', async () =>
      (await session.editorText()).includes('"customer_id": 9007199254740993,'),
    );
    assert.equal(await tabs.count(), 1);
    assert.match(await focused(), ROW_OF_TASK);
    await session.screenshot('sidebar-2-document');
    await session.page.keyboard.press('Enter');
    await session.page.locator('.editor-group-container .monaco-editor.focused').waitFor();
    await view.click(/^María García.*WK/);
    await session.waitUntil(
      'the Task stays beside the next preview',
      async () => (await tabs.count()) === 2,
    );
  });

  it('selects the active Task in the tree', async () => {
    await session.showTab(account.tasks[0]?.taskSid ?? '');
    await session.runCommand('Twilio: Reveal Task in Side Bar');
    await session.waitUntil('its row has the focus', async () => ROW_OF_TASK.test(await focused()));
  });

  it('keeps expanded and selected rows over a refresh', async () => {
    // Rows of Tasks start with their age.
    const openRows = async () =>
      (await view.openRows()).map((row) => row.replace(/^\d+ \w+ · /, ''));
    const before = await openRows();
    assert.equal(before.length, 7);
    forget();
    await view.actOnAll('Refresh');
    await session.waitUntil('all lists that are open were read', () =>
      Promise.resolve(asked().length === 6),
    );
    assert.deepEqual(asked().sort(), [
      'RealTimeStatistics',
      'TaskQueues',
      'Tasks pending',
      `Tasks/${account.tasks[0]?.taskSid ?? ''}/Reservations`,
      'Workers',
      'Workspaces',
    ]);
    await view.has(ROW_OF_TASK);
    assert.deepEqual(await openRows(), before);
    assert.equal(await view.row(ROW_OF_TASK).getAttribute('aria-selected'), 'true');
    await session.closeAll();
  });

  it('can be used by keyboard alone, and moves the focus to the first new row after Load More', async () => {
    account.server.reset();
    putTasks(60, () => ({ assignment_status: 'pending' }));
    account.server.fault({ match: 'PageToken', status: 500 });
    await view.choose('Collapse All');
    await view.actOnAll('Refresh');
    await focusView();
    await press('Home', 'Acme Back Office');
    await press('ArrowDown', NAME);
    await session.page.keyboard.press('ArrowRight');
    await shows('the new number', /^Pending \| 69$/);
    await press('ArrowRight', 'Pending');
    await session.page.keyboard.press('ArrowRight');
    await view.has('chat · Support');
    await shows('how many of them have a row', /^Pending \| 50 of 69$/);
    await press('End', 'Acme Travel Desk');
    await press('ArrowUp', 'Load More');
    await shows('how many of them are shown', /^Load More \| 50 of 69 shown$/);
    await session.screenshot('sidebar-3-load-more');
    await session.page.keyboard.press('Enter');
    await session.waitUntil('what could not be read is told in its place', async () =>
      (await focused()).includes('Retry: status 500'),
    );
    await session.page.keyboard.press('Enter');
    await session.waitUntil('the first row that came has the focus', async () =>
      (await focused()).includes('priority 9'),
    );
    assert.equal(await view.row('Load More').count(), 0);
    await session.page.keyboard.press('Shift+F10');
    const menu = session.page.getByRole('menu').last();
    await menu.getByRole('menuitem', { name: 'Pin Task' }).waitFor();
    await session.screenshot('sidebar-4-menu');
    await session.page.keyboard.press('Escape');
    await session.page.keyboard.press('Enter');
    await session.waitUntil('Enter opens the Task', async () =>
      (await session.editorText()).includes('"priority": 9,'),
    );
    await session.closeAll();
  });

  it('filters Tasks by status and attributes, and shows the filters above them', async () => {
    await view.choose('Collapse All');
    await view.expand(NAME);
    await view.act(NAME, 'Filter Tasks…');
    await enter(`Filter Tasks of ${NAME}`, 'Status');
    await enter('Filter Tasks by Status', '');
    assert.equal(await view.message(), '', 'all statuses are no filter');
    await view.act(NAME, 'Filter Tasks…');
    await enter(`Filter Tasks of ${NAME}`, 'Status');
    await session.waitUntil('the statuses are listed', async () =>
      (await session.quickInputRows()).includes('Canceled'),
    );
    await session.page.locator('.quick-input-list-row', { hasText: 'Completed' }).click();
    await session.page.locator('.quick-input-list-row', { hasText: 'Canceled' }).click();
    await session.screenshot('sidebar-5-statuses');
    await session.page.locator('.quick-input-widget').getByRole('button', { name: 'OK' }).click();
    await session.waitUntil('it is said above the rows', async () =>
      (await view.message()).endsWith(`${NAME}: Pending · Reserved · Assigned · Wrapping`),
    );
    assert.equal(await view.row('Completed').count(), 0);
    await shows('the number of Tasks, which still fits', /^Pending \| 6\d$/);

    await view.act(NAME, 'Filter Tasks…');
    await enter(`Filter Tasks of ${NAME}`, 'Attributes');
    await enter('Filter Tasks by Attributes', "language == 'es'");
    await session.waitUntil('both are said', async () =>
      (await view.message()).endsWith("Wrapping · language == 'es'"),
    );
    await view.expand(/^Pending/);
    await view.has(ROW_OF_TASK);
    await shows('how many of all it leaves', /^Pending \| \d of 69$/);
    assert.equal(await view.row('chat · Support').count(), 0);
    await session.screenshot('sidebar-6-filtered');
  });

  it("shows Twilio's error about a filter in place of the Tasks, until it is cleared", async () => {
    account.server.fault({
      match: 'EvaluateTaskAttributes',
      times: Infinity,
      status: 400,
      body: '{"code":20001,"message":"Invalid value for parameter EvaluateTaskAttributes"}',
    });
    await view.act(NAME, 'Filter Tasks…');
    await enter(`Filter Tasks of ${NAME}`, 'Attributes');
    await enter('Filter Tasks by Attributes', "language != 'es'");
    await shows('why there are none', /^Edit Filter… \| Twilio says: “.*EvaluateTaskAttributes/);
    await session.waitUntil('the filter is said', async () =>
      (await view.message()).endsWith("· language != 'es'"),
    );
    await session.screenshot('sidebar-7-filter-refused');
    await view.click('Edit Filter…');
    await session.waitUntil(
      'the expression is asked for again, with the words of Twilio',
      async () => (await session.quickInputMessage()).includes('EvaluateTaskAttributes'),
    );
    assert.equal(await session.quickInputText(), "language != 'es'");
    await session.dismissQuickInput();
    await view.choose('Clear Filter');
    await session.waitUntil('nothing is said any more', async () => (await view.message()) === '');
    await shows('all statuses', /^Completed \| /);
  });

  it('loads only the failed rows again after Retry', async () => {
    account.server.fault({
      match: 'AssignmentStatus=assigned',
      status: 403,
      body: '{"code":20403}',
    });
    await view.expand(/^Assigned/);
    await shows('why there are none', /^Retry: access denied \| /);
    assert.match((await view.spoken()).join('\n'), /\(20403\).* · Press Enter to try again\.$/m);
    await session.screenshot('sidebar-8-retry');
    forget();
    await view.click('Retry');
    await view.has(/^\d+ \w+ · ….*voice · Support · priority 5/);
    assert.equal(await view.row('Retry').count(), 0);
    assert.deepEqual(asked(), ['Tasks assigned']);
  });

  const PERSON = '+15005550006 jo@acme.example';
  const HOSTILE = [...Object.values(attackTexts), PERSON];

  it('shows hostile text as text, on one line, in rows and in tooltips', async () => {
    account.server.reset();
    putTasks(HOSTILE.length, (index) => ({
      assignment_status: 'wrapping',
      task_queue_friendly_name: HOSTILE[index],
      // A priority of 0 is not shown.
      priority: index + 1,
      attributes: JSON.stringify({ [HOSTILE[index] ?? '']: HOSTILE[index], kind: 'hostile' }),
    }));
    await view.actOnAll('Refresh');
    await view.expand(/^Wrapping/);
    await view.has('jo@acme.example');
    const rows = (await view.rows()).filter((row) => row.includes('…aaaaaa'));
    assert.equal(rows.length, HOSTILE.length);
    for (const [index, text] of HOSTILE.entries()) {
      const row = rows[index] ?? '';
      assert.ok(row.includes(`| chat · ${shownText(text)} · priority `), row);
    }
    const icons = session.page.locator('.sidebar .label-name .codicon, .monaco-hover .codicon');
    for (const [index, text] of HOSTILE.slice(0, 4).entries()) {
      const tooltip = await view.tooltip(lastDigits(index));
      assert.ok(tooltip.replaceAll('\u200b', '').includes(`TaskQueue ${text}`), tooltip);
    }
    assert.equal(await icons.count(), 0);
    assert.equal(
      await session.page.locator('.monaco-hover a, .sidebar .pane-body a[href]').count(),
      0,
    );
    await session.screenshot('sidebar-9-hostile');
  });

  it('shows hostile text as text in lists, notifications and the status bar', async () => {
    const nothingOf = async (place: string) => {
      const parts = session.page.locator(
        `${place} :is(a[href], img, b, strong, code, .codicon-trash)`,
      );
      assert.equal(await parts.count(), 0, place);
    };
    const find = async () => {
      await session.runCommand('Twilio: Find TaskRouter Tasks…');
      await enter('Find TaskRouter Tasks', "kind == 'hostile'");
    };
    await find();
    await session.waitUntil('the Tasks are listed', async () =>
      (await session.quickInputRows()).some((row) => row.includes('(trash)')),
    );
    await nothingOf('.quick-input-list');
    await session.screenshot('find-hostile');
    await session.page.keyboard.press('Enter');
    await session.waitUntil('the Task is shown', async () =>
      (await session.editorText()).includes('"kind": "hostile"'),
    );
    const { icons, command, markup, image } = attackTexts;
    const said = `${icons} ${command} ${markup} ${image}`;
    const fault = { status: 400, body: JSON.stringify({ code: 20001, message: said }) };
    account.server.fault(fault);
    await session.runCommand('Twilio: Refresh Task');
    await session.waitUntil('the status bar says so', async () =>
      (await session.statusBar()).some((text) =>
        /not refreshed: .*\(trash\).*\(command:/.test(text),
      ),
    );
    await nothingOf('.statusbar-item:has-text("not refreshed") a');
    await session.screenshot('status-hostile');
    account.server.fault({ ...fault, match: 'Evaluate', times: 2 });
    await find();
    await session.waitUntil('the notification says so', async () =>
      (await session.notifications()).some((text) => /\(trash\).*\(command:.*<b>bold/.test(text)),
    );
    await nothingOf('.notification-list-item-message');
    await session.screenshot('notification-hostile');
    await session.closeAll();
  });

  it('masks rows and tooltips as soon as privacy mode is on, even visible ones', async () => {
    await view.expand('jo@acme');
    await view.expand('Attributes');
    await toggleSetting(session, PRIVACY_MODE);
    const secret = /jo@acme|5005550006/;
    await session.waitUntil('nothing is left of it', async () =>
      (await view.rows()).every((row) => !secret.test(row)),
    );
    await closeSettings(session);
    assert.doesNotMatch(await view.tooltip(lastDigits(HOSTILE.indexOf(PERSON))), secret);
    assert.doesNotMatch((await view.spoken()).join(), secret);
    await session.screenshot('sidebar-10-masked');
    await session.runCommand('Twilio: Find TaskRouter Tasks…');
    await enter('Find TaskRouter Tasks', "kind == 'hostile'");
    await session.waitUntil('a list is masked, too', async () =>
      (await session.quickInputRows()).some((row) => row.includes('•••')),
    );
    assert.doesNotMatch((await session.quickInputRows()).join(), secret);
    await session.dismissQuickInput();
    await toggleSetting(session, PRIVACY_MODE);
    await session.waitUntil('it is shown again', async () =>
      (await view.rows()).some((row) => secret.test(row)),
    );
    await closeSettings(session);
  });
});

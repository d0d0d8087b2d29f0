import assert from 'node:assert/strict';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { putTask } from '../../support/e2e/putTask.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { waitForMatch } from '../../support/e2e/waitUntil.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { simulatedTask } from '../../support/simulation.ts';

const TASK = simulatedTask('put by a test');
const DIGITS = TASK.taskSid.slice(-8);
const LIST = JSON.stringify(Array.from({ length: 18 }, (_, index) => index));
const ATTRIBUTES = `{"first":{"inner":1},"list":${LIST}}`;

describe('The page of a Task over time', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let page: TaskPage;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({
      env: account.env,
      settings: { ...account.settings, 'window.autoDetectColorScheme': false },
      continues: true,
    });
    resources.defer(() => session.close());
    page = new TaskPage(session);
  });
  after(() => resources.disposeAsync());

  const fetches = () =>
    account.server.requests.filter(({ path }) => path.endsWith(`/Tasks/${TASK.taskSid}`)).length;
  const inStatusBar = async () => (await session.statusBar()).join().includes(DIGITS);
  const jsonShows = (text: string) =>
    session.waitUntil(`the document shows ${text}`, async () =>
      (await session.editorText()).includes(text),
    );
  const showPage = () => session.showTab(`${DIGITS} ·`);
  const pressEnterOn = async (label: string) => {
    await page.button(label).focus();
    await session.page.keyboard.press('Enter');
  };
  const hasFocus = (name: string) =>
    session.waitUntil(
      `"${name}" has the focus`,
      async () => (await page.frame.evaluate('document.activeElement.dataset.focus')) === name,
    );
  const isScrolled = () =>
    session.waitUntil('it is scrolled', async () => (await page.scrolledTo()) === 150);

  it('keeps what one looks at while sections load, and when its tab is shown again', async () => {
    putTask(account.server, TASK, { attributes: ATTRIBUTES });
    account.server.fault({ match: `${TASK.taskSid}/Reservations`, delayMs: 1500 });
    await page.open(TASK, 'first: 1 key');
    await page.row('first: 1 key').click();
    const top = await page.topOf(page.row('first: 1 key'));
    // The last section that loads is above the attributes.
    await page.shows('Ahead of This Task');
    const late = await page.topOf(page.row('first: 1 key'));
    assert.ok(Math.abs(late - top) <= 1, `the focused row is at ${late} instead of ${top}`);
    await page.scrollTo(150);
    const seen = fetches();
    await session.openFile('README.md');
    await showPage();
    await page.shows('first: 1 key');
    await isScrolled();
    assert.doesNotMatch(await page.text(), /inner: 1/);
    assert.equal(fetches(), seen);
  });

  it('is fetched again while it is visible, which updates all views of the Task', async () => {
    await session.closeAll();
    await page.open(TASK, 'Pending');
    await pressEnterOn('Watch');
    await session.waitUntil('it is in the status bar', inStatusBar);
    await hasFocus('unwatch');
    putTask(account.server, TASK, { assignment_status: 'assigned', priority: 78 });
    await page.shows(/\d+ → 78\s+\(changed\)/);
    assert.match(await page.frame.locator('.pill').innerText(), /^Pending\s*→\s*Assigned/);
    // The mark stays while later fetches bring nothing new.
    const seen = fetches();
    await session.waitUntil('it is fetched again', () => Promise.resolve(fetches() > seen + 1));
    await page.shows(/\d+ → 78\s+\(changed\)/);
    await waitForMatch(() => session.statusBar(), /: Pending → Assigned/);
    await session.screenshot('details-watching');
    await pressEnterOn('Dismiss');
    await session.waitUntil('nothing is marked', async () => !(await page.text()).includes('→'));
    await hasFocus('unwatch');
    await page.button('JSON').click();
    await jsonShows('"assignment_status": "assigned"');
    putTask(account.server, TASK, { assignment_status: 'wrapping', priority: 79 });
    await jsonShows('"assignment_status": "wrapping"');
  });

  it('is no longer watched when the Task has ended, and shows a notice', async () => {
    putTask(account.server, TASK, { assignment_status: 'completed' });
    await showPage();
    await page.shows('Watching has ended. The Task is over (Completed).');
    await waitForMatch(() => session.statusBar(), /: Wrapping → Completed/);
    assert.equal(await page.button('Watch').count(), 0);
    await session.screenshot('details-watch-ended');
    assert.deepEqual(await session.notifications(), []);
  });

  it('is no longer watched when the Task is deleted, and shows a notice', async () => {
    putTask(account.server, TASK, { assignment_status: 'assigned' });
    await page.button('Refresh').click();
    await page.button('Watch').click();
    account.server.simulation.removeTask(TASK.workspaceSid, TASK.taskSid);
    await page.shows('Watching has ended. The Task is deleted.');
    await waitForMatch(() => session.statusBar(), /: Assigned → Deleted/);
  });
});

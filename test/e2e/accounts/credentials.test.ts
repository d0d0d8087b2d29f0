import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { putTask } from '../../support/e2e/putTask.ts';
import { SidebarView } from '../../support/e2e/sidebarView.ts';
import { searchEverywhere } from '../../support/e2e/storage.ts';
import { TaskPage } from '../../support/e2e/taskPage.ts';
import { pointAt } from '../../support/e2e/waitUntil.ts';
import { CatchAllProxy } from '../../support/hostile/proxies.ts';
import { startTestAccount, type TestAccount } from '../../support/server/testAccount.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';
import { simulatedTask } from '../../support/simulation.ts';

const FETCH = 'Twilio: Fetch TaskRouter Task';
const DIGITS = '"customer_id": 9007199254740993,';
const { apiKey, apiSecret } = testCredentials;
const WRONG = `wrong-${apiSecret}`;
/** Part of a Task's data, which must not be written anywhere. */
const DATA = 'canary-of-a-task';
/** VS Code keeps the titles of tabs, and that of a page has the name of the TaskQueue. */
const QUEUE = 'Named in a title';
const CLI_PICKED = `"${sampleSid('', 'picked')}\\+/`;
const CLI_LEFT = `"${sampleSid('', 'left')}\\+/`;
/**
 * How the extension saves an open document, after the random id of its profile. VS Code uses
 * another format.
 */
const noteOf = ({ workspaceSid, taskSid }: { workspaceSid: string; taskSid: string }) =>
  `/${workspaceSid}/${taskSid}\\`.toLowerCase();
const cliConfig = JSON.stringify({
  activeProject: 'acme-eu',
  profiles: {
    'acme-eu': {
      accountSid: sampleSid('AC', 'cli'),
      region: 'ie1',
      edge: 'dublin',
      apiKey: sampleSid('SK', 'cli picked'),
      apiSecret: CLI_PICKED,
    },
    'acme-us': {
      accountSid: sampleSid('AC', 'cli'),
      apiKey: sampleSid('SK', 'cli left'),
      apiSecret: CLI_LEFT,
    },
  },
  projects: [{ id: 'historical', accountSid: sampleSid('AC', 'old') }],
});

describe('Credentials', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let dataDir: string;
  let browserDir: string;
  let cliFile: string;
  let proxy: CatchAllProxy;

  before(async () => {
    account = await startTestAccount();
    resources.defer(() => account.close());
    dataDir = mkdtempSync(join(tmpdir(), 'taskrouter-lens-data-'));
    // In a browser, VS Code keeps state and secrets in the browser's profile.
    browserDir = mkdtempSync(join(tmpdir(), 'taskrouter-lens-browser-'));
    const cliDir = mkdtempSync(join(tmpdir(), 'taskrouter-lens-cli-'));
    cliFile = join(cliDir, 'config.json');
    writeFileSync(cliFile, cliConfig);
    resources.defer(() => {
      for (const folder of [dataDir, browserDir, cliDir]) {
        rmSync(folder, { recursive: true, force: true });
      }
    });
    const env = { TWILIO_CONFIG_DIR: cliDir };
    proxy = await CatchAllProxy.start();
    resources.defer(() => {
      proxy.close();
    });
    session = await EditorSession.start({
      ...{ dark: true, env, dataDir, browserDir, logAll: true, proxy: proxy.url },
      settings: { 'http.proxy': proxy.url },
    });
    resources.defer(() => session.close());
  });
  after(() => resources.disposeAsync());

  const invoice = () => {
    const [task] = account.tasks;
    assert.ok(task !== undefined);
    return task;
  };
  const enter = async (text: string) => {
    await session.typeInQuickInput(text);
    await session.page.keyboard.press('Enter');
  };
  const title = (text: string) =>
    session.waitUntil(`the box is titled "${text}"`, async () =>
      (await session.quickInputTitle()).includes(text),
    );
  const said = (text: string) =>
    session.waitUntil(`the box says "${text}"`, async () =>
      (await session.quickInputMessage()).includes(text),
    );
  const shown = (text: string) =>
    session.waitUntil(`"${text}" is shown`, async () =>
      (await session.editorText()).includes(text),
    );
  const lensShown = (text: string) =>
    session.waitUntil(`the line says "${text}"`, async () =>
      (await session.codeLenses()).join(' ').includes(text),
    );
  const listed = (text: string) =>
    session.waitUntil(`"${text}" is listed`, async () =>
      (await session.quickInputRows()).some((row) => row.includes(text)),
    );

  it('are asked for by a fetch without any, and validated while typing', async () => {
    await session.runCommand(FETCH);
    await title('No Twilio Profile Yet');
    await listed('Enter an API Key…');
    await session.screenshot('credentials-0-ways');
    const ways = (await session.quickInputRows()).join();
    assert.match(ways, /Import from the Twilio CLI.+Explore Sample Workspace/);
    await session.page.keyboard.press('Enter');
    await title('Add Twilio Credentials');
    await session.screenshot('credentials-1-sid');
    await session.typeInQuickInput(apiKey.replace('SK', 'ac'));
    await said('The prefix must be uppercase: AC');
    await session.typeInQuickInput(apiKey.slice(0, -1));
    await said('31 hex digits, 32 expected');
    await session.typeInQuickInput(invoice().workspaceSid);
    await said('WS… is a Workspace. Credentials start with SK (API key) or AC (account)');
    await enter(apiKey);
    await said('Secret of the API key');
    await enter(WRONG);
    await listed('US1 (default)');
    await session.screenshot('credentials-3-region');
    const rows = await session.quickInputRows();
    assert.deepEqual(
      rows.map((row) => row.trim().split(' ')[0]),
      ['US1', 'IE1', 'Other', 'Other'],
    );
    await enter('base URL');
    await said('Enter the base URL to use instead of https://taskrouter.twilio.com');
    await enter('http://taskrouter.example');
    await said('Enter an https address, or http at localhost');
    assert.deepEqual(account.server.requests, []);
    await enter(account.server.url);
  });

  it('that are rejected lead back to the secret, and to nothing else', async () => {
    await said('refused the credentials (20003)');
    assert.equal(await session.quickInputText(), '');
    await session.screenshot('credentials-2-refused');
    assert.equal(account.server.requests.length, 1);
    assert.deepEqual(account.server.requests[0]?.query, 'PageSize=1');
    await enter(apiSecret);
    await said('Enter a name for the profile');
    assert.equal(await session.quickInputText(), 'Acme Contact Centre');
    await session.screenshot('credentials-4-name');
    await enter('Acme');
  });

  it('are followed by the fetch that needed them', async () => {
    await said('Enter the Task to fetch with profile “Acme”');
    await enter(`${invoice().workspaceSid}/${invoice().taskSid}`);
    await shown(DIGITS);
    await lensShown('profile Acme');
    await session.waitUntil('the status bar names the profile', async () =>
      (await session.statusBar()).some((text) => text.includes('Acme')),
    );
    await session.screenshot('credentials-document');
  });

  it('are still available after a reload, which fills the restored tab without a prompt', async () => {
    account.server.reset();
    await session.reloadWindow(noteOf(invoice()));
    await shown(DIGITS);
    assert.equal(await session.activeTab(), `${invoice().taskSid}.json`);
    assert.equal(account.server.requests.length, 1);
    // Until this appears, VS Code is still restoring editors.
    await lensShown('profile Acme');
    await session.closeAll();
    account.server.reset();
    await session.runCommand(FETCH);
    await said('Enter the Task to fetch with profile “Acme”');
    await enter(`${invoice().workspaceSid}/${invoice().taskSid}`);
    await shown(DIGITS);
    assert.equal(account.server.requests.length, 1);
  });

  it('can be renamed in the list of profiles', async () => {
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await listed('Acme');
    await session.screenshot('switch-profile');
    await session.page.locator('.quick-input-list .monaco-list-row').first().hover();
    await session.page.getByRole('button', { name: 'Rename…' }).first().click();
    await said('Enter the new name of the profile');
    await enter('Acme production');
    await listed('Acme production');
    await session.dismissQuickInput();
    await lensShown('profile Acme production');
  });

  it('can be used for all features, and with every fault', async () => {
    // In a Workspace with few Tasks, all rows below it are visible.
    const workspaceSid = sampleSid('WS', 'Acme Back Office');
    const { taskSid } = simulatedTask('put by a test');
    const putCanary = (more: object = {}) =>
      putTask(
        account.server,
        { workspaceSid, taskSid },
        {
          workspace_sid: workspaceSid,
          ...{ attributes: JSON.stringify({ kind: 'canary', who: DATA }), reason: DATA },
          ...{ task_queue_friendly_name: QUEUE, assignment_status: 'pending' },
          ...more,
        },
      );
    const task = putCanary();
    await session.openFile('contact-centre.js');
    const sid = session.page.locator('.view-line span span', { hasText: invoice().taskSid });
    const hover = session.page.locator('.monaco-hover:visible', { hasText: 'Task SID' });
    await pointAt(session, sid.last(), hover);
    await SidebarView.open(session.page);
    const view = new SidebarView(session.page, 'Workspaces');
    await view.expand('Acme Back Office');
    await view.expand(/^Pending/);
    await view.expand(QUEUE);
    await view.expand('Attributes');
    await view.has(new RegExp(`^who.*${DATA}`));
    await view.choose('Collapse All');
    await view.expand('Acme Contact Centre');
    for (const group of ['Task Channels', 'Workflows', 'TaskQueues']) await view.expand(group);
    await session.runCommand('Twilio: Find TaskRouter Tasks…');
    await title('Find TaskRouter Tasks');
    await enter("kind == 'canary'");
    await shown(`"who": "${DATA}"`);
    await session.closeAll();
    const page = new TaskPage(session);
    await page.open(task, 'TaskRouter has no events of this Task');
    await page.button('Watch').click();
    await page.button('Stop').click();
    await page.button('Watch').waitFor();
    putCanary({ reason: 'changed by a test' });
    await page.button('Refresh').click();
    await page.shows('changed by a test');
    await page.button('Compare').click();
    await session.waitUntil('the fetches are compared', async () =>
      (await session.activeTitle()).includes('↔'),
    );
    await session.closeAll();

    await session.runCommand(FETCH);
    await said('Enter the Task to fetch with profile “Acme production”');
    await enter(`${invoice().workspaceSid}/${invoice().taskSid}`);
    await shown(DIGITS);
    for (const [format, text] of [
      ['curl (Bash)', '$TWILIO_API_SECRET'],
      ['curl (PowerShell)', '${env:TWILIO_API_SECRET}'],
      ['Markdown for a ticket, with attributes', '**Task'],
      ['TypeScript', 'type TaskAttributes'],
      ['JSON', '"account_sid"'],
    ] as const) {
      await session.runCommand('Twilio: Copy Task As…');
      await title('Copy Task');
      await enter(format);
      await session.waitUntil(`it is copied as ${format}`, async () =>
        (await session.clipboard()).includes(text),
      );
      assert.ok(!(await session.clipboard()).includes(apiSecret));
    }
    for (const [fault, told] of [
      [{ status: 401, body: '{"code":20003}' }, 'credentials refused'],
      [{ status: 403, body: `{"code":20403,"message":"${DATA}"}` }, 'access denied'],
      [{ status: 500, body: `<html>${DATA}` }, 'status 500'],
      [{ status: 302, headers: { Location: `${proxy.url}/${DATA}` } }, 'status 302'],
      [{ status: 200, body: DATA }, 'not JSON'],
      [{ cutBody: true }, 'connection interrupted'],
    ] as const) {
      account.server.fault(fault);
      await session.runCommand('Twilio: Refresh Task');
      await lensShown(`Stale: ${told}`);
    }
    await session.runCommand('View: Show Explorer');
  });

  /**
   * Searches for a text in everything that VS Code, the browser, the repository and the proxy were
   * given.
   */
  const search = async (text: string) =>
    searchEverywhere(text, [dataDir, browserDir, session.folder], session.page, proxy.received);

  it('are found in no file while they are stored', async () => {
    for (const secret of [apiSecret, WRONG, DATA]) {
      assert.deepEqual((await search(secret)).leaks, []);
    }
  });

  it('can be removed with their data, and the next fetch asks for new ones', async () => {
    await session.runCommand('Twilio: Remove Twilio Credentials…');
    await listed('Acme production');
    await session.page.keyboard.press('Enter');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await session.screenshot('remove-profile');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await shown('"kind": "unknownProfile"');
    await lensShown('Not fetched: no such profile');
    await session.screenshot('removed-profile');
    await session.closeAll();
    await session.waitUntil('the status bar does not name it any more', async () =>
      (await session.statusBar()).every((text) => !/acme/i.test(text)),
    );
    account.server.reset();
    await session.runCommand(FETCH);
    await title('No Twilio Profile Yet');
    await session.dismissQuickInput();
    assert.deepEqual(account.server.requests, []);
  });

  it('can be imported from the Twilio CLI: only the selected ones, without changing its file', async () => {
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await listed('Import from the Twilio CLI');
    await enter('Import');
    await listed('acme-eu');
    await session.waitUntil('what cannot be imported says why', async () =>
      (await session.quickInputRows()).some((row) => /historical.*Twilio CLI.{20,}/.test(row)),
    );
    await session.page.locator('.quick-input-list .monaco-list-row').first().click();
    await session.screenshot('import');
    await session.page.keyboard.press('Enter');
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await session.screenshot('import-not-tried');
    assert.match(await dialog.innerText(), /502[^]+“acme-eu” is not stored yet\./);
    await dialog.getByRole('button', { name: 'Save Anyway' }).click();
    await session.waitUntil('it is told', async () =>
      (await session.notifications()).join().includes('Imported acme-eu'),
    );
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await listed('acme-eu');
    const rows = (await session.quickInputRows()).join('\n');
    assert.match(rows, /acme-eu ?SK….* · IE1 · dublin · stored in VS Code/);
    assert.ok(!rows.includes('acme-us'));
    await enter('Import');
    await listed('acme-eu');
    await session.page.locator('.quick-input-list .monaco-list-row').first().click();
    await session.page.keyboard.press('Enter');
    await session.runCommand('Twilio: Switch Twilio Profile…');
    await listed('acme-eu');
    const again = (await session.quickInputRows()).join('\n');
    assert.equal(again, rows, 'once more, it is the same profile with the same name');
    await session.dismissQuickInput();
    assert.equal(readFileSync(cliFile, 'utf8'), cliConfig);
  });

  it('that were imported are sent only to their own host, and never to a proxy', async () => {
    await session.runCommand(FETCH);
    await said('Enter the Task to fetch with profile “acme-eu”');
    await enter(`${invoice().workspaceSid}/${invoice().taskSid}`);
    const host = 'taskrouter.dublin.ie1.twilio.com';
    await session.waitUntil('it is told that the proxy lets nothing through', async () =>
      (await session.notifications()).join().includes(`${host} failed temporarily with status 502`),
    );
    // The browser sends requests of its own to the proxy, whose bodies need not end with a line
    // break.
    assert.ok(proxy.received.includes(`CONNECT ${host}:443 HTTP/`));
    await session.closeAll();
  });

  it('are not stored if the prompts are cancelled, which do not appear again', async () => {
    const profiles = async () => {
      await session.runCommand('Twilio: Switch Twilio Profile…');
      await title('Switch Twilio Profile');
      const rows = await session.quickInputRows();
      await session.dismissQuickInput();
      return rows;
    };
    const before = await profiles();
    await session.runCommand('Twilio: Add Twilio Credentials…');
    await title('Add Twilio Credentials');
    await enter(apiKey);
    await said('Secret of the API key');
    await session.dismissQuickInput();
    await session.runCommand('Twilio: Add Twilio Credentials…');
    await title('Add Twilio Credentials');
    await enter(apiKey);
    await said('Secret of the API key');
    await enter(apiSecret);
    await listed('US1 (default)');
    await session.dismissQuickInput();
    assert.deepEqual(await profiles(), before);
  });

  it('that cannot be verified are stored if the user chooses to', async () => {
    await session.runCommand('Twilio: Add Twilio Credentials…');
    await title('Add Twilio Credentials');
    await enter(apiKey);
    await said('Secret of the API key');
    await enter(apiSecret);
    await listed('US1 (default)');
    await enter('base URL');
    await said('Enter the base URL to use instead of https://taskrouter.twilio.com');
    account.server.fault({ status: 403, body: '{"code":70051,"message":"Restricted"}' });
    await enter(account.server.url);
    const dialog = session.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    await session.screenshot('credentials-not-tried');
    assert.match(await dialog.innerText(), /\(70051\)[^]+Nothing is stored yet\./);
    await dialog.getByRole('button', { name: 'Save Anyway' }).click();
    await said('Enter a name for the profile');
    await enter('Restricted');
    await session.waitUntil('it is told', async () =>
      (await session.notifications()).join().includes('Saved profile “Restricted”'),
    );
    await session.screenshot('credentials-saved');
    await session.closeAll();
  });

  it('were never written to any file', async () => {
    await session.runCommand('Twilio: Show TaskRouter Log');
    const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
    for (const secret of [apiSecret, WRONG, CLI_PICKED, CLI_LEFT, basic, DATA]) {
      const found = await search(secret);
      assert.deepEqual(found.leaks, [], secret);
      assert.ok(found.bytes > 1_000_000);
    }
    assert.ok(!(await session.clipboard()).includes(apiSecret));
    assert.ok((await search('twilio.com:443')).leaks.some(({ place }) => place.startsWith('what')));
    const traced = await searchEverywhere('[trace]', [dataDir]);
    assert.ok(
      traced.leaks.some(({ place }) => place.endsWith('remoteexthost.log')),
      'not all is logged',
    );
    // Finding text that is not secret proves that the search covers the right places.
    const known = await searchEverywhere('openTaskDocuments', [browserDir], session.page);
    assert.ok(known.leaks.some(({ place }) => place === 'the storage of the page'));
    const { host } = new URL(account.server.url);
    const logged = await searchEverywhere(`GET ${host}/v1/Workspaces`, [dataDir]);
    assert.ok(logged.leaks.some(({ place }) => place.endsWith('.log')));
  });
});

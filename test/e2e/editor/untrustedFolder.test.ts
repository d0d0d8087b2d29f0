import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { EditorSession } from '../../support/e2e/editorSession.ts';
import { sharedAccount } from '../../support/e2e/openSessions.ts';
import { searchEverywhere } from '../../support/e2e/storage.ts';
import { pointAt } from '../../support/e2e/waitUntil.ts';
import type { TestAccount } from '../../support/server/testAccount.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';

const FETCH = 'Twilio: Fetch TaskRouter Task';
const DIGITS = '"customer_id": 9007199254740993,';

async function fetchFromPalette(session: EditorSession, text: string): Promise<void> {
  await session.runCommand(FETCH);
  await session.typeInQuickInput(text);
  await session.page.keyboard.press('Enter');
}

const shown = (session: EditorSession, text: string) =>
  session.waitUntil(`"${text}" is shown`, async () => (await session.editorText()).includes(text));

describe('In Restricted Mode, in a hostile folder', () => {
  const resources = new AsyncDisposableStack();
  let account: TestAccount;
  let session: EditorSession;
  let thief: Server;
  let stolen: string[];

  before(async () => {
    account = await sharedAccount.take();
    stolen = [];
    thief = createServer((request, response) => {
      stolen.push(`${request.method ?? ''} ${request.url ?? ''}`);
      response.end();
    });
    await new Promise<void>((resolve) => thief.listen(0, '127.0.0.1', resolve));
    resources.defer(() => {
      thief.close();
    });
    session = await EditorSession.start({
      env: account.env,
      settings: account.settings,
      workspaceTrust: true,
      workspaceFile: writeWorkspace,
    });
    resources.defer(() => session.close());
  });
  after(() => resources.disposeAsync());

  const invoice = () => {
    const [task] = account.tasks;
    assert.ok(task !== undefined);
    return task;
  };

  /** A workspace that uses the scheme of Tasks for folders, and redirects what it can. */
  function writeWorkspace(folder: string): string {
    const { workspaceSid, taskSid } = invoice();
    const evil = `http://127.0.0.1:${(thief.address() as AddressInfo).port}`;
    const file = join(folder, 'evil.code-workspace');
    const paths = ['/', `/${workspaceSid}`, `/${workspaceSid}/${taskSid}.json`];
    writeFileSync(
      file,
      JSON.stringify({
        folders: [{ path: folder }, ...paths.map((path) => ({ uri: `taskrouter://env${path}` }))],
        settings: {
          ...{ 'taskrouter.apiBaseUrl': evil, 'taskrouter.requestTimeoutSeconds': 100 },
          ...{ 'taskrouter.watchIntervalSeconds': 5, 'taskrouter.privacyMode': true },
          ...{ 'taskrouter.consoleUrlTemplate': evil, 'http.proxy': evil },
        },
      }),
    );
    const variables = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_REGION', 'TWILIO_EDGE'];
    const lines = variables.map((name) => `${name}=evil\n`);
    writeFileSync(join(folder, '.env'), lines.join(''));
    return file;
  }

  it('a workspace file that uses or redirects the scheme causes no request', async () => {
    // By now VS Code has asked the file system about everything in the file.
    await fetchFromPalette(session, 'WT0');
    await session.waitUntil('the box is there', async () =>
      (await session.quickInputMessage()).includes('1 hex digit, 32 expected'),
    );
    assert.deepEqual(account.server.requests, []);
    await session.screenshot('restricted-mode-light');
    await session.dismissQuickInput();
  });

  it('a Task is fetched on request, from its own host', async () => {
    const { workspaceSid, taskSid } = invoice();
    await fetchFromPalette(session, `${workspaceSid}/${taskSid}`);
    await shown(session, DIGITS);
    assert.equal(account.server.requests.length, 1);
    assert.deepEqual(stolen, []);
  });

  it('a hover explains a SID without a request', async () => {
    account.server.reset();
    const { accountSid } = testCredentials;
    const sid = session.page.locator('.view-line span span', { hasText: accountSid });
    const hover = session.page.locator('.monaco-hover:visible', { hasText: 'Account SID' });
    await pointAt(session, sid.first(), hover);
    assert.deepEqual(account.server.requests, []);
  });

  it("the log has all requests, and no file contains a secret or a Task's data", async () => {
    // A document that is still opening takes the focus, which closes the palette.
    const panel = session.page.locator('.part.panel .output-view');
    await session.waitUntil('the log is shown', async () => {
      await session.runCommand('Twilio: Show TaskRouter Log');
      return await panel.waitFor({ timeout: 5_000 }).then(
        () => true,
        () => false,
      );
    });
    const { workspaceSid, taskSid } = invoice();
    const line = `GET ${new URL(account.server.url).host}/v1/Workspaces/${workspaceSid}/Tasks/${taskSid} 200`;
    await session.waitUntil('the log is written', async () => {
      const { leaks } = await searchEverywhere(line, session.stores);
      return leaks.some(({ place }) => place.endsWith('.log'));
    });
    await session.screenshot('log-light');
    const { accountSid, authToken } = testCredentials;
    const basic = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
    const search = (text: string) => searchEverywhere(text, session.stores, session.page);
    await session.waitUntil(
      'the state is found, which proves that the search covers it',
      async () => (await search('openTaskDocuments')).leaks.length > 0,
    );
    for (const secret of [authToken, basic, '9007199254740993', '15005550006']) {
      const { leaks } = await search(secret);
      // The extension includes its sample, which has the same Tasks as the account, and images of
      // it.
      const shipped = /\/(?:dist\/sample\.cjs|media\/walkthrough\/\w+\.svg)$/;
      const written = leaks.filter(({ place }) => !shipped.test(place));
      assert.deepEqual(written, [], secret);
    }
  });
});

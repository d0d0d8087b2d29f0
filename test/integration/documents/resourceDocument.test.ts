import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  FileSystemError,
  Selection,
  Uri,
  window,
  workspace,
} from 'vscode';
import {
  resourcePath,
  type ResourceReference,
} from '../../../src/core/resources/resourceReference.ts';
import { apiPath } from '../../../src/core/taskrouter/apiPath.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import {
  activeTaskDocument,
  dismissing,
  fetchTask,
  isNotFetched,
  lineAbove,
  server,
  serverUrl,
  startAfresh,
  taskTabs,
  waitForText,
} from '../../support/suite/taskSuite.ts';

const NAME = 'Acme Contact Centre';
const workspaceSid = sampleSid('WS', NAME);
const sid = (prefix: string, name: string) => sidIn({ name: NAME }, prefix, name);
const TASK = { workspaceSid, taskSid: sid('WT', 'call-in-progress') };
const QUEUE = { workspaceSid, sid: sid('WQ', 'Support') };
const WORKFLOW = { workspaceSid, sid: sid('WW', 'Messages') };
const WORKER = { workspaceSid, sid: sid('WK', 'Ana Duarte') };

const addressOf = (resource: ResourceReference, profile = 'env') =>
  Uri.parse(`taskrouter://${profile}/${resourcePath(resource)}.json`);
const open = (argument?: unknown) =>
  commands.executeCommand<Uri | undefined>('_taskrouter.openResource', argument);
const openResource = async (resource: ResourceReference) => {
  const uri = addressOf(resource);
  assert.equal((await open(uri))?.toString(), uri.toString());
  assert.equal(activeTaskDocument().uri.toString(), uri.toString());
  return uri;
};
const shown = () => JSON.parse(activeTaskDocument().getText()) as Record<string, unknown>;
const askedFor = async () => (await server.requests()).map(({ path }) => path);
const set = (key: string, value: boolean | undefined) =>
  workspace.getConfiguration('taskrouter').update(key, value, ConfigurationTarget.Global);

/**
 * Only commands in the palette activate the extension, so that it must be activated for internal
 * ones.
 */
const wake = () => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate();

describe('The document of a resource', () => {
  before(wake);
  beforeEach(startAfresh);

  const end = String.raw`· profile env · [^·|]+ · fetched [^|]+ \| Refresh`;
  const lines: [resource: ResourceReference, line: RegExp][] = [
    [
      { workspaceSid },
      /^Workspace “Acme Contact Centre” · profile env · fetched [^|]+ \| Refresh$/,
    ],
    [QUEUE, new RegExp(`^TaskQueue “Support” ${end}$`)],
    [WORKFLOW, new RegExp(`^Workflow “Messages” ${end} \\| Show Raw$`)],
    [WORKER, new RegExp(`^Worker “Ana Duarte” ${end} \\| Show Raw$`)],
    [{ workspaceSid, sid: sid('WA', 'Break') }, new RegExp(`^Activity “Break” ${end}$`)],
    [{ workspaceSid, sid: sid('TC', 'voice') }, new RegExp(`^Task Channel “Voice” ${end}$`)],
    [{ ...TASK, sid: sid('WR', 'call-in-progress/0') }, new RegExp(`^Reservation ${end}$`)],
  ];
  for (const [resource, line] of lines) {
    it(`shows it as JSON, below its CodeLenses: ${String(line)}`, async () => {
      const uri = await openResource(resource);
      assert.equal(activeTaskDocument().languageId, 'taskrouter-json');
      assert.equal(shown()['sid'], resource.sid ?? workspaceSid);
      assert.deepEqual(await askedFor(), [apiPath(resource)]);
      assert.match(await lineAbove(uri), line);
    });
  }

  it("shows a Workflow's configuration as JSON, or as plain text if it is not JSON", async () => {
    const uri = await openResource(WORKFLOW);
    const decoded = shown()['configuration'];
    assert.ok(typeof decoded === 'object' && decoded !== null && 'task_routing' in decoded);
    await commands.executeCommand('taskrouter.toggleAttributes', uri);
    await waitForText((text) => text.includes('"configuration": "{'));
    assert.match(await lineAbove(uri), /\| Show Decoded$/);
    assert.deepEqual(JSON.parse(String(shown()['configuration'])), decoded);
  });

  it("shows a Worker's attributes as JSON, and masks them in privacy mode", async () => {
    await openResource(WORKER);
    assert.match(activeTaskDocument().getText(), /"city": "Lisboa"/);
    try {
      await set('privacyMode', true);
      await waitForText((text) => text.includes('"city": "•••"'));
    } finally {
      await set('privacyMode', undefined);
    }
  });

  it('is refreshed in place, and keeps its text when a refresh fails', async () => {
    const uri = await openResource(QUEUE);
    const good = activeTaskDocument().getText();
    await server.fault({ status: 500 });
    assert.equal(await commands.executeCommand('taskrouter.refreshTask', uri), undefined);
    assert.equal(activeTaskDocument().getText(), good);
    assert.match(await lineAbove(uri), /Stale: status 500 \| TaskQueue “Support” · /);
    const refreshed = await commands.executeCommand<Uri>('taskrouter.refreshTask');
    assert.equal(refreshed.toString(), uri.toString());
    assert.match(await lineAbove(uri), /^TaskQueue “Support” · /);
    assert.equal(taskTabs(), 1);
    assert.equal((await server.requests()).length, 3);
  });

  it('shows that it does not exist, without mentioning deleted Tasks', async () => {
    const uri = addressOf({ workspaceSid, sid: sid('WQ', 'none') });
    await commands.executeCommand('vscode.open', uri);
    assert.equal(await lineAbove(uri), 'Fetch TaskQueue');
    await commands.executeCommand('taskrouter.refreshTask', uri);
    const { error } = shown() as { error: { kind: string; message: string } };
    assert.equal(error.kind, 'notFound');
    assert.match(error.message, /^TaskRouter has no such TaskQueue\. It may be deleted, /);
  });

  it('is fetched only on request, even if a link or VS Code opens it', async () => {
    // Tasks that no other test has fetched, as fetched data stays in memory for a while.
    const unseen = [
      { workspaceSid: sampleSid('WS', 'Acme Back Office') },
      { workspaceSid, sid: sid('WQ', 'Sales') },
      { ...TASK, sid: sid('WR', 'x/0') },
    ];
    const uris = unseen.map((resource) => addressOf(resource));
    for (const uri of uris) {
      assert.ok(isNotFetched(new TextDecoder().decode(await workspace.fs.readFile(uri))));
      await commands.executeCommand('vscode.open', uri);
      assert.match(await lineAbove(uri), /^Fetch [A-Z][a-zA-Z ]+$/);
    }
    assert.deepEqual(await askedFor(), []);
  });

  it('cannot be opened in the Console, which needs a Task', async () => {
    const uri = await openResource(QUEUE);
    for (const argument of [undefined, uri]) {
      const opened = await commands.executeCommand('taskrouter.openInConsole', argument);
      assert.equal(opened, undefined);
    }
    assert.equal(activeTaskDocument().uri.toString(), uri.toString());
  });

  it('has a context menu that fetches the Task at the cursor, like any file', async () => {
    const uri = await openResource({ ...TASK, sid: sid('WR', 'call-in-progress/0') });
    const text = activeTaskDocument().getText();
    const editor = window.activeTextEditor;
    assert.ok(editor !== undefined);
    const position = activeTaskDocument().positionAt(text.indexOf(TASK.taskSid) + 5);
    editor.selection = new Selection(position, position);
    const fetched = await fetchTask(uri);
    assert.equal(fetched?.toString(), addressOf(TASK).toString());
  });

  for (const path of [
    `/${workspaceSid}`,
    `/${TASK.taskSid}.json`,
    `/${workspaceSid}/${sid('WR', 'x/0')}.json`,
    `/${workspaceSid}/${sid('WC', 'x')}.json`,
    `/${workspaceSid}/${QUEUE.sid}/${sid('WR', 'x/0')}.json`,
    `/${workspaceSid}/${TASK.taskSid}/${QUEUE.sid}.json`,
  ]) {
    it(`does not exist at ${path}`, async () => {
      const uri = Uri.parse(`taskrouter://env${path}`);
      await assert.rejects(
        async () => workspace.fs.stat(uri),
        (error) => error instanceof FileSystemError && error.code === 'FileNotFound',
      );
    });
  }
});

describe('The command that opens a resource', () => {
  before(wake);
  beforeEach(startAfresh);

  it('accepts a Uri as text', async () => {
    const uri = addressOf(QUEUE);
    assert.equal((await open(uri.toString()))?.toString(), uri.toString());
  });

  it('fetches a Task like Fetch TaskRouter Task', async () => {
    const uri = await openResource(TASK);
    assert.match(await lineAbove(uri), /^Assigned · .+ \| Open in Console$/);
    assert.deepEqual(await askedFor(), [apiPath(TASK)]);
  });

  it('makes one request for twenty calls at once, and opens one tab', async () => {
    await server.fault({ delayMs: 300 });
    const uris = await Promise.all(Array.from({ length: 20 }, () => open(addressOf(QUEUE))));
    assert.deepEqual(new Set(uris.map(String)), new Set([addressOf(QUEUE).toString()]));
    assert.equal((await server.requests()).length, 1);
    assert.equal(taskTabs(), 1);
  });

  for (const status of [401, 404, 500]) {
    it(`opens no tab when the answer is ${status}, and works the next time`, async () => {
      await server.fault({ status, body: '{"code":20404}' });
      assert.equal(await open(addressOf(QUEUE)), undefined);
      assert.equal(taskTabs(), 0);
      await openResource(QUEUE);
    });
  }

  it('accepts a SID with the Workspace in the text around it, and searches no other', async () => {
    assert.equal(String(await open({ ...QUEUE, profile: 'env' })), addressOf(QUEUE).toString());
    assert.deepEqual(await askedFor(), [apiPath(QUEUE)]);
    const elsewhere = { ...QUEUE, workspaceSid: sampleSid('WS', 'Acme Back Office') };
    await server.reset();
    assert.equal(await open(elsewhere), undefined);
    assert.deepEqual(await askedFor(), [apiPath(elsewhere)]);
  });

  it('accepts a Workspace, a Reservation of a Task, and a Task', async () => {
    const reservation = { ...TASK, sid: sid('WR', 'call-in-progress/0') };
    assert.equal(
      String(await open({ sid: workspaceSid, workspaceSid })),
      String(addressOf({ workspaceSid })),
    );
    assert.equal(String(await open(reservation)), String(addressOf(reservation)));
    assert.equal(String(await open({ sid: TASK.taskSid, workspaceSid })), String(addressOf(TASK)));
  });

  it('searches a nearby Workspace for a SID first, then all others', async () => {
    const near = { sid: QUEUE.sid, nearbyWorkspaceSid: workspaceSid };
    assert.equal(String(await open(near)), String(addressOf(QUEUE)));
    assert.deepEqual(await askedFor(), [apiPath(QUEUE)]);
    await startAfresh();
    const wrong = { sid: QUEUE.sid, nearbyWorkspaceSid: sampleSid('WS', 'Acme Back Office') };
    assert.equal(String(await open(wrong)), String(addressOf(QUEUE)));
    await startAfresh();
    const nowhere = sid('WQ', 'nobody made it');
    assert.equal(await open({ sid: nowhere }), undefined);
    const asked = await askedFor();
    assert.equal(asked.filter((path) => path.endsWith(`/TaskQueues/${nowhere}`)).length, 3);
    assert.equal(taskTabs(), 0);
  });

  it('sends requests only to the profile’s own host', async () => {
    const foreign = { ...QUEUE, apiOrigin: 'https://taskrouter.twilio.com' };
    assert.equal(await open(foreign), undefined);
    assert.deepEqual(await askedFor(), []);
    const own = { ...QUEUE, apiOrigin: new URL(serverUrl).origin };
    assert.equal(String(await open(own)), String(addressOf(QUEUE)));
  });

  const path = addressOf(QUEUE).path;
  const refused: [what: string, argument: unknown][] = [
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['an empty text', ''],
    ['a SID', QUEUE.sid],
    ['the SID of what has no document', { sid: sid('CA', 'x') }],
    ['a reservation without its Task', { sid: sid('WR', 'x/0'), workspaceSid }],
    ['a SID of a profile that does not exist', { ...QUEUE, profile: 'nope' }],
    ['an API URL', serverUrl + apiPath(QUEUE)],
    ['a path', path],
    ['another scheme', addressOf(QUEUE).with({ scheme: 'file' })],
    ['another scheme as text', `https://env${path}`],
    ['a profile that does not exist', addressOf(QUEUE, 'nope')],
    ['a Task of a profile that does not exist', addressOf(TASK, 'nope')],
    ['no profile', Uri.parse(`taskrouter:${path}`)],
    ['a query', addressOf(QUEUE).with({ query: 'x' })],
    ['a fragment', addressOf(QUEUE).with({ fragment: 'x' })],
    ['a query as text', `${addressOf(QUEUE).toString()}?x`],
    ['another path', addressOf(QUEUE).with({ path: path.replace('.json', '') })],
    ['a path with dots', addressOf(QUEUE).with({ path: `/..${path}` })],
    ['a list', Uri.parse(`taskrouter://env/${workspaceSid}/TaskQueues.json`)],
    ['a SID that is too short', addressOf({ workspaceSid, sid: QUEUE.sid.slice(0, -1) })],
  ];
  for (const [what, argument] of refused) {
    it(`refuses ${what}: no request, no tab, and it settles`, async () => {
      assert.equal(await dismissing(open(argument)), undefined);
      assert.deepEqual(await askedFor(), []);
      assert.equal(taskTabs(), 0);
    });
  }
});

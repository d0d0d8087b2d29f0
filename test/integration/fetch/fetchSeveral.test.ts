import assert from 'node:assert/strict';
import { commands, Selection, window, type TextDocument } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { openFile } from '../../support/suite/files.ts';
import {
  accepting,
  activeTaskDocument,
  dismissing,
  useNewAccount,
  fetchTask,
  server,
  serverUrl,
  startAfresh,
  taskTabs,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const OTHER_WORKSPACE = sampleSid('WS', 'Acme Back Office');
const taskSid = (index: number) => `WT${String(index).padStart(32, '0')}`;
const [ONE, TWO, THREE, ELSEWHERE] = [1, 2, 3, 4].map(taskSid) as [string, string, string, string];
const ALL = `// ${WORKSPACE}\n${ONE} was late\n${TWO}\n${THREE}\n`;

const documentUri = (sid: string, workspaceSid = WORKSPACE) =>
  `taskrouter://env/${workspaceSid}/${sid}.json`;
const path = (sid: string, workspaceSid = WORKSPACE) =>
  `/v1/Workspaces/${workspaceSid}/Tasks/${sid}`;
const put = (sid: string, workspaceSid = WORKSPACE) =>
  server.putTask(workspaceSid, sid, JSON.stringify({ sid, workspace_sid: workspaceSid }));
const askedFor = async () => (await server.requests()).map((request) => request.path);

/** Shows a text with selected parts. An empty part stands for a cursor at the end of the text. */
async function select(text: string, parts: readonly string[]): Promise<TextDocument> {
  const document = await openFile('.log', text);
  const editor = window.activeTextEditor;
  assert.ok(editor !== undefined);
  editor.selections = parts.map((part) => {
    const start = part === '' ? text.length : text.indexOf(part);
    assert.ok(start >= 0, `${part} is not in the text`);
    return new Selection(document.positionAt(start), document.positionAt(start + part.length));
  });
  return document;
}

/** Puts a cursor into the middle of each part. */
async function putCursors(text: string, parts: readonly string[]): Promise<TextDocument> {
  const document = await select(text, parts);
  const editor = window.activeTextEditor;
  assert.ok(editor !== undefined);
  editor.selections = editor.selections.map(({ start }) => {
    const middle = start.translate(0, 9);
    return new Selection(middle, middle);
  });
  return document;
}

describe('Fetch TaskRouter Task for several Tasks', () => {
  beforeEach(async () => {
    await startAfresh();
    await Promise.all([put(ONE), put(TWO), put(THREE), put(ELSEWHERE, OTHER_WORKSPACE)]);
  });
  after(startAfresh);

  it('lists the Tasks in a selection, and opens all in their order, the last in front', async () => {
    const document = await select(ALL, [ALL]);
    const uri = await accepting(fetchTask(document.uri));
    assert.equal(uri?.toString(), documentUri(THREE));
    assert.equal(activeTaskDocument().uri.toString(), documentUri(THREE));
    assert.deepEqual(await askedFor(), [path(ONE), path(TWO), path(THREE)]);
    assert.equal(taskTabs(), 3);
  });

  it('lists the Tasks in a given text, each with its own Workspace', async () => {
    const text = `${path(ELSEWHERE, OTHER_WORKSPACE)},${path(ONE)};${ONE}`;
    for (const argument of [text, { taskSid: text, profile: 'env' }]) {
      const before = (await askedFor()).length;
      assert.equal((await accepting(fetchTask(argument)))?.toString(), documentUri(ONE));
      const asked = (await askedFor()).slice(before);
      assert.deepEqual(asked, [path(ELSEWHERE, OTHER_WORKSPACE), path(ONE)]);
    }
  });

  it('sends requests only to its own host for Tasks in a text', async () => {
    const foreign = `taskrouter.twilio.com${path(TWO)}`;
    await accepting(fetchTask(`${foreign}\n${path(ONE)}`));
    assert.deepEqual(await askedFor(), [path(ONE)]);
  });

  it('lists the Tasks at several cursors, when run from the palette', async () => {
    await putCursors(ALL, [THREE, ONE]);
    const uri = await accepting(fetchTask());
    assert.equal(uri?.toString(), documentUri(THREE));
    assert.deepEqual(await askedFor(), [path(ONE), path(THREE)]);
  });

  it('lists the Tasks in several selections, each with its own Workspace', async () => {
    const text = `${path(ELSEWHERE, OTHER_WORKSPACE)}\n${path(ONE)}\n`;
    const document = await select(text, [ELSEWHERE, ONE]);
    const uri = await accepting(fetchTask(document.uri));
    assert.equal(uri?.toString(), documentUri(ONE));
    assert.deepEqual(await askedFor(), [path(ELSEWHERE, OTHER_WORKSPACE), path(ONE)]);
  });

  it('finds each Task without a stated Workspace', async () => {
    const leave = useNewAccount();
    try {
      const text = `${ELSEWHERE}\n${ONE}\n`;
      const document = await select(text, [text]);
      const uri = await accepting(fetchTask(document.uri));
      assert.equal(uri?.toString(), documentUri(ONE));
      assert.equal(taskTabs(), 2);
      await commands.executeCommand('workbench.action.closeActiveEditor');
      const first = activeTaskDocument().uri.toString();
      assert.equal(first, documentUri(ELSEWHERE, OTHER_WORKSPACE));
    } finally {
      leave();
    }
  });

  it('searches the Workspace near each Task first', async () => {
    const text = `${OTHER_WORKSPACE}\n${ELSEWHERE}\n${'-\n'.repeat(50)}${WORKSPACE}\n${ONE}\n`;
    const document = await select(text, [text]);
    await accepting(fetchTask(document.uri));
    assert.deepEqual(await askedFor(), [path(ELSEWHERE, OTHER_WORKSPACE), path(ONE)]);
  });

  it('does not ask if all are the same Task', async () => {
    const text = `${ONE} ${path(ONE)} end`;
    const document = await select(text, [ONE, path(ONE), 'end']);
    assert.equal((await fetchTask(document.uri))?.toString(), documentUri(ONE));
  });

  it('does not ask if the command is given its Task', async () => {
    await select(ALL, [ALL]);
    const uri = await fetchTask({ workspaceSid: WORKSPACE, taskSid: TWO });
    assert.equal(uri?.toString(), documentUri(TWO));
    assert.deepEqual(await askedFor(), [path(TWO)]);
  });

  it('sends no request when the list is closed, and settles', async () => {
    const document = await select(ALL, [ALL]);
    assert.equal(await dismissing(fetchTask(document.uri)), undefined);
    assert.deepEqual(await askedFor(), []);
    assert.equal(taskTabs(), 0);
  });

  it('preselects 20, however many are listed', async () => {
    const sids = Array.from({ length: 22 }, (_, index) => taskSid(100 + index));
    const text = `${sids.map((sid) => path(sid)).join('\n')}\n`;
    const document = await select(text, [text]);
    assert.equal(await accepting(fetchTask(document.uri)), undefined);
    assert.deepEqual(
      await askedFor(),
      sids.slice(0, 20).map((sid) => path(sid)),
    );
  });

  it('opens the others if some do not exist', async () => {
    await server.removeTask(WORKSPACE, ONE);
    await server.removeTask(WORKSPACE, THREE);
    const document = await select(ALL, [ALL]);
    const uri = await accepting(fetchTask(document.uri));
    assert.equal(uri?.toString(), documentUri(TWO));
    assert.equal(taskTabs(), 1);
  });

  it('opens the others if some are not in the Workspace of their URL', async () => {
    await server.removeTask(WORKSPACE, TWO);
    const text = `${[ONE, TWO, THREE].map((sid) => path(sid)).join('\n')}\n`;
    const document = await select(text, [text]);
    const uri = await accepting(fetchTask(document.uri));
    assert.equal(uri?.toString(), documentUri(THREE));
    assert.deepEqual(await askedFor(), [path(ONE), path(TWO), path(THREE)]);
    assert.equal(taskTabs(), 2);
  });

  it('settles without a tab if none exists', async () => {
    const text = `${path(taskSid(8))}\n${path(taskSid(9))}\n`;
    const document = await select(text, [text]);
    assert.equal(await accepting(fetchTask(document.uri)), undefined);
    assert.equal((await askedFor()).length, 2);
    assert.equal(taskTabs(), 0);
  });

  it('opens the others if a URL has another host, to which no request is sent', async () => {
    const foreign = `https://taskrouter.twilio.com${path(ONE)}`;
    const text = `${foreign}\n${serverUrl}${path(TWO)}\n`;
    const document = await select(text, [text]);
    const uri = await accepting(fetchTask(document.uri));
    assert.equal(uri?.toString(), documentUri(TWO));
    assert.deepEqual(await askedFor(), [path(TWO)]);
  });

  it('stops at a failure that would affect the rest as well, and keeps open tabs', async () => {
    await server.fault({ match: TWO, status: 401, body: '{"code":20003}' });
    const text = `${[ONE, TWO, THREE].map((sid) => path(sid)).join('\n')}\n`;
    const document = await select(text, [text]);
    const uri = await accepting(fetchTask(document.uri));
    assert.equal(uri?.toString(), documentUri(ONE));
    assert.deepEqual(await askedFor(), [path(ONE), path(TWO)]);
    assert.equal(taskTabs(), 1);
  });

  it('can continue after a failure', async () => {
    await server.fault({ match: TWO, status: 500 });
    const text = `${[ONE, TWO, THREE].map((sid) => path(sid)).join('\n')}\n`;
    const document = await select(text, [text]);
    await accepting(fetchTask(document.uri));
    const again = setInterval(() => {
      void commands.executeCommand('notification.acceptPrimaryAction');
    }, 20);
    try {
      await server.waitForRequests((requests) => requests.length === 4);
    } finally {
      clearInterval(again);
    }
    assert.deepEqual((await askedFor()).slice(2), [path(TWO), path(THREE)]);
    await waitFor(() => taskTabs() === 3);
  });

  it('stops if a Task must be searched for, but the Workspaces cannot be listed', async () => {
    const leave = useNewAccount();
    try {
      await server.fault({ match: '/v1/Workspaces?', status: 403 });
      const text = `${ONE}\n${TWO}\n`;
      const document = await select(text, [text]);
      assert.equal(await accepting(fetchTask(document.uri)), undefined);
      assert.deepEqual(await askedFor(), ['/v1/Workspaces']);
    } finally {
      leave();
    }
  });
});

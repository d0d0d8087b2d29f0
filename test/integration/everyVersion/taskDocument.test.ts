import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  FileSystemError,
  Position,
  Selection,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import {
  activeTaskDocument,
  fetchTask,
  isNotFetched,
  lineAbove,
  server,
  startAfresh,
  taskTabs,
  waitForText,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT00000000000000000000000000001234';
const URI = Uri.parse(`taskrouter://env/${WORKSPACE}/${TASK}.json`);
const body = (status: string, more = {}) =>
  JSON.stringify({ sid: TASK, assignment_status: status, age: 75, attributes: '{"a":1}', ...more });
const put = (status: string, more = {}) => server.putTask(WORKSPACE, TASK, body(status, more));
/** Puts a Task that no other test has fetched, as fetched data stays in memory. */
const putAnother = async (taskSid: string) => {
  await server.putTask(WORKSPACE, taskSid, body('pending').replace(TASK, taskSid));
  return URI.with({ path: `/${WORKSPACE}/${taskSid}.json` });
};
const fetch = () => fetchTask({ workspaceSid: WORKSPACE, taskSid: TASK });

describe('The document of a Task', () => {
  beforeEach(async () => {
    await startAfresh();
    await put('pending');
  });

  it('has CodeLenses with status, age, profile, Workspace, time and actions', async () => {
    await fetch();
    const line = await lineAbove(URI);
    assert.match(
      line,
      /^Pending · 1 min 15 s old · profile env · .+ · fetched [^|]+ \| Why Is It Waiting\? \| Refresh \| Details \| Show Raw \| Open in Console$/,
    );
  });

  it('has a CodeLens that shows attributes decoded again', async () => {
    await fetch();
    await commands.executeCommand('taskrouter.toggleAttributes', URI);
    assert.match(await lineAbove(URI), /\| Show Decoded \|/);
  });

  it('is shown in the active group if it is open in two', async () => {
    await fetch();
    await commands.executeCommand('workbench.action.splitEditorRight');
    await waitFor(() => taskTabs() === 2);
    for (const group of ['First', 'Second']) {
      await commands.executeCommand(`workbench.action.focus${group}EditorGroup`);
      const active = window.tabGroups.activeTabGroup.viewColumn;
      await fetch();
      assert.equal(window.tabGroups.activeTabGroup.viewColumn, active);
    }
    assert.equal(taskTabs(), 2);
  });

  it('shows its last fetch when its tab is opened again, and no request is sent', async () => {
    const again = await putAnother('WT0000000000000000000000000000a0f1');
    await commands.executeCommand('taskrouter.openTaskJson', again);
    const document = activeTaskDocument();
    await commands.executeCommand('workbench.action.closeAllEditors');
    // VS Code keeps a closed document for a while, and so its text.
    const before = (await server.requests()).length;
    await commands.executeCommand('workbench.action.reopenClosedEditor');
    await waitForText((text) => text === document.getText() && text.includes('"pending"'));
    assert.equal((await server.requests()).length, before);
  });

  it('says that it is masked, and a command unmasks it', async () => {
    await fetch();
    await commands.executeCommand('taskrouter.togglePrivacyMode');
    try {
      await waitForText((text) => text.includes('"a": "•••"'));
      assert.match(await lineAbove(URI), /\| \$\(eye-closed\)\u00a0Masked \|/);
    } finally {
      await commands.executeCommand('taskrouter.togglePrivacyMode');
    }
    await waitForText((text) => text.includes('"a": 1'));
    assert.doesNotMatch(await lineAbove(URI), /Masked/);
  });

  it('is refreshed in place, with the cursor where it was', async () => {
    await fetch();
    const document = activeTaskDocument();
    const editor = window.activeTextEditor;
    assert.ok(editor !== undefined);
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('"attributes"'));
    editor.selection = new Selection(line, 4, line, 9);

    await put('assigned', { reason: 'put before', zeta: 1 });
    const refreshed = await commands.executeCommand<Uri>('taskrouter.refreshTask');
    assert.equal(refreshed.toString(), URI.toString());
    assert.equal(activeTaskDocument(), document);
    assert.match(document.getText(), /"assignment_status": "assigned"/);
    assert.match(await lineAbove(URI), /^Assigned · /);
    assert.deepEqual(editor.selection, new Selection(line, 4, line, 9));
    assert.equal(taskTabs(), 1);
  });

  it('keeps its toggle over a refresh', async () => {
    await fetch();
    await commands.executeCommand('taskrouter.toggleAttributes', URI);
    await put('assigned');
    await commands.executeCommand('taskrouter.refreshTask', URI);
    assert.match(activeTaskDocument().getText(), /"attributes": "\{\\"a\\":1\}"/);
  });

  it('keeps its text when a refresh fails, and shows that it is stale and why', async () => {
    await fetch();
    const good = activeTaskDocument().getText();
    await server.fault({ status: 500 });
    assert.equal(await commands.executeCommand('taskrouter.refreshTask', URI), undefined);
    assert.equal(activeTaskDocument().getText(), good);
    assert.match(await lineAbove(URI), /^\$\(warning\)\u00a0Stale: status 500 \| Pending · /);

    await put('assigned');
    await commands.executeCommand('taskrouter.refreshTask', URI);
    assert.match(await lineAbove(URI), /^Assigned · /);
  });

  it('joins a running fetch instead of sending another request', async () => {
    await fetch();
    await server.fault({ delayMs: 300 });
    const both = [fetch(), commands.executeCommand('taskrouter.refreshTask', URI)];
    await Promise.all(both);
    assert.equal((await server.requests()).length, 2);
  });

  it("replaces another extension's changes at the next refresh", async () => {
    await fetch();
    const good = activeTaskDocument().getText();
    const edit = new WorkspaceEdit();
    edit.insert(URI, new Position(0, 0), 'not from Twilio');
    await workspace.applyEdit(edit);
    await commands.executeCommand('taskrouter.refreshTask', URI);
    await waitForText((text) => text === good);
    // Otherwise VS Code asks whether to save when it closes.
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('follows the settings for its display', async () => {
    await put('pending', { reason: 'called +15005550006' });
    await fetch();
    const set = (key: string, value: boolean | undefined) =>
      workspace.getConfiguration('taskrouter').update(key, value, ConfigurationTarget.Global);
    try {
      await set('decodeAttributes', false);
      await waitForText((text) => text.includes('"attributes": "{\\"a\\":1}"'));
      await set('privacyMode', true);
      await waitForText((text) => text.includes('"attributes": "•••"'));
      assert.match(activeTaskDocument().getText(), /"reason": "called •••"/);
    } finally {
      await set('decodeAttributes', undefined);
      await set('privacyMode', undefined);
    }
    await waitForText((text) => text.includes('"a": 1') && text.includes('+15005550006'));
  });

  it('accepts only a Task for the commands that need one', async () => {
    const stranger = { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'nope' };
    for (const argument of [undefined, 'WT0', Uri.file('/x'), { taskSid: TASK }, stranger]) {
      for (const command of ['refreshTask', 'toggleAttributes', 'openInConsole']) {
        assert.equal(await commands.executeCommand(`taskrouter.${command}`, argument), undefined);
      }
    }
    assert.deepEqual(await server.requests(), []);
  });
});

describe('The file system of Tasks', () => {
  beforeEach(async () => {
    await startAfresh();
    await put('pending');
  });

  it('reads from memory and sends no request, whatever VS Code or an extension does', async () => {
    const never = URI.with({ path: `/${WORKSPACE}/WT0000000000000000000000000000ffff.json` });
    const bytes = await workspace.fs.readFile(never);
    assert.equal((await workspace.fs.stat(never)).size, bytes.length);
    assert.ok(isNotFetched(new TextDecoder().decode(bytes)));
    const document = await workspace.openTextDocument(never);
    await window.showTextDocument(document);
    assert.ok(isNotFetched(document.getText()));
    assert.equal(await lineAbove(never), 'Fetch Task');
    assert.deepEqual(await server.requests(), []);
  });

  it('fetches a Task that a link opened only on request', async () => {
    const linked = await putAnother('WT0000000000000000000000000000a001');
    await commands.executeCommand('vscode.open', linked);
    assert.equal(await lineAbove(linked), 'Fetch Task');
    assert.deepEqual(await server.requests(), []);
    await commands.executeCommand('taskrouter.refreshTask', linked);
    assert.match(activeTaskDocument().getText(), /"assignment_status": "pending"/);
  });

  it('shows in the document why it is empty', async () => {
    const linked = await putAnother('WT0000000000000000000000000000a002');
    await commands.executeCommand('vscode.open', linked);
    await server.fault({ status: 401, body: '{"code":20003}' });
    await commands.executeCommand('taskrouter.refreshTask', linked);
    const shown = JSON.parse(activeTaskDocument().getText()) as {
      error: { kind: string; message: string };
    };
    assert.equal(shown.error.kind, 'unauthorized');
    assert.match(shown.error.message, /refused the credentials \(20003\)/);
    assert.match(
      await lineAbove(linked),
      /^\$\(warning\)\u00a0Not fetched: credentials refused \| Fetch Task$/,
    );
  });

  for (const path of ['/', `/${WORKSPACE}`, `/${WORKSPACE}/.vscode/settings.json`, '/x.json']) {
    it(`has no file at ${path}`, async () => {
      await assert.rejects(
        async () => workspace.fs.stat(URI.with({ path })),
        (error) => error instanceof FileSystemError && error.code === 'FileNotFound',
      );
      await assert.rejects(async () => workspace.fs.readDirectory(URI.with({ path })));
    });
  }
});

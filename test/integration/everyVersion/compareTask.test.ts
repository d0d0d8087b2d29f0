import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  FileSystemError,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
} from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { server, startAfresh } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const puts = { count: 0 };

/** A Task that no other test has fetched, as fetched data stays in memory. */
function putTask() {
  const taskSid = `WT${'0'.repeat(27)}c${String(puts.count++).padStart(4, '0')}`;
  const uri = Uri.parse(`taskrouter://env/${WORKSPACE}/${taskSid}.json`);
  const put = (priority: number) =>
    server.putTask(
      WORKSPACE,
      taskSid,
      JSON.stringify({ sid: taskSid, priority, attributes: '{"name":"Ada"}' }),
    );
  const fetch = async (priority: number) => {
    await put(priority);
    await commands.executeCommand('taskrouter.refreshTask', uri);
  };
  return { taskSid, uri, fetch };
}

const compare = (argument?: unknown) => commands.executeCommand('taskrouter.compareTask', argument);

function activeDiff(): TabInputTextDiff | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputTextDiff ? input : undefined;
}

const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));

describe('Compare Task with Previous Fetch', () => {
  beforeEach(startAfresh);
  after(startAfresh);

  it('opens the last two fetches side by side, from memory', async () => {
    const { uri, fetch } = putTask();
    for (const priority of [1, 2, 3]) await fetch(priority);
    const before = (await server.requests()).length;
    assert.equal(await compare(uri), undefined);
    await waitFor(() => activeDiff() !== undefined);
    const diff = activeDiff();
    assert.ok(diff !== undefined);
    assert.deepEqual([diff.original, diff.modified].map(String), [
      uri.with({ query: 'fetch=2' }).toString(),
      uri.with({ query: 'fetch=3' }).toString(),
    ]);
    const { label = '' } = window.tabGroups.activeTabGroup.activeTab ?? {};
    assert.match(label, /: version 1 ↔ 2, fetched .+ ↔ .+/);
    assert.match(await textOf(diff.original), /"priority": 2/);
    assert.match(await textOf(diff.modified), /"priority": 3/);
    assert.equal((await server.requests()).length, before);
  });

  it('opens the last fetch that differs in more than the age of the Task', async () => {
    const { uri, fetch } = putTask();
    for (const priority of [1, 2, 3, 3, 3]) await fetch(priority);
    await compare(uri);
    await waitFor(() => activeDiff()?.modified.query === 'fetch=5');
    assert.equal(activeDiff()?.original.query, 'fetch=2');
  });

  it('opens nothing if only the age differs', async () => {
    const { uri, fetch } = putTask();
    for (const priority of [1, 1]) await fetch(priority);
    assert.equal(await compare(uri), undefined);
    assert.equal(activeDiff(), undefined);
  });

  it('accepts a row, and the diff editor itself', async () => {
    const { uri, taskSid, fetch } = putTask();
    for (const priority of [1, 2]) await fetch(priority);
    await compare({ workspaceSid: WORKSPACE, taskSid, profile: 'env', label: 'x' });
    await waitFor(() => activeDiff() !== undefined);
    await fetch(3);
    await compare(uri.with({ query: 'fetch=2' }));
    await waitFor(() => activeDiff()?.modified.query === 'fetch=3');
  });

  it('shows a message if there is nothing to compare, and settles', async () => {
    const { uri, fetch } = putTask();
    assert.equal(await compare(uri), undefined);
    await fetch(1);
    assert.equal(await compare(uri), undefined);
    assert.equal(activeDiff(), undefined);
    assert.equal((await server.requests()).length, 1);
  });

  it('accepts only Tasks of existing profiles', async () => {
    const { uri, taskSid } = putTask();
    const stranger = { workspaceSid: WORKSPACE, taskSid, profile: 'nope' };
    const queue = uri.with({ path: `/${WORKSPACE}/WQ${'0'.repeat(32)}.json` });
    for (const argument of [
      undefined,
      'WT0',
      7,
      {},
      Uri.file('/x'),
      { taskSid },
      stranger,
      queue,
    ]) {
      assert.equal(await compare(argument), undefined);
    }
    assert.equal(activeDiff(), undefined);
    assert.deepEqual(await server.requests(), []);
  });
});

describe('The document of an earlier fetch', () => {
  beforeEach(startAfresh);
  after(startAfresh);

  it('shows the data of that fetch, even after later ones', async () => {
    const { uri, fetch } = putTask();
    for (const priority of [1, 2, 3]) await fetch(priority);
    for (const priority of [1, 2, 3]) {
      const text = await textOf(uri.with({ query: `fetch=${priority}` }));
      assert.deepEqual((JSON.parse(text) as { priority: number }).priority, priority);
    }
  });

  it('shows a message if its fetch is no longer kept', async () => {
    const { uri, fetch } = putTask();
    await fetch(1);
    for (const query of ['fetch=2', 'fetch=999999999']) {
      const shown = JSON.parse(await textOf(uri.with({ query }))) as {
        error: { kind: string; message: string };
      };
      assert.equal(shown.error.kind, 'fetchGone');
      assert.match(shown.error.message, /This fetch is no longer in memory/);
    }
    assert.equal((await server.requests()).length, 1);
  });

  for (const query of ['fetch=0', 'fetch=01', 'fetch=x', 'fetch=', 'fetch=1&more', 'other=1']) {
    it(`does not exist with ?${query}`, async () => {
      const { uri, fetch } = putTask();
      await fetch(1);
      await assert.rejects(
        async () => workspace.fs.stat(uri.with({ query })),
        (error) => error instanceof FileSystemError && error.code === 'FileNotFound',
      );
    });
  }

  it('is masked as soon as privacy mode is on, though the Task itself is not open', async () => {
    const { uri, fetch } = putTask();
    for (const priority of [1, 2]) await fetch(priority);
    await compare(uri);
    await waitFor(() => activeDiff() !== undefined);
    const texts = () =>
      workspace.textDocuments
        .filter((document) => document.uri.query.startsWith('fetch='))
        .map((document) => document.getText());
    await waitFor(() => texts().length === 2 && texts().every((text) => text.includes('"Ada"')));
    const mask = (value: boolean | undefined) =>
      workspace
        .getConfiguration('taskrouter')
        .update('privacyMode', value, ConfigurationTarget.Global);
    await mask(true);
    try {
      await waitFor(() => texts().every((text) => text.includes('"•••"') && !text.includes('Ada')));
    } finally {
      await mask(undefined);
    }
  });
});

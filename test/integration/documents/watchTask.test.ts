import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Uri, workspace } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { hurryPolls } from '../../support/suite/hurriedTimers.ts';
import {
  server,
  startAfresh,
  waitUntilForgotten,
  waitForPages,
} from '../../support/suite/taskSuite.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
// Tasks that only this file uses, as VS Code keeps an opened document for minutes.
const TASK = 'WT000000000000000000000000000a7c01';
const OTHER = 'WT000000000000000000000000000a7c02';
/** The Task whose document is opened, which VS Code keeps for minutes. */
const SHOWN = 'WT000000000000000000000000000a7c03';
const uriOf = (taskSid: string) => Uri.parse(`taskrouter://env/${WORKSPACE}/${taskSid}.json`);
const URI = uriOf(TASK);

const run = (name: string, argument?: unknown) =>
  commands.executeCommand(`taskrouter.${name}`, argument);
const put = (status: string, taskSid = TASK) =>
  server.putTask(
    WORKSPACE,
    taskSid,
    JSON.stringify({ sid: taskSid, assignment_status: status, attributes: '{}' }),
  );
/** Waits until a Task was fetched this many times in all. */
const untilRead = (times: number, taskSid = TASK) =>
  server.waitForRequests(
    (all) => all.filter(({ path }) => path.endsWith(`/Tasks/${taskSid}`)).length >= times,
    15_000,
  );
const reads = async (taskSid = TASK) =>
  (await untilRead(0, taskSid)).filter(({ path }) => path.endsWith(`/Tasks/${taskSid}`)).length;
const set = (seconds: number | undefined) =>
  workspace
    .getConfiguration('taskrouter')
    .update('watchIntervalSeconds', seconds, ConfigurationTarget.Global);

describe('Watch Task', () => {
  let slowDown: () => void;
  before(async () => {
    await set(5);
    slowDown = hurryPolls();
  });
  after(async () => {
    slowDown();
    await set(undefined);
  });
  beforeEach(async () => {
    await startAfresh();
    for (const taskSid of [TASK, OTHER, SHOWN]) await put('pending', taskSid);
  });
  afterEach(async () => {
    for (const taskSid of [TASK, OTHER, SHOWN]) await run('unwatchTask', uriOf(taskSid));
    await startAfresh();
  });

  it('fetches at once and repeatedly while the page is visible, and pauses once it is closed', async () => {
    await run('openTaskDetails', URI);
    assert.equal(await run('watchTask', URI), undefined);
    await untilRead(3);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await waitForPages(0);
    await waitUntilForgotten(URI);
    // Another page becomes visible, for longer than the interval.
    const before = await reads();
    await run('openTaskDetails', uriOf(OTHER));
    await run('watchTask', uriOf(OTHER));
    await untilRead(3, OTHER);
    assert.equal(await reads(), before);
    await waitUntilForgotten(URI);
    await run('openTaskDetails', URI);
    await untilRead(before + 2);
  });

  it('keeps no data of a Task that is not shown', async () => {
    await run('watchTask', { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'env' });
    await untilRead(1);
    await run('watchTask', uriOf(OTHER));
    await untilRead(1, OTHER);
    await waitUntilForgotten(URI);
    assert.equal(await reads(), 1);
  });

  it('updates the document, and stops when the Task ends', async () => {
    await run('openTaskJson', uriOf(SHOWN));
    await put('completed', SHOWN);
    await run('watchTask', uriOf(SHOWN));
    await untilRead(2, SHOWN);
    // The next Task is fetched twice meanwhile.
    await run('openTaskDetails', uriOf(OTHER));
    await run('watchTask', uriOf(OTHER));
    await untilRead(3, OTHER);
    assert.equal(await reads(SHOWN), 2);
    assert.match(
      new TextDecoder().decode(await workspace.fs.readFile(uriOf(SHOWN))),
      /"assignment_status": "completed"/,
    );
  });

  it('stops for the given Task, and never for another one', async () => {
    await run('openTaskDetails', URI);
    await run('watchTask', URI);
    await untilRead(2);
    for (const argument of [uriOf(OTHER), 'garbage', { taskSid: OTHER }]) {
      assert.equal(await run('unwatchTask', argument), undefined);
    }
    await untilRead(3);
    assert.equal(await run('unwatchTask'), undefined);
    const before = await reads();
    await run('openTaskDetails', uriOf(OTHER));
    await run('watchTask', uriOf(OTHER));
    await untilRead(3, OTHER);
    assert.equal(await reads(), before);
  });

  it('accepts only Tasks of existing profiles', async () => {
    const stranger = { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'nope' };
    const queue = URI.with({ path: `/${WORKSPACE}/WQ${'0'.repeat(32)}.json` });
    const others = [
      undefined,
      'WT0',
      7,
      {},
      [],
      Uri.file('/x'),
      { taskSid: TASK },
      stranger,
      queue,
    ];
    for (const argument of others) {
      for (const name of ['watchTask', 'unwatchTask']) {
        assert.equal(await run(name, argument), undefined);
      }
    }
    assert.deepEqual(await server.requests(), []);
  });
});

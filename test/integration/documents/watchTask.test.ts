import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Uri, workspace } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { hurryTimers } from '../../support/suite/hurriedTimers.ts';
import {
  server,
  startAfresh,
  waitUntilForgotten,
  waitForPages,
} from '../../support/suite/taskSuite.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
// Of this file alone: a document that another test opens is kept by the editor for minutes.
const TASK = 'WT000000000000000000000000000a7c01';
const OTHER = 'WT000000000000000000000000000a7c02';
/** The one whose document is opened: the editor keeps it for minutes. */
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
/** Waits until a Task was read so often in all. */
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
    slowDown = hurryTimers();
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

  it('fetches at once and again while the page is in sight, and rests once it is closed', async () => {
    await run('openTaskDetails', URI);
    assert.equal(await run('watchTask', URI), undefined);
    await untilRead(3);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await waitForPages(0);
    await waitUntilForgotten(URI);
    // Whatever else comes into sight, and for longer than the interval is.
    const before = await reads();
    await run('openTaskDetails', uriOf(OTHER));
    await run('watchTask', uriOf(OTHER));
    await untilRead(3, OTHER);
    assert.equal(await reads(), before);
    await waitUntilForgotten(URI);
    await run('openTaskDetails', URI);
    await untilRead(before + 2);
  });

  it('keeps nothing of a Task that nothing shows', async () => {
    await run('watchTask', { workspaceSid: WORKSPACE, taskSid: TASK, profile: 'env' });
    await untilRead(1);
    await run('watchTask', uriOf(OTHER));
    await untilRead(1, OTHER);
    await waitUntilForgotten(URI);
    assert.equal(await reads(), 1);
  });

  it('shows in the document what has changed, and stops by itself when the Task ends', async () => {
    await run('openTaskJson', uriOf(SHOWN));
    await put('completed', SHOWN);
    await run('watchTask', uriOf(SHOWN));
    await untilRead(2, SHOWN);
    // The next to be watched is read twice meanwhile.
    await run('openTaskDetails', uriOf(OTHER));
    await run('watchTask', uriOf(OTHER));
    await untilRead(3, OTHER);
    assert.equal(await reads(SHOWN), 2);
    assert.match(
      new TextDecoder().decode(await workspace.fs.readFile(uriOf(SHOWN))),
      /"assignment_status": "completed"/,
    );
  });

  it('is stopped for the Task that is named, and for no other in its place', async () => {
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

  it('takes nothing but a Task of a profile that there is', async () => {
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

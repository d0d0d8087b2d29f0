import assert from 'node:assert/strict';
import { commands, Uri } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { FaultServer } from '../../support/faults/faultServer.ts';
import { ChangedSettings } from '../../support/suite/changedSettings.ts';
import {
  activeTaskDocument,
  lineAbove,
  server,
  serverUrl,
  startAfresh,
} from '../../support/suite/taskSuite.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT000000000000000000000000000c0de1';
const QUESTION = 'Why Is It Waiting?';
const URI = Uri.parse(`taskrouter://env/${WORKSPACE}/${TASK}.json`);
/** Waits until the CodeLenses of the document contain the text, or no longer do. */
async function lineSays(text: string, isThere = true): Promise<void> {
  while ((await lineAbove(URI)).includes(text) !== isThere) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const run = (command: string) => commands.executeCommand<Uri | undefined>(command, URI);

describe('When taskrouter.apiBaseUrl changes', () => {
  const settings = new ChangedSettings();
  const oldHost = new URL(serverUrl).host;
  let other: FaultServer;
  let asked: number;

  before(async () => {
    await startAfresh();
    other = await FaultServer.start();
    const text = JSON.stringify({ sid: TASK, assignment_status: 'reserved', attributes: '{}' });
    await server.putTask(WORKSPACE, TASK, text);
    await run('taskrouter.openTaskJson');
    const line = await lineAbove(URI);
    assert.match(line, /^Reserved · .* \| Refresh \|/);
    assert.ok(line.includes(QUESTION));
  });
  after(async () => {
    await settings.dispose();
    await other.close();
    await startAfresh();
  });

  it('a request to the old host is cancelled, and watching stops', async () => {
    await run('taskrouter.watchTask');
    await server.waitForRequests((requests) => requests.length > 0);
    await server.reset();
    await server.fault({ hang: true });
    const refreshing = run('taskrouter.refreshTask');
    await server.waitForRequests((requests) => requests.length === 1);
    await settings.set('taskrouter.apiBaseUrl', other.url);
    assert.equal(await refreshing, undefined);
    await server.waitForRequests(([request]) => request?.aborted === true);
  });

  it('documents stay, show that they are from the old host, and send nothing to the new one', async () => {
    await lineSays(`Stale: of former host ${oldHost}`);
    assert.match(activeTaskDocument().getText(), /"assignment_status": "reserved"/);
    assert.equal(await run('taskrouter.refreshTask'), undefined);
    assert.equal(other.requests, 0);
    const line = await lineAbove(URI);
    assert.match(line, /\| Fetch Task \|/);
    assert.ok(!line.includes(QUESTION), 'nothing offers to ask the new host why it waits');
  });

  it('the new host gets a request once the Task is fetched from it', async () => {
    asked = other.requests;
    await run('_taskrouter.openResource');
    assert.equal(other.requests, asked + 1);
    assert.match(activeTaskDocument().getText(), /"assignment_status": "pending"/);
    assert.match(await lineAbove(URI), /^Pending · .* \| Refresh \|/);
    await run('taskrouter.refreshTask');
    assert.equal(other.requests, asked + 2);
  });

  it('back again, only documents from the other host show it', async () => {
    await server.reset();
    await settings.set('taskrouter.apiBaseUrl', serverUrl);
    const mark = `Stale: of former host ${new URL(other.url).host}`;
    await lineSays(mark);
    assert.deepEqual(await server.requests(), []);
    await settings.set('taskrouter.apiBaseUrl', other.url);
    await lineSays('of former host', false);
    assert.equal(other.requests, asked + 2);
  });
});

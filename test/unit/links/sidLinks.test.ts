import assert from 'node:assert/strict';
import { findSidLinks, type SourceDocument } from '../../../src/core/links/sidLinks.ts';

const D = '0123456789abcdef0123456789abcdef';
const E = 'fedcba9876543210fedcba9876543210';
const WS = `WS${D}`;
const WT = `WT${D}`;
const WQ = `WQ${D}`;
const API = 'https://taskrouter.twilio.com';
const home: SourceDocument = {
  resource: { profileId: 'acme', workspaceSid: WS, taskSid: WT },
  profile: { apiBaseUrl: API },
};

/** The linked texts, and the arguments of their commands. */
const links = (text: string, from?: SourceDocument) =>
  findSidLinks(text, from).map(({ offset, length, action }) => [
    text.slice(offset, offset + length),
    action.kind,
    action.argument,
  ]);

describe('findSidLinks', () => {
  it('links a Task with the Workspace of its line, and other resources with a document', () => {
    assert.deepEqual(links(`a ${WT} in ${WS}\nb ${WT} CA${D}\r\nc ${WQ}`), [
      [WT, 'fetch', `${WS} ${WT}`],
      [WS, 'open', { sid: WS, workspaceSid: WS }],
      [WT, 'fetch', WT],
      [WQ, 'open', { sid: WQ }],
    ]);
  });

  it('links each SID of a path, and a whole URL of the API', () => {
    const path = `/v1/Workspaces/${WS}/Tasks/${WT}`;
    assert.deepEqual(
      links(`GET ${path} 200`).map(([text]) => text),
      [WS, WT],
    );
    const url = `${API}${path}`;
    assert.deepEqual(links(`GET "${url}", ${url}.`), [
      [url, 'fetch', url],
      [url, 'fetch', url],
    ]);
    const queue = `${API}/v1/Workspaces/${WS}/TaskQueues/${WQ}`;
    assert.deepEqual(links(queue), [
      [queue, 'open', { sid: WQ, workspaceSid: WS, apiOrigin: API }],
    ]);
  });

  for (const text of [
    `https://console.twilio.com/workspaces/${WS}/tasks/${WT}`,
    `${API}/v1/Workspaces/${WS}/Tasks?PageSize=50`,
    `${API}/v1/Workspaces/${WS}/Tasks/${WT}/Reservations`,
    `https://example.com/${WT}`,
    `WT${D.slice(1)} WT${'X'.repeat(32)} wt${D}`,
    `call CA${D}, message SM${D}`,
  ]) {
    it(`ignores ${text}`, () => {
      assert.deepEqual(links(text), []);
    });
  }

  it('uses the profile of the document, and its Workspace as a guess', () => {
    const text = `{\n  "sid": "${WT}",\n  "task_queue_sid": "${WQ}",\n  "other": "WT${E}"\n}`;
    assert.deepEqual(links(text, home), [
      [WQ, 'open', { nearbyWorkspaceSid: WS, sid: WQ, profile: 'acme' }],
      [`WT${E}`, 'fetch', { taskSid: `WT${E}`, profile: 'acme' }],
    ]);
  });

  it('links URLs of the document’s own host, also its own', () => {
    const own = `${API}/v1/Workspaces/${WS}/Tasks/${WT}`;
    const queue = `${API}/v1/Workspaces/${WS}/TaskQueues/${WQ}`;
    const foreign = queue.replace('taskrouter', 'taskrouter.dublin.ie1');
    const text = `"url": "${own}", "a": "${queue}", "b": "${foreign}", "c": "${own}/Reservations"`;
    assert.deepEqual(links(text, home), [
      [own, 'fetch', { taskSid: own, profile: 'acme' }],
      [queue, 'open', { sid: WQ, workspaceSid: WS, apiOrigin: API, profile: 'acme' }],
    ]);
  });

  it('stops at the five thousandth SID', () => {
    assert.equal(findSidLinks(`${WT}\n`.repeat(5001)).length, 5000);
  });
});

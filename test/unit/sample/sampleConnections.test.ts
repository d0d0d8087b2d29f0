import assert from 'node:assert/strict';
import dns from 'node:dns';
import { Socket } from 'node:net';
import { mock } from 'node:test';
import { promisify } from 'node:util';
import type { Connections } from '../../../src/core/profiles/connection.ts';
import { sampleProfile } from '../../../src/core/profiles/profile.ts';
import { TaskStore } from '../../../src/core/tasks/taskStore.ts';
import { SampleConnections } from '../../../src/sample/sampleConnections.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';

const PROFILE = sampleProfile('Sample');
const name = 'Acme Contact Centre';
const workspaceSid = sampleSid('WS', name);
const TASK = { workspaceSid, taskSid: sidIn({ name }, 'WT', 'call-in-progress') };
const lookup = (host: string) => promisify(dns.lookup)(host);
const never = new AbortController().signal;

/** Does `work` where every way out of this process throws; tells what tried one. */
async function sealed(work: () => Promise<unknown>): Promise<readonly string[]> {
  const tried: string[] = [];
  const refuse = (what: string) => () => {
    tried.push(what);
    throw new Error(`${what} was called`);
  };
  mock.method(Socket.prototype, 'connect', refuse('connect'));
  mock.method(dns, 'lookup', refuse('lookup'));
  mock.method(globalThis, 'fetch', refuse('fetch'));
  try {
    await work();
  } finally {
    mock.restoreAll();
  }
  return tried;
}

describe('SampleConnections', () => {
  const asked: string[] = [];
  const others: Connections = {
    open: (profileId) => {
      asked.push(profileId);
      return Promise.reject(new Error('of another profile'));
    },
  };
  let connections: SampleConnections;
  beforeEach(() => {
    asked.length = 0;
    connections = new SampleConnections({ profile: PROFILE, others });
  });

  it('hand every other profile on, whatever it is called', async () => {
    for (const id of ['env', 'sample-2', 'Sample']) {
      await assert.rejects(connections.open(id), /of another profile/);
    }
    assert.deepEqual(asked, ['env', 'sample-2', 'Sample']);
  });

  it('answer for the sample themselves, from one simulation, under its own profile', async () => {
    const first = await connections.open('sample');
    const second = await connections.open('sample');
    assert.equal(first.profile, PROFILE);
    assert.equal(first.source, second.source);
    assert.equal(first.revoked.aborted, false);
    assert.deepEqual(asked, []);
  });

  it('go on with that simulation when the sample is explored again right away', async () => {
    const { source } = await connections.open('sample');
    const before = await source.fetchResource(TASK, never);
    await connections.restart();
    const after = await source.fetchResource(TASK, never);
    const created = ({ text }: typeof before) =>
      (JSON.parse(text) as { date_created: string }).date_created;
    assert.equal(created(after), created(before));
    assert.equal((await connections.open('sample')).source, source);
  });

  it('send nothing, and look no host up', async () => {
    const store = new TaskStore(connections);
    const tried = await sealed(async () => {
      const { source } = await connections.open('sample');
      for await (const page of source.listWorkspaces(never)) assert.ok(page.length > 0);
      assert.equal(await source.findFlexWorkspace(never), workspaceSid);
      const { text } = await store.fetch({ profileId: 'sample', ...TASK }, never);
      assert.ok(text.includes(TASK.taskSid));
      await connections.restart();
    });
    assert.deepEqual(tried, []);
    // The seal does hold.
    for (const way of [() => fetch(PROFILE.apiBaseUrl), () => lookup('sample.invalid')]) {
      await assert.rejects(sealed(way), /was called/);
    }
  });
});

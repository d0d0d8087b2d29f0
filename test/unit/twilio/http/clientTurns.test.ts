import assert from 'node:assert/strict';
import { RequestGate } from '../../../../src/twilio/http/requestGate.ts';
import type { RequestLogEntry } from '../../../../src/twilio/http/requestLog.ts';
import { rejectedFailure } from '../../../support/rejectedFailure.ts';
import { clientOf, occupyGate, type TestClientOptions } from '../../../support/server/clientOf.ts';
import { demoTasks } from '../../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../../support/server/taskRouterServer.ts';
import { waitFor } from '../../../support/waiting.ts';

const never = () => new AbortController().signal;

describe('clients of one profile', () => {
  let server: TaskRouterServer;
  /** Of which each is over when the test says so. */
  let waits: { readonly milliseconds: number; over(): void }[];
  let gate: RequestGate;
  before(async () => {
    server = await TaskRouterServer.start();
  });
  beforeEach(() => {
    server.reset();
    waits = [];
    gate = new RequestGate({ pause });
  });
  after(() => server.close());

  const pause = (milliseconds: number) =>
    new Promise<void>((over) => {
      waits.push({ milliseconds, over });
    });
  const task = () => {
    const [first] = demoTasks(server.simulation);
    assert.ok(first !== undefined);
    return first;
  };
  /** By a client of its own. */
  const fetchTask = (options: TestClientOptions = {}, signal = never()) =>
    clientOf(server, { gate, pause, random: () => 0.5, ...options }).fetchResource(task(), signal);
  /** How many requests for Tasks have come, once one of another profile was served. */
  const arrived = async () => {
    await clientOf(server).check(never());
    return server.requests.filter(({ path }) => path.includes('/Tasks')).length;
  };

  it('have no more than four requests under way at once', async () => {
    server.fault({ match: '/Tasks', hang: true, times: 4 });
    const first = new AbortController();
    const cut = assert.rejects(fetchTask({}, first.signal));
    for (let count = 1; count < 4; count++) fetchTask().catch(() => undefined);
    await waitFor(() => server.requests.length === 4);
    const fifth = fetchTask();
    assert.equal(await arrived(), 4);
    first.abort();
    await cut;
    assert.match((await fifth).text, /"sid"/);
  });

  it('do not count the wait for a turn as time of the request', async () => {
    const [giveBack] = occupyGate(gate);
    let started = 0;
    const fetched = fetchTask({
      timeoutSeconds: () => {
        started++;
        return 10;
      },
    });
    assert.equal(await arrived(), 0);
    assert.equal(started, 0);
    giveBack?.();
    await fetched;
    assert.equal(started, 1);
  });

  it('leave while they wait for a turn, when cancelled and when the profile is removed', async () => {
    occupyGate(gate);
    const log: RequestLogEntry[] = [];
    const cancellation = new AbortController();
    const revocation = new AbortController();
    const reasons = [new Error('changed my mind'), new Error('removed')] as const;
    const rejected = Promise.all([
      assert.rejects(fetchTask({ log }, cancellation.signal), reasons[0]),
      assert.rejects(fetchTask({ log, revoked: revocation.signal }), reasons[1]),
    ]);
    cancellation.abort(reasons[0]);
    revocation.abort(reasons[1]);
    await rejected;
    assert.equal(await arrived(), 0);
    assert.deepEqual(log, []);
  });

  it('all wait when one of them was turned away by 429', async () => {
    server.fault({ match: '/Tasks', status: 429, headers: { 'Retry-After': '7' } });
    const first = fetchTask();
    await waitFor(() => waits.length === 1);
    const second = fetchTask();
    assert.equal(await arrived(), 1);
    waits[0]?.over();
    await Promise.all([first, second]);
    assert.equal(await arrived(), 3);
    assert.deepEqual(
      waits.map(({ milliseconds }) => milliseconds),
      [7125],
    );
  });

  it('wait on when the one that was turned away by 429 leaves', async () => {
    server.fault({ match: '/Tasks', status: 429 });
    const controller = new AbortController();
    const first = assert.rejects(fetchTask({}, controller.signal), { name: 'AbortError' });
    await waitFor(() => waits.length === 1);
    const second = fetchTask();
    controller.abort();
    await first;
    assert.equal(await arrived(), 1);
    waits[0]?.over();
    await second;
  });

  it('do not wait when one was turned away by 503, or gives up', async () => {
    server.fault({ match: '/Tasks', status: 429, headers: { 'Retry-After': '60' } });
    assert.equal((await rejectedFailure(fetchTask())).kind, 'rateLimited');
    server.fault({ match: '/Tasks', status: 503 });
    const first = fetchTask();
    await waitFor(() => waits.length === 1);
    await fetchTask();
    waits[0]?.over();
    await first;
    assert.equal(waits.length, 1);
  });

  it('have no more time because others make them wait before they try again, and say why', async () => {
    server.fault({ match: '/Tasks', status: 503 });
    const failed = rejectedFailure(fetchTask({ timeoutSeconds: 0.5, random: () => 0 }));
    await waitFor(() => waits.length === 1);
    gate.suspend(60_000);
    waits[0]?.over();
    const { host } = new URL(server.url);
    assert.deepEqual(await failed, { kind: 'server', host, status: 503 });
    assert.equal(await arrived(), 1);
  });

  it('search the Tasks of a Workspace by attributes three times a second', async () => {
    const { workspaceSid } = task();
    const list = { kind: 'Tasks', workspaceSid, filter: { expression: 'a == 1' } } as const;
    const client = clientOf(server, { gate });
    const searches = ['a', 'b', 'c', 'd'].map(() => client.listResources(list, never()));
    await Promise.all(searches.slice(0, 3));
    await client.listResources({ ...list, filter: {} }, never());
    assert.equal(await arrived(), 4);
    waits[0]?.over();
    await searches[3];
    assert.equal(await arrived(), 5);
  });
});

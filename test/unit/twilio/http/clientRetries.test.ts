import assert from 'node:assert/strict';
import type { RequestLogEntry } from '../../../../src/twilio/http/requestLog.ts';
import { rejectedFailure } from '../../../support/rejectedFailure.ts';
import { clientOf, type TestClientOptions } from '../../../support/server/clientOf.ts';
import { demoTasks } from '../../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../../support/server/taskRouterServer.ts';
import { waitFor } from '../../../support/waiting.ts';

const never = () => new AbortController().signal;

describe('a client that is turned away', () => {
  let server: TaskRouterServer;
  let host: string;
  let waits: number[];
  before(async () => {
    server = await TaskRouterServer.start();
    ({ host } = new URL(server.url));
  });
  beforeEach(() => {
    server.reset();
    waits = [];
  });
  after(() => server.close());

  const task = () => {
    const [first] = demoTasks(server.simulation);
    assert.ok(first !== undefined);
    return first;
  };
  /** One whose waits are noted and take no time. */
  const patient = (options: TestClientOptions = {}) =>
    clientOf(server, {
      random: () => 0.5,
      pause: (milliseconds) => {
        waits.push(milliseconds);
        return Promise.resolve();
      },
      ...options,
    });
  const fetched = async (options?: TestClientOptions) =>
    (await patient(options).fetchResource(task(), never())).text.length > 0;

  it('by 429 asks again', async () => {
    server.fault({ status: 429 });
    assert.ok(await fetched());
    assert.deepEqual(waits, [250]);
  });

  it('by 503 asks again and again, with waits that grow', async () => {
    server.fault({ status: 503, times: 3 });
    assert.ok(await fetched());
    assert.deepEqual(waits, [250, 500, 1000]);
    assert.equal(server.requests.length, 4);
  });

  it('gives up after the fourth attempt, with what that brought', async () => {
    server.fault({ status: 503, times: 3 });
    server.fault({ status: 429, headers: { 'Retry-After': '2' } });
    const failure = await rejectedFailure(patient().fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'rateLimited', host, retryAfterSeconds: 2 });
    assert.equal(server.requests.length, 4);
  });

  it('waits as many seconds as it is told', async () => {
    server.fault({ status: 429, headers: { 'Retry-After': '7' } });
    server.fault({ status: 503, headers: { 'Retry-After': '0' } });
    assert.ok(await fetched());
    // With a little at random, for those who were all told the same.
    assert.deepEqual(waits, [7125, 125]);
  });

  it('waits until the date that it is told', async () => {
    const until = new Date(Date.now() + 60_000).toUTCString();
    server.fault({ status: 429, headers: { 'Retry-After': until } });
    assert.ok(await fetched({ timeoutSeconds: 120 }));
    const [wait = 0] = waits;
    assert.ok(wait > 0 && wait <= 60_125, `${wait} ms`);
  });

  for (const [what, retryAfter] of [
    ['nonsense', 'soon'],
    ['nothing', ''],
  ]) {
    it(`waits by its own measure when it is told ${what}`, async () => {
      server.fault({ status: 429, headers: { 'Retry-After': retryAfter ?? '' } });
      assert.ok(await fetched());
      assert.deepEqual(waits, [250]);
    });
  }

  it('does not wait beyond its time, and says when to come back', async () => {
    server.fault({ status: 429, headers: { 'Retry-After': '10' } });
    const client = patient({ timeoutSeconds: 10 });
    const failure = await rejectedFailure(client.fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'rateLimited', host, retryAfterSeconds: 10 });
    assert.deepEqual(waits, []);
    assert.equal(server.requests.length, 1);
  });

  it('does not wait beyond its time by its own measure either', async () => {
    server.fault({ status: 503 });
    const client = patient({ timeoutSeconds: 0.4, random: () => 0.99 });
    const failure = await rejectedFailure(client.fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'server', host, status: 503 });
  });

  for (const status of [500, 502, 504, 401, 408, 425]) {
    it(`by ${status} does not ask again`, async () => {
      server.fault({ status, headers: { 'Retry-After': '1' } });
      await rejectedFailure(patient().fetchResource(task(), never()));
      assert.equal(server.requests.length, 1);
      assert.deepEqual(waits, []);
    });
  }

  it('asks once more when a kept connection breaks off after a retry, and not when a new one does', async () => {
    server.fault({ status: 503 });
    server.fault({ reset: true, times: 2 });
    const failure = await rejectedFailure(patient().fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'reset', host, code: 'ECONNRESET' });
    assert.equal(server.requests.length, 3);
  });

  it('ends its wait at once when cancelled', async () => {
    server.fault({ status: 503, headers: { 'Retry-After': '50' } });
    const log: RequestLogEntry[] = [];
    const controller = new AbortController();
    const client = clientOf(server, { timeoutSeconds: 120, log });
    const cancelled = assert.rejects(client.fetchResource(task(), controller.signal), {
      name: 'AbortError',
    });
    await waitFor(() => log.length === 1);
    assert.ok((log[0]?.retryInMs ?? 0) >= 50_000);
    controller.abort();
    await cancelled;
    assert.equal(server.requests.length, 1);
  });

  it('has one time for all its attempts and waits', async () => {
    server.fault({ status: 503 });
    server.fault({ hang: true });
    // A wait that takes no more than the whole time leaves less of it for the second attempt.
    const client = clientOf(server, { timeoutSeconds: 1, random: () => 0.2 });
    const failure = await rejectedFailure(client.fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'timeout', host, seconds: 1 });
    assert.equal(server.requests.length, 2);
  });

  it('says what it was answered when its time ends in a wait that takes longer than it should', async () => {
    server.fault({ status: 503 });
    const pause = (_milliseconds: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve();
        });
      });
    const client = clientOf(server, { timeoutSeconds: 0.5, random: () => 0, pause });
    const failure = await rejectedFailure(client.fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'server', host, status: 503 });
    assert.equal(server.requests.length, 1);
  });

  it('has as many attempts for each page of a list', async () => {
    const next = `${server.url}/v1/Workspaces?PageSize=50`;
    const first = { workspaces: [], meta: { next_page_url: next } };
    server.fault({ status: 503, times: 3 });
    server.fault({ status: 200, body: JSON.stringify(first) });
    server.fault({ status: 503, times: 3 });
    const pages: number[] = [];
    for await (const page of patient().listWorkspaces(never())) pages.push(page.length);
    assert.deepEqual(pages, [0, server.simulation.workspaces.length]);
    assert.equal(server.requests.length, 8);
  });
});

import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { TaskRouterFailure, type Failure } from '../../../src/core/failures/taskRouterFailure.ts';
import { demoTasks } from '../../../src/sample/demoTasks.ts';
import type { RequestLogEntry } from '../../../src/twilio/requestLog.ts';
import { logRequest } from '../../../src/twilio/logRequest.ts';
import { clientOf } from '../../support/server/clientOf.ts';
import type { Fault } from '../../support/server/fault.ts';
import { TaskRouterServer } from '../../support/server/taskRouterServer.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';

const never = () => new AbortController().signal;

/** The failure that `work` rejects with; anything else fails the test. */
async function failureOf(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => assert.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof TaskRouterFailure, String(error));
  return error.failure;
}

describe('TaskRouterClient', () => {
  let server: TaskRouterServer;
  let host: string;
  before(async () => {
    server = await TaskRouterServer.start();
    ({ host } = new URL(server.url));
  });
  beforeEach(() => {
    server.reset();
  });
  after(() => server.close());

  const task = () => {
    const [first] = demoTasks(server.simulation);
    assert.ok(first !== undefined);
    return first;
  };

  it('signs in with an API key as well as with the account', async () => {
    const { apiKey, apiSecret } = testCredentials;
    const client = clientOf(server, { credentials: { username: apiKey, password: apiSecret } });
    assert.match((await client.fetchTask(task(), never())).text, /"sid"/);
  });

  const failures: [what: string, fault: Fault, failure: (host: string) => object][] = [
    [
      '401',
      { status: 401, body: '{"code":20003,"message":"Authenticate"}' },
      (host) => ({ kind: 'unauthorized', host, code: 20003 }),
    ],
    ['401 without a body', { status: 401 }, (host) => ({ kind: 'unauthorized', host })],
    [
      '403',
      { status: 403, body: '{"code":70051}' },
      (host) => ({ kind: 'forbidden', host, code: 70051 }),
    ],
    ['404', { status: 404, body: '{"code":20404}' }, (host) => ({ kind: 'notFound', host })],
    ['404 without a code', { status: 404, body: '{}' }, (host) => ({ kind: 'notFound', host })],
    [
      '404 of a proxy',
      { status: 404, body: '<html>' },
      (host) => ({ kind: 'unexpectedStatus', host, status: 404 }),
    ],
    [
      '429 with seconds',
      { status: 429, headers: { 'Retry-After': '7' } },
      (host) => ({ kind: 'rateLimited', host, retryAfterSeconds: 7 }),
    ],
    [
      '429 with a date in the past',
      { status: 429, headers: { 'Retry-After': 'Wed, 21 Oct 2015 07:28:00 GMT' } },
      (host) => ({ kind: 'rateLimited', host, retryAfterSeconds: 0 }),
    ],
    [
      '429 with nonsense',
      { status: 429, headers: { 'Retry-After': 'soon' } },
      (host) => ({ kind: 'rateLimited', host }),
    ],
    ['500', { status: 500, body: '<html>' }, (host) => ({ kind: 'server', host, status: 500 })],
    ['503', { status: 503 }, (host) => ({ kind: 'server', host, status: 503 })],
    [
      '400',
      { status: 400, body: '{"code":20001}' },
      (host) => ({ kind: 'unexpectedStatus', host, status: 400, code: 20001 }),
    ],
    ['204', { status: 204 }, (host) => ({ kind: 'unexpectedStatus', host, status: 204 })],
    ['no JSON', { status: 200, body: 'hello' }, (host) => ({ kind: 'notJson', host })],
    ['nothing', { status: 200, body: '' }, (host) => ({ kind: 'notJson', host })],
    [
      'invalid UTF-8',
      { bytes: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
      (host) => ({ kind: 'notJson', host }),
    ],
    [
      'another Task',
      { status: 200, body: '{"sid":"WT0"}' },
      (host) => ({ kind: 'unexpectedAnswer', host }),
    ],
    [
      'more than 10 MB',
      { bytes: new Uint8Array(10_000_001).fill(0x20) },
      (host) => ({ kind: 'tooLarge', host, limitMegabytes: 10 }),
    ],
    [
      'a cut connection',
      { reset: true },
      (host) => ({ kind: 'network', host, code: 'ECONNRESET' }),
    ],
  ];
  for (const [what, fault, failure] of failures) {
    it(`fails as it should when the answer is ${what}`, async () => {
      server.fault(fault);
      const client = clientOf(server);
      assert.deepEqual(await failureOf(client.fetchTask(task(), never())), failure(host));
      assert.equal(server.requests.length, 1, 'it asked again');
      assert.ok((await client.fetchTask(task(), never())).text.length > 0);
    });
  }

  it('does not take a 404 of the list for a Task that is gone', async () => {
    server.fault({ status: 404, body: '{"code":20404}' });
    const list = async () => {
      for await (const page of clientOf(server).listWorkspaces(never())) assert.ok(page);
    };
    const failure = { kind: 'unexpectedStatus', host, status: 404, code: 20404 };
    assert.deepEqual(await failureOf(list()), failure);
  });

  it('takes a timeout that is no whole number of milliseconds', async () => {
    const client = clientOf(server, { timeoutSeconds: 16.1 });
    assert.ok((await client.fetchTask(task(), never())).text.length > 0);
  });

  it('does not follow a redirect', async () => {
    server.fault({ status: 302, headers: { Location: `${server.url}/v1/elsewhere` } });
    const failure = await failureOf(clientOf(server).fetchTask(task(), never()));
    assert.deepEqual(failure, { kind: 'redirected', host, status: 302 });
    assert.equal(server.requests.length, 1);
  });

  it('reads 10 MB to the last byte', async () => {
    const { workspaceSid, taskSid } = task();
    const body = `{"sid":"${taskSid}"}`.padEnd(10_000_000, ' ');
    server.simulation.putTask(workspaceSid, taskSid, body);
    const { text } = await clientOf(server).fetchTask(task(), never());
    assert.equal(text.length, 10_000_000);
  });

  for (const [what, fault] of [
    ['the answer does not begin', { hang: true }],
    ['the answer does not end', { stallBody: true }],
  ] as const) {
    it(`gives up when ${what} in time`, async () => {
      server.fault(fault);
      const client = clientOf(server, { timeoutSeconds: 1 });
      const failure = await failureOf(client.fetchTask(task(), never()));
      assert.deepEqual(failure, { kind: 'timeout', host, seconds: 1 });
    });

    it(`cuts the connection when cancelled while ${what}`, async () => {
      server.fault(fault);
      const controller = new AbortController();
      const fetched = clientOf(server).fetchTask(task(), controller.signal);
      const rejected = assert.rejects(fetched, { name: 'AbortError' });
      await waitFor(() => server.requests.length === 1);
      controller.abort();
      await rejected;
      await waitFor(() => server.requests[0]?.aborted === true);
    });
  }

  it('says which host cannot be reached', async () => {
    const gone = await TaskRouterServer.start();
    await gone.close();
    const failure = await failureOf(clientOf(gone).fetchTask(task(), never()));
    assert.deepEqual(failure, {
      kind: 'network',
      host: new URL(gone.url).host,
      code: 'ECONNREFUSED',
    });
  });

  it('logs a line that holds neither query nor credentials nor data', async () => {
    const log: RequestLogEntry[] = [];
    const client = clientOf(server, { log });
    await client.fetchTask(task(), never());
    for await (const page of client.listWorkspaces(never())) assert.ok(page.length > 0);
    server.fault({ status: 401 });
    await failureOf(client.fetchTask(task(), never()));
    const path = `${host}/v1/Workspaces/${task().workspaceSid}/Tasks/${task().taskSid}`;
    const lines = log.map((entry) =>
      logRequest(entry).replace(/\d+ ms RQ[0-9a-f]{32}$/, '… ms RQ…'),
    );
    assert.deepEqual(lines, [
      `GET ${path} 200 … ms RQ…`,
      `GET ${host}/v1/Workspaces 200 … ms RQ…`,
      `GET ${path} 401 … ms RQ…`,
    ]);
  });
});

describe('what TaskRouterClient sends', () => {
  let server: Server;
  let url: string;
  let seen: {
    method: string | undefined;
    path: string | undefined;
    headers: IncomingHttpHeaders;
  }[];
  let answer: (path: string) => { body: string | Buffer; headers?: Record<string, string> };

  beforeEach(async () => {
    seen = [];
    server = createServer((request, response) => {
      seen.push({ method: request.method, path: request.url, headers: request.headers });
      const { body, headers } = answer(request.url ?? '');
      response.writeHead(200, headers).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const reference = {
    workspaceSid: 'WS00000000000000000000000000000001',
    taskSid: 'WT00000000000000000000000000000001',
  };

  it('is a GET with Basic credentials and a name, under the base URL', async () => {
    answer = () => ({ body: `{"sid":"${reference.taskSid}"}` });
    const credentials = { username: 'SKkey', password: 'pässword' };
    await clientOf({ url: `${url}/proxy` }, { credentials }).fetchTask(reference, never());
    const [request] = seen;
    assert.equal(request?.method, 'GET');
    assert.equal(
      request.path,
      `/proxy/v1/Workspaces/${reference.workspaceSid}/Tasks/${reference.taskSid}`,
    );
    const expected = `Basic ${Buffer.from('SKkey:pässword', 'utf8').toString('base64')}`;
    assert.equal(request.headers.authorization, expected);
    assert.equal(request.headers['user-agent'], 'taskrouter-lens/1.2.3');
    assert.equal(request.headers.accept, 'application/json');
  });

  it('takes a compressed answer', async () => {
    const body = `{"sid":"${reference.taskSid}"}`;
    answer = () => ({ body: gzipSync(body), headers: { 'Content-Encoding': 'gzip' } });
    assert.deepEqual(await clientOf({ url }).fetchTask(reference, never()), { text: body });
  });

  it('ends where a page leads back to itself', async () => {
    const next = `${url}/v1/Workspaces?PageSize=1000`;
    answer = () => ({ body: JSON.stringify({ workspaces: [], meta: { next_page_url: next } }) });
    for await (const page of clientOf({ url }).listWorkspaces(never()))
      assert.equal(page.length, 0);
    assert.equal(seen.length, 1);
  });

  it('follows the next page only to its own host', async () => {
    const page = (next: string) =>
      JSON.stringify({ workspaces: [], meta: { next_page_url: next } });
    answer = (path) => ({
      body: page(path.includes('Page=1') ? 'http://127.0.0.1:1/x' : `${url}/?Page=1`),
    });
    const list = async () => {
      for await (const found of clientOf({ url }).listWorkspaces(never()))
        assert.equal(found.length, 0);
    };
    assert.equal((await failureOf(list())).kind, 'unexpectedAnswer');
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/v1/Workspaces?PageSize=1000', '/?Page=1'],
    );
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}

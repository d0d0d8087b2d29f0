import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { logRequest, type RequestLogEntry } from '../../../src/twilio/http/requestLog.ts';
import { rejectedFailure } from '../../support/rejectedFailure.ts';
import { clientOf } from '../../support/server/clientOf.ts';
import { demoTasks } from '../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../support/server/taskRouterServer.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';
import { waitFor } from '../../support/waiting.ts';

const never = () => new AbortController().signal;

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
    assert.match((await client.fetchResource(task(), never())).text, /"sid"/);
  });

  it('reads 10 MB to the last byte', async () => {
    const { workspaceSid, taskSid } = task();
    const body = `{"sid":"${taskSid}"}`.padEnd(10_000_000, ' ');
    server.simulation.putTask(workspaceSid, taskSid, body);
    const { text } = await clientOf(server).fetchResource(task(), never());
    assert.equal(text.length, 10_000_000);
  });

  for (const [what, fault] of [
    ['the answer does not begin', { hang: true }],
    ['the answer does not end', { stallBody: true }],
  ] as const) {
    it(`gives up when ${what} in time`, async () => {
      server.fault(fault);
      const log: RequestLogEntry[] = [];
      const client = clientOf(server, { timeoutSeconds: 0.25, log });
      const failure = await rejectedFailure(client.fetchResource(task(), never()));
      assert.deepEqual(failure, { kind: 'timeout', host, seconds: 0.25 });
      assert.deepEqual(
        log.map(({ outcome }) => outcome),
        ['timeout'],
      );
    });

    it(`cuts the connection when cancelled while ${what}`, async () => {
      server.fault(fault);
      const controller = new AbortController();
      const fetched = clientOf(server).fetchResource(task(), controller.signal);
      const rejected = assert.rejects(fetched, { name: 'AbortError' });
      await waitFor(() => server.requests.length === 1);
      controller.abort();
      await rejected;
      await waitFor(() => server.requests[0]?.aborted === true);
    });

    it(`cuts the connection when its profile is removed while ${what}`, async () => {
      server.fault({ ...fault, times: 2 });
      const revoked = new AbortController();
      const client = clientOf(server, { revoked: revoked.signal });
      const reason = new Error('removed');
      const rejected = Promise.all([
        assert.rejects(client.fetchResource(task(), never()), reason),
        assert.rejects(client.check(never()), reason),
      ]);
      await waitFor(() => server.requests.length === 2);
      revoked.abort(reason);
      await rejected;
      await waitFor(() => server.requests.every(({ aborted }) => aborted));
    });
  }

  it('sends nothing any more once its profile is removed', async () => {
    const reason = new Error('removed');
    const log: RequestLogEntry[] = [];
    const client = clientOf(server, { revoked: AbortSignal.abort(reason), log });
    await assert.rejects(client.fetchResource(task(), never()), reason);
    assert.equal(server.requests.length, 0);
    assert.deepEqual(log, []);
  });

  it('logs a line for each attempt that holds neither query nor credentials nor data', async () => {
    const log: RequestLogEntry[] = [];
    const client = clientOf(server, { log, random: () => 0.74, pause: () => Promise.resolve() });
    await client.fetchResource(task(), never());
    for await (const page of client.listWorkspaces(never())) assert.ok(page.length > 0);
    const stranger = clientOf(server, { log, credentials: { username: 'AC', password: 'secret' } });
    await rejectedFailure(stranger.fetchResource(task(), never()));
    server.fault({ status: 503, body: '{"message":"+15005550006"}' });
    server.fault({ reset: true, times: 2 });
    await rejectedFailure(client.check(never()));
    const controller = new AbortController();
    server.fault({ hang: true });
    const cancelled = assert.rejects(client.check(controller.signal));
    await waitFor(() => server.requests.length === 7);
    controller.abort();
    await cancelled;

    const path = `${host}/v1/Workspaces/${task().workspaceSid}/Tasks/${task().taskSid}`;
    const lines = log.map((entry) =>
      logRequest(entry)
        .replace(/ \d+ ms/, ' … ms')
        .replace(/RQ[0-9a-f]{32}/, 'RQ…'),
    );
    assert.deepEqual(lines, [
      `GET ${path} 200 … ms RQ…`,
      `GET ${host}/v1/Workspaces 200 … ms RQ…`,
      `GET ${path} 401 … ms RQ…`,
      `GET ${host}/v1/Workspaces 503 … ms RQ… retry in 370 ms`,
      `GET ${host}/v1/Workspaces reset ECONNRESET … ms`,
      `GET ${host}/v1/Workspaces cancelled … ms`,
    ]);
  });

  describe('to check credentials', () => {
    it('tells whose they are, and asks for one Workspace only', async () => {
      assert.deepEqual(await clientOf(server).check(never()), {
        accountSid: testCredentials.accountSid,
        workspaceName: 'Acme Contact Centre',
      });
      assert.deepEqual(
        server.requests.map(({ path, query }) => `${path}?${query}`),
        ['/v1/Workspaces?PageSize=1'],
      );
    });

    it('fails as any other request does', async () => {
      const client = clientOf(server, { credentials: { username: 'AC', password: 'wrong' } });
      const failure = { kind: 'unauthorized', host, code: 20003, detail: 'Authenticate' };
      assert.deepEqual(await rejectedFailure(client.check(never())), failure);
      server.fault({ status: 404, body: '{"code":20404}' });
      const notThere = { kind: 'notServed', host, code: 20404 };
      assert.deepEqual(await rejectedFailure(clientOf(server).check(never())), notThere);
    });
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
    await clientOf({ url: `${url}/proxy` }, { credentials }).fetchResource(reference, never());
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
    assert.equal(request.headers.connection, 'keep-alive');
  });

  it('takes a compressed answer', async () => {
    const body = `{"sid":"${reference.taskSid}"}`;
    answer = () => ({ body: gzipSync(body), headers: { 'Content-Encoding': 'gzip' } });
    assert.deepEqual(await clientOf({ url }).fetchResource(reference, never()), { text: body });
  });

  it('ends where a page leads back to itself', async () => {
    const next = `${url}/v1/Workspaces?PageSize=1000`;
    answer = () => ({ body: JSON.stringify({ workspaces: [], meta: { next_page_url: next } }) });
    for await (const page of clientOf({ url }).listWorkspaces(never()))
      assert.equal(page.length, 0);
    assert.equal(seen.length, 1);
  });

  const rows = (count: number) =>
    Array.from({ length: count }, (_, n) => ({ sid: `WS${n.toString(16).padStart(32, '0')}` }));
  const listed = async () => {
    let count = 0;
    for await (const page of clientOf({ url }).listWorkspaces(never())) count += page.length;
    return count;
  };
  const endless: readonly (readonly [title: string, count: number, requests: number])[] = [
    ['one on each page', 1, 50],
    ['none on any page', 0, 50],
    ['a thousand on each page', 1000, 5],
    ['more than anyone has, on one page', 5001, 1],
    ['20,000 on the first page', 20_000, 1],
  ];
  for (const [title, count, requests] of endless) {
    it(`ends a list of Workspaces that does not, with a failure: ${title}`, async () => {
      answer = () => ({
        body: JSON.stringify({
          workspaces: rows(count),
          meta: { next_page_url: `${url}/v1/Workspaces?Page=${seen.length}` },
        }),
      });
      const { host } = new URL(url);
      const failure = { kind: 'tooManyWorkspaces', host, limit: 5000 };
      assert.deepEqual(await rejectedFailure(listed()), failure);
      assert.equal(seen.length, requests);
    });
  }

  for (const pages of [1, 2, 5, 50]) {
    it(`reads a list of Workspaces to its end that has ${pages} pages`, async () => {
      const body = (at: number) => ({
        workspaces: rows(5000 / pages),
        ...(at < pages && { meta: { next_page_url: `${url}/v1/Workspaces?Page=${at}` } }),
      });
      answer = () => ({ body: JSON.stringify(body(seen.length)) });
      assert.equal(await listed(), 5000);
      assert.equal(seen.length, pages);
    });
  }

  it('follows the next page only to its own host', async () => {
    const page = (next: string) =>
      JSON.stringify({ workspaces: [], meta: { next_page_url: next } });
    answer = (path) => ({
      body: page(
        path.includes('Page=1')
          ? 'http://127.0.0.1:1/v1/Workspaces'
          : `${url}/v1/Workspaces?Page=1`,
      ),
    });
    const list = async () => {
      for await (const found of clientOf({ url }).listWorkspaces(never()))
        assert.equal(found.length, 0);
    };
    assert.equal((await rejectedFailure(list())).kind, 'unexpectedAnswer');
    assert.deepEqual(
      seen.map(({ path }) => path),
      ['/v1/Workspaces?PageSize=1000', '/v1/Workspaces?Page=1'],
    );
  });
});

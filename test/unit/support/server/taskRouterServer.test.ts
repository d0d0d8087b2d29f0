import assert from 'node:assert/strict';
import { sampleSid } from '../../../../src/sample/sampleSid.ts';
import { demoTasks } from '../../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../../support/server/taskRouterServer.ts';
import { TaskRouterServerControl } from '../../../support/server/taskRouterServerControl.ts';
import { testCredentials } from '../../../support/server/testCredentials.ts';

const { accountSid, authToken, apiKey, apiSecret } = testCredentials;

function basic(username: string, password: string): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

const headers = basic(apiKey, apiSecret);

describe('TaskRouterServer', () => {
  let server: TaskRouterServer;
  let control: TaskRouterServerControl;
  let workspaces: string;

  before(async () => {
    server = await TaskRouterServer.start();
    control = new TaskRouterServerControl(server.url);
    workspaces = `${server.url}/v1/Workspaces`;
  });

  beforeEach(() => {
    server.reset();
  });

  after(() => server.close());

  it('answers from the simulation for the key and the account', async () => {
    for (const credentials of [headers, basic(accountSid, authToken)]) {
      const response = await fetch(workspaces, { headers: credentials });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
      assert.match(response.headers.get('twilio-request-id') ?? '', /^RQ[0-9a-f]{32}$/);
      assert.ok(response.headers.get('etag'));
      const { meta } = (await response.json()) as { meta: { url: string } };
      assert.ok(meta.url.startsWith(server.url));
    }
  });

  it('rejects missing and wrong credentials with 401 and code 20003', async () => {
    const wrong = [
      {},
      basic(apiKey, 'wrong'),
      basic(accountSid, apiSecret),
      { Authorization: `Bearer ${authToken}` },
    ];
    for (const credentials of wrong) {
      const response = await fetch(workspaces, { headers: credentials });
      assert.equal(response.status, 401);
      assert.equal(((await response.json()) as { code: number }).code, 20003);
    }
    assert.deepEqual(
      server.requests.map(({ authorizationPresent }) => authorizationPresent),
      [false, true, true, true],
    );
  });

  it('accepts only GET', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      assert.equal((await fetch(workspaces, { method, headers })).status, 405);
    }
  });

  it('records path and query of each request', async () => {
    await fetch(`${workspaces}?PageSize=1`, { headers });
    const [request] = server.requests;
    assert.equal(request?.method, 'GET');
    assert.equal(request.path, '/v1/Workspaces');
    assert.equal(request.query, 'PageSize=1');
    assert.equal(request.aborted, false);
  });

  it('uses a fault the given number of times, then answers normally', async () => {
    server.fault({ status: 429, body: 'slow down', headers: { 'retry-after': '1' }, times: 2 });
    const statuses: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      const response = await fetch(workspaces, { headers });
      statuses.push(response.status);
      if (response.status === 429) {
        assert.equal(response.headers.get('retry-after'), '1');
        assert.equal(await response.text(), 'slow down');
      }
    }
    assert.deepEqual(statuses, [429, 429, 200]);
  });

  it('uses a fault only for matching requests', async () => {
    server.fault({ match: '/Tasks/', status: 503, times: Infinity });
    const [task] = demoTasks(server.simulation);
    const path = `${workspaces}/${task?.workspaceSid ?? ''}/Tasks/${task?.taskSid ?? ''}`;
    assert.equal((await fetch(workspaces, { headers })).status, 200);
    assert.equal((await fetch(path, { headers })).status, 503);
    assert.equal((await fetch(path, { headers })).status, 503);
  });

  it('delays an answer', async () => {
    server.fault({ delayMs: 80 });
    const before = performance.now();
    assert.equal((await fetch(workspaces, { headers })).status, 200);
    assert.ok(performance.now() - before >= 75);
  });

  it('resets the connection without recording it as aborted by the caller', async () => {
    server.fault({ reset: true });
    await assert.rejects(fetch(workspaces, { headers }));
    assert.equal(server.requests[0]?.aborted, false);
  });

  it('sends bytes unchanged', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00]);
    server.fault({ bytes, contentType: 'text/html' });
    const response = await fetch(workspaces, { headers });
    assert.equal(response.headers.get('content-type'), 'text/html');
    assert.deepEqual(new Uint8Array(await response.arrayBuffer()), bytes);
  });

  for (const fault of [{ hang: true }, { delayMs: 60_000 }] as const) {
    it(`records that the caller aborted after ${JSON.stringify(fault)}`, async () => {
      server.fault(fault);
      const signal = AbortSignal.timeout(50);
      await assert.rejects(fetch(workspaces, { headers, signal }));
      await control.waitForRequests((requests) => requests[0]?.aborted === true);
    });
  }

  it('stalls in the middle of a body until the caller aborts', async () => {
    server.fault({ stallBody: true });
    const controller = new AbortController();
    const response = await fetch(workspaces, { headers, signal: controller.signal });
    assert.equal(response.status, 200);
    setTimeout(() => {
      controller.abort();
    }, 50);
    await assert.rejects(response.text());
    await control.waitForRequests((requests) => requests[0]?.aborted === true);
  });

  it('closes at once during a request', async () => {
    const other = await TaskRouterServer.start();
    other.fault({ hang: true });
    const waiting = assert.rejects(fetch(`${other.url}/v1/Workspaces`, { headers }));
    while (other.requests.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await other.close();
    await waiting;
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(other.requests[0]?.aborted, false);
  });

  describe('controlled from another process', () => {
    it('adds and removes Tasks', async () => {
      const [task] = await control.demoTasks();
      assert.ok(task);
      const taskSid = sampleSid('WT', 'from outside');
      const url = `${workspaces}/${task.workspaceSid}/Tasks/${taskSid}`;
      await control.putTask(task.workspaceSid, taskSid, '{"n":1e400}');
      assert.equal(await (await fetch(url, { headers })).text(), '{"n":1e400}');
      await control.removeTask(task.workspaceSid, taskSid);
      assert.equal((await fetch(url, { headers })).status, 404);
    });

    it('adds faults, also with bytes or without an end', async () => {
      await control.fault({ bytes: new Uint8Array([0xc3, 0x28]) });
      await control.fault({ status: 500, times: Infinity });
      const first = await fetch(workspaces, { headers });
      assert.deepEqual([...new Uint8Array(await first.arrayBuffer())], [0xc3, 0x28]);
      for (let count = 0; count < 3; count += 1) {
        assert.equal((await fetch(workspaces, { headers })).status, 500);
      }
    });

    it('advances the clock and the Tasks', async () => {
      const [task] = await control.demoTasks();
      const url = `${workspaces}/${task?.workspaceSid ?? ''}/Tasks/${task?.taskSid ?? ''}`;
      const age = async () => {
        const response = await fetch(url, { headers });
        return ((await response.json()) as { age: number }).age;
      };
      const before = await age();
      const now = await control.now();
      assert.ok((await control.advanceClock(3600)) >= now + 3_600_000);
      assert.ok((await age()) >= before + 3600);
    });

    it('returns the requests and resets', async () => {
      await fetch(workspaces, { headers });
      await control.fault({ status: 500 });
      const requests = await control.requests();
      assert.deepEqual(requests, server.requests);
      assert.equal(requests.length, 1);
      await control.reset();
      assert.deepEqual(await control.requests(), []);
      assert.equal((await fetch(workspaces, { headers })).status, 200);
    });

    it('rejects with the recorded requests after a timeout', async () => {
      await fetch(workspaces, { headers });
      await assert.rejects(
        control.waitForRequests((requests) => requests.length > 1, 60),
        /v1\/Workspaces/,
      );
    });

    it('rejects for an unknown action', async () => {
      const response = await fetch(`${server.url}/_test/nothing`);
      assert.equal(response.status, 404);
    });
  });
});

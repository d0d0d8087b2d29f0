import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { RequestGate } from '../../../src/twilio/http/requestGate.ts';
import { clientOf, occupyGate } from '../../support/server/clientOf.ts';
import type { Fault } from '../../support/server/fault.ts';
import { TaskRouterServer } from '../../support/server/taskRouterServer.ts';

const never = () => new AbortController().signal;

describe('the Workspace of Flex, as TaskRouterClient finds it', () => {
  let taskRouter: TaskRouterServer;
  let flex: TaskRouterServer;
  before(async () => {
    taskRouter = await TaskRouterServer.start();
    flex = await TaskRouterServer.start();
  });
  beforeEach(() => {
    taskRouter.reset();
    flex.reset();
  });
  after(() => Promise.all([taskRouter.close(), flex.close()]));

  const client = (timeoutSeconds = 10) =>
    clientOf(taskRouter, { profile: { flexBaseUrl: flex.url }, timeoutSeconds });

  it('is asked of the host that Flex has, with credentials and nothing else', async () => {
    const found = await client().findFlexWorkspace(never());
    assert.equal(found, sampleSid('WS', 'Acme Contact Centre'));
    assert.deepEqual(
      flex.requests.map(({ path, query, authorizationPresent }) => [
        path,
        query,
        authorizationPresent,
      ]),
      [['/v1/Configuration', '', true]],
    );
    assert.deepEqual(taskRouter.requests, []);
  });

  it('is not asked for with a custom base URL, which stands alone', async () => {
    assert.equal(await clientOf(taskRouter).findFlexWorkspace(never()), undefined);
    assert.deepEqual([...taskRouter.requests, ...flex.requests], []);
  });

  const faults: [what: string, fault: Fault][] = [
    ['401', { status: 401, body: '{"code":20003}' }],
    ['403', { status: 403, body: '{"code":70051}' }],
    ['404', { status: 404, body: '{"code":20404}' }],
    ['500', { status: 500 }],
    ['a redirect', { status: 302, headers: { Location: 'https://example.com' } }],
    ['a cut connection', { reset: true, times: 2 }],
    ['a page', { status: 200, body: '<html></html>' }],
    ['a list', { status: 200, body: '[]' }],
    ['no Workspace', { status: 200, body: '{"taskrouter_workspace_sid":null}' }],
    ['no SID', { status: 200, body: '{"taskrouter_workspace_sid":"../../x"}' }],
  ];
  for (const [what, fault] of faults) {
    it(`is none when the answer is ${what}`, async () => {
      flex.fault(fault);
      assert.equal(await client().findFlexWorkspace(never()), undefined);
    });
  }

  it('is none when Flex cannot be reached', async () => {
    const gone = await TaskRouterServer.start();
    await gone.close();
    const alone = clientOf(taskRouter, { profile: { flexBaseUrl: gone.url } });
    assert.equal(await alone.findFlexWorkspace(never()), undefined);
  });

  it('is none when Flex does not answer within the time for a request', async () => {
    flex.fault({ hang: true });
    assert.equal(await client(0.2).findFlexWorkspace(never()), undefined);
  });

  it('is not waited for as long as a Task, nor is the turn to ask for it', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const asked: number[] = [];
    const { mock: faster } = mock.method(AbortSignal, 'timeout', (milliseconds: number) => {
      asked.push(milliseconds);
      return timeout(milliseconds / 10);
    });
    flex.fault({ stallBody: true });
    const busy = new RequestGate({});
    occupyGate(busy);
    const waiting = clientOf(taskRouter, { profile: { flexBaseUrl: flex.url }, gate: busy });
    const found = [client(120), waiting].map((each) => each.findFlexWorkspace(never()));
    faster.restore();
    assert.deepEqual(await Promise.all(found), [undefined, undefined]);
    assert.deepEqual(asked, [3_000, 3_000]);
    assert.equal(flex.requests.length, 1);
  });

  it('rejects with the reason of whoever cancels, and cuts the request', async () => {
    flex.fault({ hang: true });
    const controller = new AbortController();
    const found = client().findFlexWorkspace(controller.signal);
    // Even one that would mean that there is no Flex, came it from there.
    const reason = new TaskRouterFailure({ kind: 'unknownProfile', profileId: 'removed' });
    const rejected = assert.rejects(found, reason);
    while (flex.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort(reason);
    await rejected;
    while (!flex.requests[0]?.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});

import assert from 'node:assert/strict';
import type { Failure } from '../../../../src/core/taskrouter/failure.ts';
import { rejectedFailure } from '../../../support/rejectedFailure.ts';
import { clientOf } from '../../../support/server/clientOf.ts';
import { demoTasks } from '../../../support/server/demoTasks.ts';
import type { Fault } from '../../../support/server/fault.ts';
import { TaskRouterServer } from '../../../support/server/taskRouterServer.ts';

const never = () => new AbortController().signal;
const pause = () => Promise.resolve();

type WithoutHost<F> = F extends Failure ? Omit<F, 'host'> : never;

describe('what a client makes of an answer', () => {
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

  const failures: [what: string, fault: Fault, failure: WithoutHost<Failure>][] = [
    [
      '401',
      { status: 401, body: '{"code":20003,"message":"Authenticate"}' },
      { kind: 'unauthorized', code: 20003, detail: 'Authenticate' },
    ],
    ['401 without a body', { status: 401 }, { kind: 'unauthorized' }],
    [
      '403',
      { status: 403, body: '{"code":20403,"message":"Account\\nclosed"}' },
      { kind: 'forbidden', code: 20403, detail: 'Account closed' },
    ],
    ['403 of a gateway', { status: 403, body: '<html>' }, { kind: 'forbidden' }],
    [
      '403 for a restricted key',
      { status: 403, body: '{"code":70051}' },
      { kind: 'restrictedKey', code: 70051 },
    ],
    [
      '401 for a restricted key, in the newer shape',
      { status: 401, body: '{"type":"x","title":"No","status":401,"code":"70051"}' },
      { kind: 'restrictedKey', code: 70051, detail: 'No' },
    ],
    [
      '404',
      { status: 404, body: '{"code":20404}' },
      { kind: 'notFound', prefix: 'WT', code: 20404 },
    ],
    [
      '404 without words or a code',
      { status: 404, body: '{}' },
      { kind: 'unexpectedStatus', status: 404 },
    ],
    [
      '404 of a region without TaskRouter',
      {
        status: 404,
        body: '{"code":20404,"message":"Endpoint is not supported in realm \'au1\'","status":404}',
      },
      { kind: 'notServed', code: 20404, detail: "Endpoint is not supported in realm 'au1'" },
    ],
    ['404 of a proxy', { status: 404, body: '<html>' }, { kind: 'unexpectedStatus', status: 404 }],
    [
      '400',
      { status: 400, body: '{"code":20001,"message":"Invalid SID"}' },
      { kind: 'badRequest', status: 400, code: 20001, detail: 'Invalid SID' },
    ],
    [
      '422 in the newer shape',
      { status: 422, body: '{"title":"Unprocessable","detail":"Bad sid","code":20422}' },
      { kind: 'badRequest', status: 422, code: 20422, detail: 'Bad sid' },
    ],
    [
      '409',
      { status: 409, body: '{"message":"Busy"}' },
      {
        kind: 'conflict',
        status: 409,
        detail: 'Busy',
      },
    ],
    ['412 without a body', { status: 412 }, { kind: 'conflict', status: 412 }],
    [
      '405',
      { status: 405, body: '{"code":20004}' },
      { kind: 'unexpectedStatus', status: 405, code: 20004 },
    ],
    ['204', { status: 204 }, { kind: 'unexpectedStatus', status: 204 }],
    ['304', { status: 304 }, { kind: 'unexpectedStatus', status: 304 }],
    ['407', { status: 407, body: '<html>' }, { kind: 'proxy', status: 407 }],
    ['500', { status: 500, body: '<html>' }, { kind: 'server', status: 500 }],
    [
      '502 that says when',
      { status: 502, headers: { 'Retry-After': '7' } },
      { kind: 'server', status: 502, retryAfterSeconds: 7 },
    ],
    [
      '500 with a body that cannot be read',
      { status: 500, body: 'x', headers: { 'Content-Encoding': 'gzip' } },
      { kind: 'server', status: 500 },
    ],
    ['no JSON', { status: 200, body: 'hello' }, { kind: 'notJson' }],
    ['nothing', { status: 200, body: '' }, { kind: 'notJson' }],
    [
      'not UTF-8',
      { bytes: new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
      { kind: 'notJson' },
    ],
    [
      'not compressed as it says',
      { status: 200, body: '{"sid":1}', headers: { 'Content-Encoding': 'gzip' } },
      { kind: 'notJson' },
    ],
    ['a number', { status: 200, body: '7' }, { kind: 'notTask', prefix: 'WT' }],
    [
      'an object without a sid',
      { status: 200, body: '{"sid":null}' },
      { kind: 'notTask', prefix: 'WT' },
    ],
    ['another Task', { status: 200, body: '{"sid":"WT0"}' }, { kind: 'anotherTask', prefix: 'WT' }],
    [
      'more than 10 MB',
      { bytes: new Uint8Array(10_000_001).fill(0x20) },
      { kind: 'tooLarge', limitMegabytes: 10 },
    ],
  ];
  for (const [what, fault, failure] of failures) {
    it(`is ${failure.kind} if that is ${what}, and the next one is read`, async () => {
      server.fault(fault);
      const client = clientOf(server, { pause });
      const expected = { ...failure, host };
      assert.deepEqual(await rejectedFailure(client.fetchResource(task(), never())), expected);
      assert.equal(server.requests.length, 1, 'it asked again');
      assert.ok((await client.fetchResource(task(), never())).text.length > 0);
    });
  }

  it('is unauthorizedInRegion if that is 401 and the profile names a region', async () => {
    const client = clientOf(server, {
      profile: { region: 'ie1', edge: 'dublin' },
      credentials: { username: 'AC', password: 'wrong' },
    });
    assert.deepEqual(await rejectedFailure(client.fetchResource(task(), never())), {
      kind: 'unauthorizedInRegion',
      host,
      region: 'ie1',
      code: 20003,
      detail: 'Authenticate',
    });
  });

  it('is not notFound if that is a list', async () => {
    server.fault({ status: 404, body: '{"code":20404}' });
    const list = async () => {
      for await (const page of clientOf(server).listWorkspaces(never())) assert.ok(page);
    };
    const failure = { kind: 'notServed', host, code: 20404 };
    assert.deepEqual(await rejectedFailure(list()), failure);
  });

  it('is unexpectedAnswer if that is no list where one was asked for', async () => {
    server.fault({ status: 200, body: '{"sid":"WT0"}' });
    const failure = { kind: 'unexpectedAnswer', host };
    assert.deepEqual(await rejectedFailure(clientOf(server).check(never())), failure);
  });

  it('is redirected if that is a redirect, which is not followed', async () => {
    server.fault({ status: 302, headers: { Location: `${server.url}/v1/elsewhere` } });
    const failure = await rejectedFailure(clientOf(server).fetchResource(task(), never()));
    assert.deepEqual(failure, { kind: 'redirected', host, status: 302 });
    assert.equal(server.requests.length, 1);
  });
});

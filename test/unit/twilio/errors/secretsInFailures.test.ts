import assert from 'node:assert/strict';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describeFailure } from '../../../../src/core/failures/describeFailure.ts';
import { formatMessage, plainEnglish } from '../../../../src/core/messages/message.ts';
import { asFailure, TaskRouterFailure } from '../../../../src/core/taskrouter/failure.ts';
import { logRequest, type RequestLogEntry } from '../../../../src/twilio/http/requestLog.ts';
import { everyFailure } from '../../../support/everyFailure.ts';
import { makeCertificate } from '../../../support/server/certificates.ts';
import { clientOf, type TestClientOptions } from '../../../support/server/clientOf.ts';
import { demoTasks } from '../../../support/server/demoTasks.ts';
import type { Fault } from '../../../support/server/fault.ts';
import { TaskRouterServer } from '../../../support/server/taskRouterServer.ts';

const { username, password } = { username: 'ACcanary', password: 'secret"canary\\é' };
const basic = Buffer.from(`${username}:${password}`).toString('base64');

/** All that somebody could come upon who is given a value: also what is hidden, and what caused it. */
function allOf(value: unknown): string {
  const error = value instanceof Error ? value : undefined;
  return [
    inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity }),
    JSON.stringify(value),
    String(value),
    error?.stack,
    JSON.stringify(error, Object.getOwnPropertyNames(error ?? {})),
  ].join('\n');
}

describe('What a client says of a request', () => {
  let server: TaskRouterServer;
  let log: RequestLogEntry[];
  before(async () => {
    server = await TaskRouterServer.start();
  });
  beforeEach(() => {
    server.reset();
    log = [];
  });
  after(() => server.close());

  /** What fetching a Task comes to, under these circumstances. */
  const reasonOf = async (url: string, options: TestClientOptions = {}, signal?: AbortSignal) => {
    const [task] = demoTasks(server.simulation);
    assert.ok(task !== undefined);
    const credentials = { username, password };
    const pause = () => Promise.resolve();
    const client = clientOf({ url }, { credentials, pause, log, ...options });
    return client.fetchResource(task, signal ?? new AbortController().signal).then(
      () => assert.fail('it did not fail'),
      (reason: unknown) => reason,
    );
  };
  const holdsNoSecret = (reason: unknown) => {
    assert.ok(reason !== undefined);
    const failure = asFailure(reason);
    const sentence = failure && formatMessage(describeFailure(failure), plainEnglish);
    for (const text of [allOf(reason), allOf(log), log.map(logRequest).join('\n'), sentence]) {
      assert.ok(!text?.includes(password), text);
      assert.ok(!text?.includes(JSON.stringify(password).slice(1, -1)), text);
      assert.ok(!text?.includes(basic), text);
      // The name of a setting holds the word, too.
      const withoutSetting = text?.replaceAll('http.proxyAuthorization', '') ?? '';
      assert.doesNotMatch(withoutSetting, /authorization|\bBasic\b|user-agent|_header/i);
    }
  };

  const statuses = [301, 302, 400, 401, 403, 404, 405, 407, 409, 412, 422, 429, 500, 502, 503, 204];
  const faults: [what: string, fault: Fault][] = [
    ...statuses.map((status): [string, Fault] => [
      `the status ${status}`,
      { status, body: '{"code":20001,"message":"No"}', times: Infinity },
    ]),
    ['no JSON', { status: 200, body: 'hello' }],
    ['no Task', { status: 200, body: '[]' }],
    ['no UTF-8', { bytes: new Uint8Array([0xff, 0xfe]) }],
    ['no gzip', { status: 200, body: '{}', headers: { 'Content-Encoding': 'gzip' } }],
    ['no brotli', { status: 200, body: '{}', headers: { 'Content-Encoding': 'br' } }],
    ['too much', { bytes: new Uint8Array(10_000_001).fill(0x20) }],
    ['no answer', { reset: true }],
    ['half an answer', { cutBody: true }],
  ];
  for (const [what, fault] of faults) {
    it(`holds no secret and no header where the answer is ${what}`, async () => {
      server.fault(fault);
      const reason = await reasonOf(server.url);
      assert.ok(reason instanceof TaskRouterFailure);
      holdsNoSecret(reason);
    });
  }

  it('holds none where the credentials are refused', async () => {
    holdsNoSecret(await reasonOf(server.url));
  });

  it('holds none where the time is over', async () => {
    server.fault({ hang: true });
    holdsNoSecret(await reasonOf(server.url, { timeoutSeconds: 0.05 }));
  });

  it('holds none where it is cancelled', async () => {
    server.fault({ hang: true });
    holdsNoSecret(await reasonOf(server.url, {}, AbortSignal.timeout(50)));
  });

  it('holds none where the profile is removed', async () => {
    server.fault({ hang: true });
    holdsNoSecret(await reasonOf(server.url, { revoked: AbortSignal.timeout(50) }));
  });

  for (const url of [
    'http://taskrouter.invalid:8080',
    'http://127.0.0.1:1',
    'https://127.0.0.1:1',
    // What no profile can have: the library throws of its own accord.
    'ftp://127.0.0.1',
    'data:text/plain,x',
  ]) {
    it(`holds none where the address is ${url}`, async () => {
      holdsNoSecret(await reasonOf(url));
    });
  }

  it('holds none where the certificate is not trusted', async () => {
    const { key, cert } = await makeCertificate();
    const stranger = https.createServer({ key, cert });
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = stranger.address() as AddressInfo;
      const reason = await reasonOf(`https://127.0.0.1:${port}`);
      assert.equal(asFailure(reason)?.kind, 'tls');
      holdsNoSecret(reason);
    } finally {
      stranger.close();
    }
  });

  it('is a failure of which each kind has no more than its facts', () => {
    for (const failure of everyFailure) {
      const error = new TaskRouterFailure(failure);
      assert.deepEqual(Object.getOwnPropertyNames(error).sort(), [
        'failure',
        'message',
        'name',
        'stack',
      ]);
      assert.equal(error.cause, undefined);
      assert.equal(error.message, `TaskRouter request failed: ${failure.kind}`);
    }
  });
});

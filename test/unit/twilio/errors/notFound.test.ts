import assert from 'node:assert/strict';
import { readHttpFailure } from '../../../../src/twilio/errors/httpFailure.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const WT = `WT${D}`;
const PATH = `/Workspaces/${WS}/Tasks/${WT}`;
const REALM = "Endpoint is not supported in realm 'au1'";

const failureFor = (body: string | undefined, asked: object = {}) =>
  readHttpFailure(
    { status: 404, body, retryAfter: null },
    { host: 'h', path: `/v1${PATH}`, region: undefined, resource: 'WT', ...asked },
    0,
  );
const error = (code: unknown, message?: string) => JSON.stringify({ code, message, status: 404 });

describe('a 404', () => {
  const about: [what: string, body: string][] = [
    ['in Twilio’s words', error(20404, `The requested resource ${PATH} was not found`)],
    [
      'with the version in its path',
      error(20404, `The requested resource /v1${PATH} was not found`),
    ],
    ['with digits in the other case', error(20404, `Task ${WT.replace('abc', 'ABC')} not found`)],
    ['without words', error(20404)],
    ['that names nothing', error(20404, 'Not found')],
    ['whose code is a text', error('20404', 'Resource not found')],
    ['of what is gone', error(20404, `Task ${WT} does not exist`)],
    ['without a code', error(undefined, `The requested resource ${PATH} was not found`)],
  ];
  for (const [what, body] of about) {
    it(`says that the Task is not there: ${what}`, () => {
      const { kind } = failureFor(body);
      assert.equal(kind, 'notFound');
    });
  }

  const elsewhere: [what: string, body: string][] = [
    ['of a region', error(20404, REALM)],
    ['of a region, in other words', error(20404, 'TaskRouter is not available in this region')],
    ['of the API', error(20404, 'The requested resource /v1/Workspaces was not found')],
    ['of another Task', error(20404, `Task WT${'f'.repeat(32)} was not found`)],
    ['of an account', error(20404, `Account AC${D} was not found`)],
    ['with another code', error(20405, `The requested resource ${PATH} was not found`)],
    ['of a gateway', JSON.stringify({ message: 'no Route matched with those values' })],
    ['of a gateway that says no more', JSON.stringify({ message: 'Not Found' })],
    ['of a mock', JSON.stringify({ title: 'Route not resolved', detail: 'Path not found' })],
  ];
  for (const [what, body] of elsewhere) {
    it(`does not say that the Task is gone: ${what}`, () => {
      const failure = failureFor(body);
      const { code, message, detail, title } = JSON.parse(body) as Record<string, unknown>;
      const said = message ?? detail ?? title;
      assert.deepEqual(failure, {
        ...{ kind: 'notServed', host: 'h', detail: said },
        ...(code !== undefined && { code }),
      });
    });
  }

  it('is of no one in particular without any words', () => {
    for (const body of [undefined, '', '<html>', '{}', '[]', 'null']) {
      assert.deepEqual(failureFor(body), { kind: 'unexpectedStatus', host: 'h', status: 404 });
    }
  });

  it('of a list is about no resource', () => {
    assert.equal(failureFor(error(20404), { resource: 'list' }).kind, 'notServed');
  });

  for (const [host, region] of [
    ['taskrouter.twilio.com', 'us1'],
    ['taskrouter.ashburn.us1.twilio.com', 'us1'],
    ['taskrouter.sydney.au1.twilio.com', 'au1'],
    ['taskrouter.ie1.twilio.com', 'ie1'],
    ['127.0.0.1:4010', undefined],
    ['twilio.com.evil.example', undefined],
  ] as const) {
    it(`names the region of ${host}: ${region ?? 'none'}`, () => {
      const failure = failureFor(error(20404, REALM), { host });
      assert.ok(failure.kind === 'notServed');
      assert.equal(failure.region, region);
    });
  }
});

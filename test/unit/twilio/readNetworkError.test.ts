import assert from 'node:assert/strict';
import { readNetworkError } from '../../../src/twilio/readNetworkError.ts';

const read = (message: string, url: string, code = 'ECONNREFUSED') =>
  readNetworkError({ code, message }, new URL(url)).kind;

describe('readNetworkError', () => {
  const errors: [message: string, url: string, kind: string][] = [
    ['connect ECONNREFUSED 54.1.2.3:443', 'https://taskrouter.twilio.com', 'refused'],
    ['connect ECONNREFUSED 54.1.2.3:80', 'http://localhost', 'refused'],
    ['connect ECONNREFUSED ::1:4010', 'http://[::1]:4010', 'refused'],
    ['', 'http://localhost:4010', 'refused'],
    ['connect ECONNREFUSED 10.0.0.1:3128', 'https://taskrouter.twilio.com', 'proxy'],
    ['connect ECONNREFUSED 10.0.0.1:443', 'https://127.0.0.1', 'proxy'],
    ['connect ECONNREFUSED fd00::1:4010', 'http://[::1]:4010', 'proxy'],
    [
      'request to https://h/connect X 1.2.3.4:8080 failed, reason: connect ECONNREFUSED 1.2.3.4:443',
      'https://h/',
      'refused',
    ],
  ];
  for (const [message, url, kind] of errors) {
    it(`takes "${message}" from ${url} for ${kind}`, () => {
      assert.equal(read(message, url), kind);
    });
  }

  it('compares names without case', () => {
    const message = 'getaddrinfo ENOTFOUND TaskRouter.Twilio.com';
    assert.equal(read(message, 'https://taskrouter.twilio.com', 'ENOTFOUND'), 'dns');
    assert.equal(read(message, 'https://taskrouter.dublin.ie1.twilio.com', 'ENOTFOUND'), 'proxy');
  });

  const codes: [code: string, failure: object][] = [
    ['EAI_AGAIN', { kind: 'dns', code: 'EAI_AGAIN' }],
    ['ETIMEDOUT', { kind: 'network', code: 'ETIMEDOUT' }],
    ['EHOSTUNREACH', { kind: 'network', code: 'EHOSTUNREACH' }],
    ['ENETUNREACH', { kind: 'network', code: 'ENETUNREACH' }],
    ['ECONNABORTED', { kind: 'reset', code: 'ECONNABORTED' }],
    ['EPIPE', { kind: 'reset', code: 'EPIPE' }],
    ['Z_BUF_ERROR', { kind: 'notJson' }],
    ['CERT_REVOKED', { kind: 'tls', code: 'CERT_REVOKED', problem: 'other' }],
    ['EPROTO', { kind: 'tls', code: 'EPROTO', problem: 'other' }],
    [
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      { kind: 'tls', code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', problem: 'untrusted' },
    ],
  ];
  for (const [code, failure] of codes) {
    it(`takes ${code} for ${JSON.stringify(failure)}`, () => {
      const expected = { ...failure, host: 'h:1' };
      assert.deepEqual(readNetworkError({ code, message: 'no' }, new URL('http://h:1')), expected);
    });
  }
});

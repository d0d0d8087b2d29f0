import assert from 'node:assert/strict';
import { readNetworkError } from '../../../../src/twilio/errors/networkError.ts';

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
    ['ECONNRESET', { kind: 'reset', code: 'ECONNRESET' }],
    ['ERR_STREAM_PREMATURE_CLOSE', { kind: 'reset', code: 'ERR_STREAM_PREMATURE_CLOSE' }],
    ['ERR__ERROR_FORMAT_PADDING_1', { kind: 'notJson' }],
    ['ERR_BROTLI_INVALID', { kind: 'notJson' }],
    ['ENOTFOUND', { kind: 'dns', code: 'ENOTFOUND' }],
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

  const certificates: [code: string, problem: string][] = [
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
    ['CERT_UNTRUSTED', 'untrusted'],
    ['CERT_HAS_EXPIRED', 'expired'],
    ['CERT_NOT_YET_VALID', 'notYetValid'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrongHost'],
    ['HOSTNAME_MISMATCH', 'wrongHost'],
    ['CRL_HAS_EXPIRED', 'other'],
    ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'other'],
    ['ERROR_IN_CERT_NOT_BEFORE_FIELD', 'other'],
    ['INVALID_CA', 'other'],
    ['INVALID_PURPOSE', 'other'],
    ['PATH_LENGTH_EXCEEDED', 'other'],
    ['UNSPECIFIED', 'other'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'other'],
    ['ERR_OSSL_EVP_UNSUPPORTED', 'other'],
  ];
  for (const [code, problem] of certificates) {
    it(`takes ${code} for a certificate that is ${problem}`, () => {
      const expected = { kind: 'tls', host: 'h', code, problem };
      assert.deepEqual(readNetworkError({ code, message: 'no' }, new URL('https://h')), expected);
    });
  }

  for (const code of ['MY_CERT_HAS_EXPIRED', 'INVALID_CALL', 'ENOTFOUNDED', 'MY_Z_BUF_ERROR', '']) {
    it(`takes ‘${code}’, which it does not know, for a fault of the network`, () => {
      const expected = { kind: 'network', host: 'h', code };
      assert.deepEqual(readNetworkError({ code, message: 'no' }, new URL('https://h')), expected);
    });
  }
});

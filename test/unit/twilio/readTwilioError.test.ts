import assert from 'node:assert/strict';
import { readTwilioError } from '../../../src/twilio/readTwilioError.ts';

describe('readTwilioError', () => {
  const errors: [what: string, body: string | undefined, error: object | undefined][] = [
    [
      'the shape that most of Twilio has',
      '{"code":20404,"message":"Not found","more_info":"https://x","status":404}',
      { code: 20404, detail: 'Not found' },
    ],
    [
      "RFC 9457's",
      '{"type":"about:blank","title":"Bad Request","status":400,"code":20001,"detail":"Sid is bad"}',
      { code: 20001, detail: 'Sid is bad' },
    ],
    ['a title alone', '{"title":"Bad Request","detail":" "}', { detail: 'Bad Request' }],
    ['a code in a string', '{"code":"20003"}', { code: 20003 }],
    ['a code that is none', '{"code":"../x"}', {}],
    ['a code that is no whole number', '{"code":1.5}', {}],
    ['a code of zero', '{"code":0}', {}],
    ['a code beyond all numbers', '{"code":1e300}', {}],
    ['an object with nothing of it', '{"error":true}', {}],
    [
      'a message with line breaks and other control characters',
      JSON.stringify({ message: '\n a\r\n\tb\u0000\u0085c\u2028d\u202ee \ud800' }),
      { detail: 'a b c d e' },
    ],
    [
      'a message that would make a link in a notification',
      '{"message":"[Sign in](command:x)"}',
      { detail: '[Sign in] (command:x)' },
    ],
    ['a list', '[]', undefined],
    ['a number', '7', undefined],
    ['HTML', '<html></html>', undefined],
    ['nothing', '', undefined],
    ['no text', undefined, undefined],
  ];
  for (const [what, body, error] of errors) {
    it(`reads ${what}`, () => {
      assert.deepEqual(readTwilioError(body), error);
    });
  }

  it('cuts a long message between characters', () => {
    const cut = (message: string) => readTwilioError(JSON.stringify({ message }))?.detail;
    assert.equal(cut('x'.repeat(200)), 'x'.repeat(200));
    assert.equal(cut('😀'.repeat(201)), `${'😀'.repeat(199)}…`);
  });
});

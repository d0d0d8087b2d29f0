import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTwilioError } from '../../../../src/twilio/errors/twilioError.ts';
import { anyText } from '../../../support/json/jsonTexts.ts';

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

  it('never throws, and says of any body what one short line and a link can hold', () => {
    const field = fc.constantFrom('code', 'message', 'detail', 'title', '__proto__');
    const word = fc.constantFrom(
      '](',
      '\n',
      '\u202e',
      '\ud800',
      '😀',
      'x'.repeat(150),
      ' ',
      '20001',
    );
    const value = fc.oneof(fc.string({ unit: word }), anyText, fc.jsonValue());
    const body = fc.dictionary(field, value).map((fields) => JSON.stringify(fields));
    fc.assert(
      fc.property(fc.oneof(body, fc.json(), anyText), (text) => {
        const { code = 1, detail = 'x' } = readTwilioError(text) ?? {};
        assert.ok(Number.isInteger(code) && code > 0 && code < 1e9);
        assert.doesNotMatch(detail, /[\p{Cc}\p{Cf}\p{Cs}]|\]\(|^\s|\s{2}/u);
        assert.ok(detail !== '' && Array.from(detail).length <= 200);
      }),
    );
  });
});

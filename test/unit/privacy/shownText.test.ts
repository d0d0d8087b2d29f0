import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeRoughDuration } from '../../../src/core/messages/duration.ts';
import { shownText } from '../../../src/core/privacy/shownText.ts';
import { plain } from '../../support/english.ts';

describe('shownText', () => {
  for (const [text, masked, shown] of [
    ['Billing (Spanish)', false, 'Billing (Spanish)'],
    [' a\n\tb\u202e\u0000c ', false, 'a bc'],
    ['call +1 500 555 0006', false, 'call +1 500 555 0006'],
    ['call +1 500 555 0006', true, 'call •••'],
    ['+1500\u200b5550006', true, '•••'],
    ['ada@exam\u00adple.com', true, '•••'],
    ['', true, ''],
  ] as const) {
    it(`makes ${JSON.stringify(shown)} of ${JSON.stringify(text)}${masked ? ', masked' : ''}`, () => {
      assert.equal(shownText(text, masked), shown);
    });
  }

  it('cuts a long text between characters', () => {
    assert.equal(shownText('x'.repeat(100), false), 'x'.repeat(100));
    assert.equal(shownText('x'.repeat(101), false), `${'x'.repeat(100)}…`);
    assert.equal(shownText('😀'.repeat(100), false), '😀'.repeat(100));
    assert.equal(shownText('😀'.repeat(101), false), `${'😀'.repeat(100)}…`);
    assert.equal(shownText('abcd', false, 3), 'abc…');
  });

  it('returns one line of at most a hundred whole characters for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.boolean(), (text, masked) => {
        const shown = shownText(text, masked);
        assert.ok(Array.from(shown).length <= 101);
        assert.doesNotMatch(shown, /\p{Surrogate}/u);
        assert.doesNotMatch(shown, /[\n\r\t]/);
      }),
    );
  });
});

describe('describeRoughDuration', () => {
  for (const [seconds, text] of [
    [-1, '0 s'],
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [3599, '59 min'],
    [3600, '1 h'],
    [86_399, '23 h'],
    [86_400, '1 d'],
    [1_209_600, '14 d'],
  ] as const) {
    it(`says ${text} of ${seconds} s`, () => {
      assert.equal(plain(describeRoughDuration(seconds)), text);
    });
  }
});

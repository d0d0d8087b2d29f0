import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutText, shownText } from '../../../src/core/messages/plainText.ts';
import { anyCharacter } from '../../support/json/jsonTexts.ts';

describe('shownText', () => {
  for (const [text, shown] of [
    ['Billing (Spanish)', 'Billing (Spanish)'],
    [' a\n\tb\u202e\u0000c ', 'a bc'],
    ['call +1 500 555 0006', 'call +1 500 555 0006'],
    ['', ''],
  ] as const) {
    it(`makes ${JSON.stringify(shown)} of ${JSON.stringify(text)}`, () => {
      assert.equal(shownText(text), shown);
    });
  }

  it('cuts what is longer than a line, between characters', () => {
    assert.equal(shownText('x'.repeat(100)), 'x'.repeat(100));
    assert.equal(shownText('x'.repeat(101)), `${'x'.repeat(100)}…`);
    assert.equal(shownText('😀'.repeat(100)), '😀'.repeat(100));
    assert.equal(shownText('😀'.repeat(101)), `${'😀'.repeat(100)}…`);
    assert.equal(shownText('abcd', 3), 'abc…');
  });

  it('is one line of no more than a hundred characters, and whole, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), (text) => {
        const shown = shownText(text);
        assert.ok(Array.from(shown).length <= 101);
        assert.doesNotMatch(shown, /\p{Surrogate}/u);
        assert.doesNotMatch(shown, /[\n\r\t]/);
      }),
    );
  });
});

describe('cutText', () => {
  it('keeps lines, and cuts before a character that does not fit as a whole', () => {
    assert.equal(cutText('a\nb', 3), 'a\nb');
    assert.equal(cutText('a\nbc', 3), 'a\nb…');
    assert.equal(cutText('ab😀', 3), 'ab…');
    assert.equal(cutText('a😀b', 3), 'a😀…');
  });
});

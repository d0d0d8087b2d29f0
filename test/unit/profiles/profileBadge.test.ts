import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  badgedName,
  badgeThemeColor,
  nameWithBadge,
  parseBadgeText,
  readProfileBadge,
} from '../../../src/core/profiles/profileBadge.ts';

describe('readProfileBadge', () => {
  for (const [stored, badge] of [
    [
      { color: 'red', text: 'PROD' },
      { color: 'red', text: 'PROD' },
    ],
    [{ color: 'red' }, { color: 'red' }],
    [{ text: ' two  words\n' }, undefined],
    [{ text: ' a\tb ' }, { text: 'a b' }],
    [{ color: 'infrared', text: 'P' }, { text: 'P' }],
    [{ color: 'infrared', text: '' }, undefined],
    [{ text: 'far too long' }, undefined],
    ['red', undefined],
    [undefined, undefined],
  ] as const) {
    it(`reads ${JSON.stringify(stored)} as ${JSON.stringify(badge)}`, () => {
      assert.deepEqual(readProfileBadge(stored), badge);
    });
  }

  it('never throws, and reads what it returned as the same', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const badge = readProfileBadge(value);
        assert.deepEqual(readProfileBadge(badge), badge);
      }),
    );
  });
});

describe('The badge of a profile', () => {
  it('has at most eight characters', () => {
    assert.deepEqual(parseBadgeText(' PROD '), { valid: true, value: 'PROD' });
    assert.deepEqual(parseBadgeText(''), { valid: true, value: '' });
    assert.equal(parseBadgeText('12345678').valid, true);
    assert.equal(parseBadgeText('123456789').valid, false);
  });

  it('stands before the name', () => {
    assert.equal(badgedName({ name: 'Acme', badge: { text: 'PROD' } }), 'PROD · Acme');
    assert.equal(badgedName({ name: 'Acme', badge: { color: 'red' } }), 'Acme');
    assert.equal(badgedName({ name: 'Acme' }), 'Acme');
  });

  it('stands in parentheses after the name among other facts', () => {
    assert.equal(nameWithBadge({ name: 'Acme', badge: { text: 'PROD' } }), 'Acme (PROD)');
    assert.equal(nameWithBadge({ name: 'Acme', badge: { color: 'red' } }), 'Acme');
  });

  it('has a color of the theme', () => {
    assert.equal(badgeThemeColor({ color: 'green' }), 'charts.green');
    assert.equal(badgeThemeColor({ text: 'PROD' }), undefined);
  });
});

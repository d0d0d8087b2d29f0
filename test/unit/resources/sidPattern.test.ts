import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sidPattern, WHOLE_SID } from '../../../src/core/resources/sidPattern.ts';

const DIGITS = '0123456789abcdefABCDEF0123456789';

describe('sidPattern', () => {
  it('matches two uppercase letters and 32 hex digits in either case', () => {
    assert.match(`WT${DIGITS}`, WHOLE_SID);
    for (const text of [`wt${DIGITS}`, `WT${DIGITS}0`, `WT${DIGITS.slice(1)}`, `xWT${DIGITS}`]) {
      assert.doesNotMatch(text, WHOLE_SID);
    }
    assert.doesNotMatch(`WT${DIGITS.slice(1)}g`, WHOLE_SID);
  });

  it('matches only the given prefixes', () => {
    const pattern = new RegExp(`^${sidPattern('(?:WS|WT)')}$`);
    assert.match(`WS${DIGITS}`, pattern);
    assert.doesNotMatch(`WQ${DIGITS}`, pattern);
  });

  /** A class of hex digits, or of letters and digits, repeated as often as in a SID. */
  const DIGITS_OF_A_SID = /(?:\[[^\]\n]*(?:a-f|A-F)[^\]\n]*\]|\\[wd])\{(?:32|34)\}/;
  /** The id of a profile has as many digits, but is not a SID. */
  const PROFILE_ID = '/^p-[0-9a-f]{32}$/';

  it('is the only place in the code with a pattern for the digits of a SID', () => {
    const written = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .filter((name) =>
        readFileSync(join('src', name), 'utf8')
          .split('\n')
          // Comments can contain the pattern.
          .filter((line) => !/^\s*(?:\/\/|\/?\*)/.test(line))
          .some((line) => DIGITS_OF_A_SID.test(line.replace(PROFILE_ID, ''))),
      );
    assert.deepEqual(written, []);
  });

  for (const [code, isOne] of [
    ['/^[A-Z]{2}[0-9a-fA-F]{32}$/', true],
    ['/WT[a-f0-9]{32}/i', true],
    [String.raw`/WS\w{32}/`, true],
    ['/[A-F\\d]{32}/', true],
    ['/^[0-9a-f]{24,}$/', false],
    ['/[A-Z]{2}/', false],
  ] as const) {
    it(`would ${isOne ? 'be' : 'not be'} found in ${code}`, () => {
      assert.equal(DIGITS_OF_A_SID.test(code), isOne);
    });
  }
});

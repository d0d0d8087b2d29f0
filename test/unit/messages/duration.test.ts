import assert from 'node:assert/strict';
import { describeDuration, describeRoughDuration } from '../../../src/core/messages/duration.ts';
import { plain } from '../../support/english.ts';

describe('describeDuration', () => {
  for (const [seconds, text] of [
    [-1, '0 s'],
    [0, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [61, '1 min 1 s'],
    [1214, '20 min 14 s'],
    [3599, '59 min 59 s'],
    [3600, '1 h'],
    [3659, '1 h'],
    [7260, '2 h 1 min'],
    [86_399, '23 h 59 min'],
    [86_400, '1 d'],
    [89_999, '1 d'],
    [176_400, '2 d 1 h'],
    [1_209_600, '14 d'],
  ] as const) {
    it(`says ${text} of ${seconds} s`, () => {
      assert.equal(plain(describeDuration(seconds)), text);
    });
  }
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

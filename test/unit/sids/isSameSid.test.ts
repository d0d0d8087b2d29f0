import assert from 'node:assert/strict';
import { isSameSid } from '../../../src/core/sids/isSameSid.ts';
import { namesNoOther } from '../../../src/core/sids/namesNoOther.ts';
import { shortenSid } from '../../../src/core/sids/shortenSid.ts';

const [lower, upper, other] = [
  `WT${'ab'.repeat(16)}`,
  `WT${'AB'.repeat(16)}`,
  `WT${'cd'.repeat(16)}`,
];

describe('isSameSid', () => {
  it('takes hex digits in either case, and no others', () => {
    assert.equal(isSameSid(lower, lower), true);
    assert.equal(isSameSid(lower, upper), true);
    assert.equal(isSameSid(upper, lower), true);
    assert.equal(isSameSid(lower, other), false);
  });
});

describe('namesNoOther', () => {
  const cases: [what: string, field: unknown, asked: string | undefined, fits: boolean][] = [
    ['the SID that was asked for', lower, lower, true],
    ['the same in other letters', upper, lower, true],
    ['another', other, lower, false],
    ['an empty text', '', lower, false],
    ['null', null, lower, true],
    ['nothing', undefined, lower, true],
    ['a number', 7, lower, true],
    ['any, where none was asked for', other, undefined, true],
  ];
  for (const [what, field, asked, fits] of cases) {
    it(`is ${String(fits)} for ${what}`, () => {
      assert.equal(namesNoOther(field, asked), fits);
    });
  }
});

describe('shortenSid', () => {
  it('keeps the prefix and the end', () => {
    assert.equal(shortenSid('WT0123456789abcdef0123456789abcdef'), 'WT…89abcdef');
  });
});

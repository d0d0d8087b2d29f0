import assert from 'node:assert/strict';
import { readRetryAfter } from '../../../src/twilio/readRetryAfter.ts';

const now = Date.parse('2026-11-23T15:00:00.500Z');

describe('readRetryAfter', () => {
  const headers: [header: string | null, seconds: number | undefined][] = [
    ['7', 7],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 15:01:00 GMT', 60],
    ['Monday, 23-Nov-26 15:01:00 GMT', 60],
    ['Wed, 21 Oct 2015 07:28:00 GMT', 0],
    [null, undefined],
    ['', undefined],
    ['soon', undefined],
    ['soon 7', undefined],
    ['-1', undefined],
    ['1.5', undefined],
    ['1e9', undefined],
    ['86400', 86_400],
    ['86401', undefined],
    ['Thu, 26 Nov 2026 15:01:00 GMT', undefined],
    ['Mon, 99 Nov 2026 15:01:00 GMT', undefined],
  ];
  for (const [header, seconds] of headers) {
    it(`reads ${JSON.stringify(header)} as ${seconds ?? 'nothing'}`, () => {
      assert.equal(readRetryAfter(header, now), seconds);
    });
  }
});

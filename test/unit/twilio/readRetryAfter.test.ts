import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRetryAfter } from '../../../src/twilio/readRetryAfter.ts';
import { anyText } from '../../support/anyText.ts';

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

  it('never throws, and is a whole number of seconds or nothing', () => {
    const header = fc.string({
      unit: fc.constantFrom('7', '-', '.', 'e', ' ', ' GMT', 'Nov', ':'),
    });
    fc.assert(
      fc.property(fc.oneof(header, anyText), (text) => {
        const seconds = readRetryAfter(text, now) ?? 0;
        assert.ok(Number.isInteger(seconds) && seconds >= 0);
      }),
    );
  });

  it('reads back any number and any date to the second, up to a day from now', () => {
    const day = 86_400;
    const times = { min: new Date(now), max: new Date(now + 2 * day), noInvalidDate: true };
    const upToADay = (seconds: number) => (seconds <= day ? seconds : undefined);
    fc.assert(
      fc.property(fc.nat({ max: 200_000 }), fc.date(times), (seconds, date) => {
        assert.equal(readRetryAfter(String(seconds), now), upToADay(seconds));
        const inSeconds = Math.floor(date.getTime() / 1000);
        const expected = Math.max(0, Math.ceil(inSeconds - now / 1000));
        assert.equal(readRetryAfter(date.toUTCString(), now), upToADay(expected));
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRetryAfter, retryDelay } from '../../../../src/twilio/http/retry.ts';
import { anyText } from '../../../support/json/jsonTexts.ts';

const unavailable = { kind: 'server', host: 'h', status: 503 } as const;

describe('retryDelay', () => {
  it('is chosen below a bound that doubles from half a second', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (retries, chance) => {
          const state = { retries, millisecondsLeft: 120_000, random: () => chance };
          const delay = retryDelay(unavailable, state);
          assert.ok(delay !== undefined && delay >= 0 && delay <= 500 * 2 ** retries);
        },
      ),
    );
    const most = [0, 1, 2, 3].map((retries) =>
      retryDelay(unavailable, { retries, millisecondsLeft: 120_000, random: () => 0.9999 }),
    );
    assert.deepEqual(most, [500, 1000, 2000, undefined]);
  });

  it('leaves time for the request that it delays', () => {
    const failure = { ...unavailable, retryAfterSeconds: 5 };
    const state = { retries: 0, random: () => 0 };
    assert.equal(retryDelay(failure, { ...state, millisecondsLeft: 5001 }), 5000);
    assert.equal(retryDelay(failure, { ...state, millisecondsLeft: 5000 }), undefined);
    assert.equal(retryDelay(unavailable, { ...state, millisecondsLeft: 0 }), undefined);
  });
});

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

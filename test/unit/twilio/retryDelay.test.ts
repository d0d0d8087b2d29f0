import assert from 'node:assert/strict';
import fc from 'fast-check';
import { retryDelay } from '../../../src/twilio/retryDelay.ts';

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

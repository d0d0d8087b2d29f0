import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pollDelay } from '../../../src/core/tasks/taskWatcher.ts';
import { everyFailure } from '../../support/everyFailure.ts';

const server = { kind: 'server', host: 'localhost', status: 503 } as const;
const rateLimited = { kind: 'rateLimited', host: 'localhost' } as const;

describe('pollDelay', () => {
  const cases: [what: string, parameters: Parameters<typeof pollDelay>, seconds: number][] = [
    ['the interval after an answer', [10, 0, undefined], 10],
    ['twice the interval after a failure', [10, 1, server], 20],
    ['four times after the second', [10, 2, server], 40],
    ['no more than five minutes', [10, 9, server], 300],
    ['no more after a thousand failures', [10, 2000, server], 300],
    ['never less than the interval', [3600, 9, server], 3600],
    ['what a 429 asks for', [10, 1, { ...rateLimited, retryAfterSeconds: 90 }], 90],
    ['what a 503 asks for', [10, 1, { ...server, retryAfterSeconds: 90 }], 90],
    ['more than a 429 asks for', [10, 3, { ...rateLimited, retryAfterSeconds: 1 }], 80],
    ['a day at most', [10, 1, { ...rateLimited, retryAfterSeconds: 999_999_999 }], 86_400],
  ];
  for (const [what, parameters, seconds] of cases) {
    it(`is ${what}`, () => {
      assert.equal(pollDelay(...parameters), seconds);
    });
  }

  it('is always between the interval and the maximum of a timer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 3600 }),
        fc.nat(),
        fc.constantFrom(undefined, ...everyFailure),
        (interval, failures, failure) => {
          const milliseconds = pollDelay(interval, failures, failure) * 1000;
          assert.ok(milliseconds >= interval * 1000 && milliseconds < 2 ** 31);
        },
      ),
    );
  });
});

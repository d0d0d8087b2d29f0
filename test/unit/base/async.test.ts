import assert from 'node:assert/strict';
import { settlesWithin, untilAborted } from '../../../src/core/base/async.ts';
import { countTimers } from '../../support/waiting.ts';

describe('untilAborted', () => {
  const endless = new Promise<never>(() => undefined);

  it('gives what the work gives, or why it failed', async () => {
    const { signal } = new AbortController();
    assert.equal(await untilAborted(Promise.resolve(1), signal), 1);
    await assert.rejects(untilAborted(Promise.reject(new Error('broken')), signal), /broken/);
  });

  it('leaves work that goes on for ever', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(endless, controller.signal);
    controller.abort();
    await assert.rejects(waiting, { name: 'AbortError' });
    await assert.rejects(untilAborted(endless, controller.signal), { name: 'AbortError' });
  });
});

describe('settlesWithin', () => {
  const never = new Promise<never>(() => undefined);
  const hour = 3_600_000;

  const cases: [what: string, promise: () => Promise<unknown>, most: number, settles: boolean][] = [
    ['what is there', () => Promise.resolve(undefined), hour, true],
    ['what has failed', () => Promise.reject(new Error('broken')), hour, true],
    ['what never comes', () => never, 1, false],
  ];
  for (const [what, promise, most, settles] of cases) {
    it(`is ${String(settles)} for ${what}, and leaves no timer`, async () => {
      const timers = countTimers();
      try {
        assert.equal(await settlesWithin(promise(), most), settles);
        assert.equal(timers.live(), 0);
      } finally {
        timers.restore();
      }
    });
  }
});

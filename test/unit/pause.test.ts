import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { pause } from '../../src/core/base/async.ts';
import { countTimers } from '../support/waiting.ts';

describe('pause', () => {
  let timers: ReturnType<typeof countTimers>;
  beforeEach(() => {
    timers = countTimers();
  });
  afterEach(() => {
    timers.restore();
  });

  it('ends with its time, and leaves no listener', async () => {
    const { signal } = new AbortController();
    await pause(1, signal);
    assert.equal(getEventListeners(signal, 'abort').length, 0);
  });

  it('ends at once when it is aborted, and leaves neither a timer nor a listener', async () => {
    const stop = new AbortController();
    const waiting = pause(1_000_000, stop.signal);
    assert.equal(timers.live(), 1);
    stop.abort();
    await waiting;
    assert.equal(timers.live(), 0);
    assert.equal(getEventListeners(stop.signal, 'abort').length, 0);
  });

  it('does not begin where it was aborted before', async () => {
    await pause(1_000_000, AbortSignal.abort());
    assert.equal(timers.live(), 0);
  });
});

import assert from 'node:assert/strict';
import { getEventListeners, getMaxListeners } from 'node:events';
import { FirstAbort } from '../../../../src/twilio/http/cancellation.ts';

describe('FirstAbort', () => {
  const reasons = [new Error('cancelled'), new Error('removed')] as const;
  const listeners = (...of: readonly AbortController[]) =>
    of.map(({ signal }) => getEventListeners(signal, 'abort').length);

  it('aborts with the reason of the first', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const { signal } = new FirstAbort(one.signal, other.signal);
    assert.equal(signal.aborted, false);
    other.abort(reasons[1]);
    one.abort(reasons[0]);
    assert.equal(signal.reason, reasons[1]);
  });

  it('is aborted where one of them was before', () => {
    const { signal } = new FirstAbort(new AbortController().signal, AbortSignal.abort(reasons[0]));
    assert.equal(signal.reason, reasons[0]);
  });

  it('is one of as many as there are, without a warning', () => {
    const { signal } = new AbortController();
    assert.equal(new FirstAbort(signal).signal.aborted, false);
    assert.equal(getMaxListeners(signal), 0);
  });

  it('leaves nothing at any of them once it is disposed', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const first = new FirstAbort(one.signal, other.signal);
    assert.deepEqual(listeners(one, other), [1, 1]);
    first.dispose();
    assert.deepEqual(listeners(one, other), [0, 0]);
    one.abort();
    assert.equal(first.signal.aborted, false);
  });
});

import assert from 'node:assert/strict';
import { LazyPart } from '../../../src/core/base/lazyPart.ts';
import { settlePromises } from '../../support/waiting.ts';

/** A part whose loads end as the test says. */
function setUp(...ends: readonly (string | Error)[]) {
  const left = [...ends];
  const faults: unknown[] = [];
  const calls = { loads: 0, changes: 0 };
  const part = new LazyPart<string>({
    load: () => {
      calls.loads++;
      const end = left.shift() ?? '';
      return end instanceof Error ? Promise.reject(end) : Promise.resolve(end);
    },
    onChange: () => calls.changes++,
    onFault: (error) => faults.push(error),
  });
  return { part, calls, faults };
}

describe('LazyPart', () => {
  it('is loaded once, when it is first needed', async () => {
    const { part, calls } = setUp('engine');
    assert.deepEqual([part.state.kind, calls.loads], ['loading', 0]);
    part.load();
    part.load();
    assert.equal(part.state.kind, 'loading');
    await settlePromises();
    part.load();
    part.retry();
    assert.deepEqual(part.state, { kind: 'ready', value: 'engine' });
    assert.deepEqual(calls, { loads: 1, changes: 1 });
  });

  it('says that it cannot be loaded and tells why, and is loaded again only when asked to', async () => {
    const why = new Error('no such file');
    const { part, calls, faults } = setUp(why, 'engine');
    part.load();
    await settlePromises();
    assert.deepEqual([part.state.kind, calls.changes, faults], ['failed', 1, [why]]);
    part.load();
    assert.equal(calls.loads, 1);
    part.retry();
    part.retry();
    assert.deepEqual([part.state.kind, calls.loads], ['loading', 2]);
    await settlePromises();
    assert.deepEqual([part.state.kind, calls.changes], ['ready', 2]);
  });
});

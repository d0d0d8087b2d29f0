import assert from 'node:assert/strict';
import { lazily } from '../../../src/core/base/lazily.ts';

describe('lazily', () => {
  it('loads once, and again only if that failed', async () => {
    const results = [Promise.reject(new Error('not there')), Promise.resolve({})];
    let loads = 0;
    const load = lazily(() => {
      const result = results[loads++];
      assert.ok(result !== undefined, 'loaded too often');
      return result;
    });
    await assert.rejects(load(), /not there/);
    const [first, second] = await Promise.all([load(), load()]);
    assert.equal(first, second);
    assert.equal(await load(), first);
    assert.equal(loads, 2);
  });
});

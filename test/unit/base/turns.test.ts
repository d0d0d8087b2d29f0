import assert from 'node:assert/strict';
import { Turns } from '../../../src/core/base/turns.ts';
import { deferred, settlePromises } from '../../support/waiting.ts';

const never = new AbortController().signal;

describe('Turns', () => {
  it('lets some works run at a time, and the others in order', async () => {
    const turns = new Turns(2);
    const started: number[] = [];
    const works = [0, 1, 2, 3].map(() => deferred<number>());
    const results = works.map(({ promise }, index) =>
      turns.run(() => {
        started.push(index);
        return promise;
      }, never),
    );
    await settlePromises();
    assert.deepEqual(started, [0, 1]);
    works[1]?.resolve(1);
    await settlePromises();
    assert.deepEqual(started, [0, 1, 2]);
    for (const [index, { resolve }] of works.entries()) resolve(index);
    assert.deepEqual(await Promise.all(results), [0, 1, 2, 3]);
  });

  it('passes the turn on if a work fails or is canceled before it', async () => {
    const turns = new Turns(1);
    const failing = turns.run(() => Promise.reject(new Error('no')), never);
    const canceled = turns.run(() => Promise.resolve('canceled'), AbortSignal.abort());
    const last = turns.run(() => Promise.resolve('last'), never);
    await assert.rejects(failing, /no/);
    await assert.rejects(canceled, { name: 'AbortError' });
    assert.equal(await last, 'last');
    assert.equal(await turns.run(() => Promise.resolve('later'), never), 'later');
  });
});

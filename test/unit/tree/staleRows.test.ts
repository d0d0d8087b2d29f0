import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { StaleRows } from '../../../src/core/tree/staleRows.ts';
import { plain } from '../../support/english.ts';
import { deferred } from '../../support/waiting.ts';

describe('Rows that are read again', () => {
  let changes = 0;
  let rows: StaleRows;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    changes = 0;
    rows = new StaleRows(() => changes++);
  });
  afterEach(() => {
    mock.timers.reset();
  });

  const said = () => plain(rows.describe((time) => `at ${time}`) ?? '');
  /** A read that is under way, and what ends it. */
  const begin = (id: string, readAt: number | undefined) => {
    const { promise, resolve } = deferred<string>();
    const read = async () => {
      const result = await promise;
      if (result === 'cut') throw new Error(result);
      return result;
    };
    const done = rows.during(id, readAt, read, (result) => result === 'failed');
    return { done, resolve };
  };

  it('are called old once that takes long, and until they are there', async () => {
    const { done, resolve } = begin('a', 5);
    mock.timers.tick(999);
    assert.equal(said(), '');
    mock.timers.tick(1);
    assert.equal(said(), 'Rows from at 5. Reading again…');
    resolve('rows');
    await done;
    assert.deepEqual([said(), changes], ['', 2]);
  });

  it('stay old if that fails, until it succeeds', async () => {
    const first = begin('a', 5);
    first.resolve('failed');
    await first.done;
    assert.equal(said(), 'Rows from at 5. Could not read them again.');
    const second = begin('a', 5);
    assert.match(said(), /Could not/);
    second.resolve('rows');
    await second.done;
    assert.equal(said(), '');
  });

  it('are as old as the oldest of them', async () => {
    const [one, other] = [begin('a', 7), begin('b', 6)];
    mock.timers.tick(1000);
    assert.match(said(), /^Rows from at 6\./);
    other.resolve('cut');
    await assert.rejects(other.done);
    assert.match(said(), /^Rows from at 7\./);
    one.resolve('rows');
    await one.done;
  });

  it('are not mentioned before there are any', async () => {
    const { done, resolve } = begin('a', undefined);
    mock.timers.tick(1000);
    resolve('failed');
    await done;
    assert.deepEqual([said(), changes], ['', 0]);
  });
});

import assert from 'node:assert/strict';
import { RowRuns } from '../../../src/core/tree/rowRuns.ts';

describe('The runs of the commands of rows', () => {
  const clock = { now: 1000 };
  let started: string[];
  let runs: RowRuns<string>;

  beforeEach(() => {
    started = [];
    runs = new RowRuns(() => clock.now);
  });

  const run = (row: string) =>
    runs.run(row, () => {
      started.push(row);
      return Promise.resolve(`${row} ${started.length}`);
    });

  it('are one for a double-click, which repeats it', async () => {
    assert.equal(run('a').repeated, false);
    clock.now += 499;
    const { repeated, result } = run('a');
    assert.deepEqual([repeated, await result, started], [true, 'a 1', ['a']]);
  });

  it('are two for two rows, and for one row after a while', async () => {
    run('a');
    run('b');
    clock.now += 500;
    const { repeated, result } = run('b');
    assert.deepEqual([repeated, await result, started], [false, 'b 3', ['a', 'b', 'b']]);
  });
});

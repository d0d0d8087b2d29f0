import assert from 'node:assert/strict';
import { runInLanes, type LaneJob } from '../../../support/levels/lanes.ts';
import { settlePromises } from '../../../support/waiting.ts';

/** Jobs that end when they are told to, and what has begun. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, (goOn: boolean) => void>();
  const run = (job: LaneJob) => {
    begun.push(job.name);
    return new Promise<boolean>((resolve) => ends.set(job.name, resolve));
  };
  const end = async (name: string, goOn = true) => {
    ends.get(name)?.(goOn);
    await settlePromises();
  };
  return { begun, run, end };
}

const named = (...names: readonly string[]): LaneJob[] => names.map((name) => ({ name }));

describe('Levels in lanes', () => {
  it('start in order, as many at a time as there are lanes', async () => {
    const { begun, run, end } = held();
    const all = runInLanes(named('a', 'b', 'c', 'd'), 2, run);
    assert.deepEqual(begun, ['a', 'b']);
    await end('b');
    assert.deepEqual(begun, ['a', 'b', 'c']);
    await end('c');
    await end('d');
    assert.deepEqual(begun, ['a', 'b', 'c', 'd']);
    await end('a');
    await all;
  });

  it('let others go first while they wait for one to end', async () => {
    const { begun, run, end } = held();
    const [a, b, c, d] = named('a', 'b', 'c', 'd');
    assert.ok(a !== undefined && b !== undefined && c !== undefined && d !== undefined);
    const jobs = [a, { ...b, after: ['a', 'd'] }, c, { ...d, mostlyWaits: true }];
    const all = runInLanes(jobs, 2, run);
    assert.deepEqual(begun, ['d', 'a', 'c']);
    await end('a');
    await end('c');
    assert.deepEqual(begun, ['d', 'a', 'c']);
    await end('d');
    assert.deepEqual(begun, ['d', 'a', 'c', 'b']);
    await end('b');
    await all;
  });

  it('do not start after one has failed, but those that run are awaited', async () => {
    const { begun, run, end } = held();
    let hasEnded = false;
    const all = runInLanes(named('a', 'b', 'c'), 2, run).then(() => {
      hasEnded = true;
    });
    await end('a', false);
    assert.deepEqual(begun, ['a', 'b']);
    assert.equal(hasEnded, false);
    await end('b');
    await all;
  });

  it('end when all jobs have ended, including those that mostly wait', async () => {
    const { begun, run, end } = held();
    let hasEnded = false;
    const jobs = [...named('a', 'b'), { name: 'download', mostlyWaits: true }];
    const all = runInLanes(jobs, 1, run).then(() => {
      hasEnded = true;
    });
    assert.deepEqual(begun.toSorted(), ['a', 'download']);
    await end('a');
    await end('b');
    assert.equal(hasEnded, false);
    await end('download');
    await all;
  });

  it('resolve without jobs', async () => {
    await runInLanes([], 2, () => Promise.reject(new Error('nothing to run')));
  });

  it('reject with the error of a job', async () => {
    const failure = new Error('no such program');
    const run = ({ name }: LaneJob) =>
      name === 'b' ? Promise.reject(failure) : Promise.resolve(true);
    await assert.rejects(runInLanes(named('a', 'b'), 2, run), failure);
  });
});

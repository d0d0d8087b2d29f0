import assert from 'node:assert/strict';
import { runInLanes } from '../../../support/levels/lanes.ts';
import { settlePromises } from '../../../support/waiting.ts';

interface Job {
  readonly name: string;
  readonly mostlyWaits?: boolean;
}

/** Jobs that end when they are told to, and what has begun. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const run = (job: Job) => {
    begun.push(job.name);
    return new Promise<void>((resolve) => ends.set(job.name, resolve));
  };
  const end = async (name: string) => {
    ends.get(name)?.();
    await settlePromises();
  };
  return { begun, run, end };
}

const named = (...names: readonly string[]): Job[] => names.map((name) => ({ name }));

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
    const run = ({ name }: Job) => (name === 'b' ? Promise.reject(failure) : Promise.resolve());
    await assert.rejects(runInLanes(named('a', 'b'), 2, run), failure);
  });
});

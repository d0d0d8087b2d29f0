import assert from 'node:assert/strict';
import { resourceKey } from '../../../src/core/resources/resourceReference.ts';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import type { FetchedTask } from '../../../src/core/tasks/fetchHistory.ts';
import { TaskWatcher } from '../../../src/core/tasks/taskWatcher.ts';
import { WatchedTasks } from '../../../src/core/tasks/watchedTasks.ts';
import { numberedTask } from '../../support/connectionsOf.ts';
import { everyFailure } from '../../support/everyFailure.ts';
import { settlePromises } from '../../support/waiting.ts';

const task = numberedTask(1);
const other = numberedTask(2, 'other');
const failures = {
  notFound: { kind: 'notFound', host: 'localhost', prefix: 'WT' },
  unknownProfile: { kind: 'unknownProfile', profileId: 'env' },
} as const;

interface Fetch {
  readonly taskSid: string | undefined;
  readonly signal: AbortSignal;
  readonly isOpen: () => boolean;
  answer(status: string): Promise<void>;
  fail(failure: Failure): Promise<void>;
  /** Fails as no request does. */
  break(): Promise<void>;
}

interface Pause {
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly end: () => Promise<void>;
}

/** A watcher whose fetches are answered, and whose pauses are ended, by the test. */
function setUp() {
  const fetches: Fetch[] = [];
  const pauses: Pause[] = [];
  const shown = new Set([task, other].map(resourceKey));
  const state = { interval: 10, looks: 0, heedless: false };
  const watched = new WatchedTasks();
  const watcher = new TaskWatcher({
    watched,
    store: {
      fetchTransient: (resource, signal, isOpen) =>
        new Promise<FetchedTask>((resolve, reject) => {
          fetches.push({
            ...{ taskSid: resource.taskSid, signal, isOpen: () => isOpen(resource) },
            answer: (status) => {
              resolve({ text: JSON.stringify({ assignment_status: status }), fetchedAt: 1 });
              return settlePromises();
            },
            fail: (failure) => {
              reject(new TaskRouterFailure(failure));
              return settlePromises();
            },
            break: () => {
              reject(new Error('broken'));
              return settlePromises();
            },
          });
          if (!state.heedless) {
            signal.addEventListener('abort', () => {
              reject(signal.reason as Error);
            });
          }
        }),
    },
    intervalSeconds: () => state.interval,
    isShown: (one) => {
      // Who looks without end would let no test fail in time.
      assert.ok(state.looks++ < 1000, 'looks without end');
      return shown.has(resourceKey(one));
    },
    isOpen: (one) => one.taskSid === task.taskSid,
    pause: (milliseconds, signal) =>
      new Promise<void>((resolve) => {
        const end = () => {
          resolve();
          return settlePromises();
        };
        pauses.push({ seconds: milliseconds / 1000, signal, end });
        signal.addEventListener('abort', () => {
          resolve();
        });
      }),
  });
  return { watcher, watched, fetches, pauses, shown, state };
}

function last<T>(items: readonly T[]): T {
  const item = items.at(-1);
  assert.ok(item !== undefined, 'nothing was asked for');
  return item;
}

describe('TaskWatcher', () => {
  it('fetches at once, and again after each interval, as it is by then', async () => {
    const { watcher, watched, fetches, pauses, state } = setUp();
    watcher.watch(task);
    assert.equal(watched.isWatched(task), true);
    assert.equal(fetches.length, 1);
    await last(fetches).answer('pending');
    assert.deepEqual(
      pauses.map(({ seconds }) => seconds),
      [10],
    );
    state.interval = 30;
    await last(pauses).end();
    assert.equal(fetches.length, 2);
    await last(fetches).answer('reserved');
    assert.equal(last(pauses).seconds, 30);
    assert.equal(watched.isWatched(task), true);
  });

  it('does not wait while it fetches, nor fetch while it waits', async () => {
    const { watcher, fetches, pauses } = setUp();
    watcher.watch(task);
    await settlePromises();
    assert.equal(pauses.length, 0);
    await last(fetches).answer('pending');
    await settlePromises();
    assert.equal(fetches.length, 1);
  });

  it('watches once what it is told to watch twice', async () => {
    const { watcher, fetches } = setUp();
    watcher.watch(task);
    watcher.watch({ ...task });
    await settlePromises();
    assert.equal(fetches.length, 1);
  });

  it('says which documents the answer is of use for', () => {
    const { watcher, fetches } = setUp();
    for (const one of [task, other]) watcher.watch(one);
    assert.deepEqual(
      fetches.map(({ isOpen }) => isOpen()),
      [true, false],
    );
  });

  it('waits longer with each failure in a row, and as ever after an answer', async () => {
    const { watcher, fetches, pauses } = setUp();
    const server = { kind: 'server', host: 'localhost', status: 500 } as const;
    watcher.watch(task);
    for (const outcome of ['fail', 'fail', 'answer', 'fail', 'wait'] as const) {
      if (outcome === 'answer') await last(fetches).answer('pending');
      else if (outcome === 'fail') await last(fetches).fail(server);
      else {
        const limit = { kind: 'rateLimited', host: 'localhost', retryAfterSeconds: 77 } as const;
        await last(fetches).fail(limit);
      }
      await last(pauses).end();
    }
    assert.deepEqual(
      pauses.map(({ seconds }) => seconds),
      [20, 40, 10, 20, 77],
    );
    assert.equal(fetches.length, 6);
  });

  for (const status of ['completed', 'canceled']) {
    it(`stops by itself when the Task is ${status}, and can begin again`, async () => {
      const { watcher, watched, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).answer(status);
      assert.deepEqual(watched.get(task), { kind: 'ended' });
      assert.equal(pauses.length, 0);
      watcher.watch(task);
      assert.equal(watched.isWatched(task), true);
      await last(fetches).answer('pending');
      assert.equal(pauses.length, 1);
    });
  }

  it('goes on with any other status, one that comes with a later TaskRouter too', async () => {
    for (const status of ['pending', 'reserved', 'assigned', 'wrapping', 'paused', '']) {
      const { watcher, watched, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).answer(status);
      assert.equal(watched.isWatched(task), true, status);
      assert.equal(pauses.length, 1, status);
    }
  });

  it('stops when the Task is gone, or its profile, and after no other failure', async () => {
    for (const failure of everyFailure) {
      const { watcher, watched, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).fail(failure);
      const { kind } = failure;
      const isOver = kind === 'notFound' || kind === 'unknownProfile' || kind === 'profileMoved';
      assert.equal(pauses.length, isOver ? 0 : 1, kind);
      const state = {
        notFound: { kind: 'deleted' },
        unknownProfile: undefined,
        profileMoved: undefined,
      };
      const expected = isOver ? state[kind] : { kind: 'watching' };
      assert.deepEqual(watched.get(task), expected, kind);
    }
  });

  it('stops when a fetch fails as none should', async () => {
    const { watcher, watched, fetches, pauses } = setUp();
    watcher.watch(task);
    await last(fetches).break();
    assert.equal(watched.get(task), undefined);
    assert.equal(pauses.length, 0);
  });

  describe('of a Task that nobody sees', () => {
    /** Two Tasks that are watched and out of sight. */
    const setUpResting = async () => {
      const parts = setUp();
      const { watcher, fetches, pauses, shown } = parts;
      shown.clear();
      for (const one of [task, other]) watcher.watch(one);
      for (const fetch of [...fetches]) await fetch.answer('pending');
      for (const { end } of [...pauses]) await end();
      return parts;
    };

    it('rests, whatever else is looked at, until it is shown', async () => {
      const { watcher, watched, fetches, shown } = await setUpResting();
      assert.equal(fetches.length, 2);
      watcher.resume();
      await settlePromises();
      assert.equal(fetches.length, 2);
      shown.add(resourceKey(task));
      await settlePromises();
      assert.equal(fetches.length, 2);
      watcher.resume();
      await settlePromises();
      assert.deepEqual(
        fetches.slice(2).map(({ taskSid }) => taskSid),
        [task.taskSid],
      );
      assert.equal(watched.list.length, 2);
    });

    it('waits for the end of the interval also if it is shown meanwhile', async () => {
      const { watcher, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).answer('pending');
      for (let look = 0; look < 10; look++) watcher.resume();
      await settlePromises();
      assert.equal(fetches.length, 1);
      await last(pauses).end();
      assert.equal(fetches.length, 2);
    });

    it('goes on resting when another is watched no more, without looking again and again', async () => {
      const { watcher, watched, fetches, shown, state } = await setUpResting();
      state.looks = 0;
      watcher.unwatch(other);
      await settlePromises();
      assert.equal(state.looks, 0);
      assert.equal(watched.isWatched(task), true);
      shown.add(resourceKey(task));
      watcher.resume();
      await settlePromises();
      assert.equal(fetches.length, 3);
    });

    it('can be let go of, and watched again, and then rests as before', async () => {
      const { watcher, fetches, pauses, state } = await setUpResting();
      watcher.unwatch(task);
      watcher.watch(task);
      await last(fetches).answer('pending');
      state.looks = 0;
      await last(pauses).end();
      assert.equal(fetches.length, 3);
      assert.equal(state.looks, 1);
    });
  });

  describe('when a Task is not to be watched any more', () => {
    it('cuts the fetch, and does not come back', async () => {
      const { watcher, watched, fetches, pauses } = setUp();
      watcher.watch(task);
      watcher.unwatch(task);
      assert.equal(last(fetches).signal.aborted, true);
      assert.equal(watched.get(task), undefined);
      await settlePromises();
      assert.equal(pauses.length, 0);
      assert.equal(fetches.length, 1);
    });

    it('has nothing to do where it was not watched', () => {
      const { watcher, watched, fetches } = setUp();
      watcher.unwatch(task);
      assert.equal(watched.get(task), undefined);
      assert.equal(fetches.length, 0);
    });

    it('cuts the pause', async () => {
      const { watcher, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).answer('pending');
      watcher.unwatch(task);
      assert.equal(last(pauses).signal.aborted, true);
      await settlePromises();
      assert.equal(fetches.length, 1);
    });

    const late: [what: string, bring: (fetch: Fetch) => Promise<void>][] = [
      ['the Task has ended', (fetch) => fetch.answer('completed')],
      ['the Task is gone', (fetch) => fetch.fail(failures.notFound)],
      ['its profile is gone', (fetch) => fetch.fail(failures.unknownProfile)],
      ['it still waits', (fetch) => fetch.answer('pending')],
    ];
    for (const [what, bring] of late) {
      it(`takes no notice of a late answer that ${what}, and watches it again if asked to`, async () => {
        const { watcher, watched, fetches, pauses, state } = setUp();
        state.heedless = true;
        watcher.watch(task);
        watcher.unwatch(task);
        watcher.watch(task);
        const [before, after] = fetches;
        assert.ok(before !== undefined && after !== undefined);
        await bring(before);
        assert.equal(watched.isWatched(task), true);
        assert.equal(after.signal.aborted, false);
        assert.equal(pauses.length, 0);
        await after.answer('pending');
        assert.equal(pauses.length, 1);
      });
    }

    it('does not begin if that is said as soon as it is told of', async () => {
      const { watcher, watched, fetches } = setUp();
      watched.onDidChange((one) => {
        if (watched.isWatched(one)) watcher.unwatch(one);
      });
      watcher.watch(task);
      await settlePromises();
      assert.equal(fetches.length, 0);
      assert.equal(watched.get(task), undefined);
    });

    it('lets go of the Tasks of a profile that was removed, and of no other', async () => {
      const { watcher, watched, fetches } = setUp();
      for (const one of [task, other]) watcher.watch(one);
      watcher.dropProfile(task.profileId);
      await settlePromises();
      assert.deepEqual(
        fetches.map(({ signal }) => signal.aborted),
        [true, false],
      );
      assert.deepEqual(watched.list, [other]);
    });

    it('lets go of all when it is disposed, also in the middle of a fetch', async () => {
      const { watcher, watched, fetches, pauses } = setUp();
      for (const one of [task, other]) watcher.watch(one);
      await last(fetches).answer('pending');
      watcher.dispose();
      watcher.dispose();
      await settlePromises();
      assert.deepEqual(watched.list, []);
      assert.ok([...fetches, ...pauses].every(({ signal }) => signal.aborted));
      assert.deepEqual([fetches.length, pauses.length], [2, 1]);
    });
  });
});

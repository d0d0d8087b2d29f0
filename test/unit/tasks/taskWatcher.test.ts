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
  /** Fails with an unexpected error. */
  break(): Promise<void>;
}

interface Pause {
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly end: () => Promise<void>;
}

/** A watcher whose fetches the test answers and whose waits it ends. */
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
      // Stops an endless loop, which no timeout of the test could.
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
  it('fetches at once, and again after each current interval', async () => {
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

  it('never fetches and waits at the same time', async () => {
    const { watcher, fetches, pauses } = setUp();
    watcher.watch(task);
    await settlePromises();
    assert.equal(pauses.length, 0);
    await last(fetches).answer('pending');
    await settlePromises();
    assert.equal(fetches.length, 1);
  });

  it('ignores a second request to watch', async () => {
    const { watcher, fetches } = setUp();
    watcher.watch(task);
    watcher.watch({ ...task });
    await settlePromises();
    assert.equal(fetches.length, 1);
  });

  it('keeps the answer if the document is open', () => {
    const { watcher, fetches } = setUp();
    for (const one of [task, other]) watcher.watch(one);
    assert.deepEqual(
      fetches.map(({ isOpen }) => isOpen()),
      [true, false],
    );
  });

  it('waits longer after each consecutive failure, and normally after an answer', async () => {
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
    it(`stops when the Task is ${status}, and can start again`, async () => {
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

  it('continues with any other status, also an unknown one', async () => {
    for (const status of ['pending', 'reserved', 'assigned', 'wrapping', 'paused', '']) {
      const { watcher, watched, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).answer(status);
      assert.equal(watched.isWatched(task), true, status);
      assert.equal(pauses.length, 1, status);
    }
  });

  it('stops if the Task or its profile is deleted, and after no other failure', async () => {
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

  it('stops after an unexpected error', async () => {
    const { watcher, watched, fetches, pauses } = setUp();
    watcher.watch(task);
    await last(fetches).break();
    assert.equal(watched.get(task), undefined);
    assert.equal(pauses.length, 0);
  });

  describe('of a Task that is not visible', () => {
    /** Two watched Tasks that are not visible. */
    const setUpResting = async () => {
      const parts = setUp();
      const { watcher, fetches, pauses, shown } = parts;
      shown.clear();
      for (const one of [task, other]) watcher.watch(one);
      for (const fetch of [...fetches]) await fetch.answer('pending');
      for (const { end } of [...pauses]) await end();
      return parts;
    };

    it('pauses until the Task is visible', async () => {
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

    it('waits for the end of the interval even if the Task becomes visible', async () => {
      const { watcher, fetches, pauses } = setUp();
      watcher.watch(task);
      await last(fetches).answer('pending');
      for (let look = 0; look < 10; look++) watcher.resume();
      await settlePromises();
      assert.equal(fetches.length, 1);
      await last(pauses).end();
      assert.equal(fetches.length, 2);
    });

    it('stays paused when another Task is no longer watched, without polling', async () => {
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

    it('can be stopped and started again, and then pauses as before', async () => {
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

  describe('when watching is stopped', () => {
    it('cancels the fetch, and does not fetch again', async () => {
      const { watcher, watched, fetches, pauses } = setUp();
      watcher.watch(task);
      watcher.unwatch(task);
      assert.equal(last(fetches).signal.aborted, true);
      assert.equal(watched.get(task), undefined);
      await settlePromises();
      assert.equal(pauses.length, 0);
      assert.equal(fetches.length, 1);
    });

    it('does nothing if the Task was not watched', () => {
      const { watcher, watched, fetches } = setUp();
      watcher.unwatch(task);
      assert.equal(watched.get(task), undefined);
      assert.equal(fetches.length, 0);
    });

    it('ends the wait', async () => {
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
      it(`ignores a late answer that ${what}, and can watch again`, async () => {
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

    it('does not start if it is stopped in the event of its start', async () => {
      const { watcher, watched, fetches } = setUp();
      watched.onDidChange((one) => {
        if (watched.isWatched(one)) watcher.unwatch(one);
      });
      watcher.watch(task);
      await settlePromises();
      assert.equal(fetches.length, 0);
      assert.equal(watched.get(task), undefined);
    });

    it('stops the Tasks of a removed profile, and no others', async () => {
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

    it('stops all when it is disposed, also during a fetch', async () => {
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

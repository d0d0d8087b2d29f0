import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Listeners } from '../../../src/core/base/listeners.ts';
import { HistoryLoader } from '../../../src/core/history/historyLoader.ts';
import { resourceKey } from '../../../src/core/resources/resourceReference.ts';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import { TaskStore } from '../../../src/core/tasks/taskStore.ts';
import { TaskWatcher } from '../../../src/core/tasks/taskWatcher.ts';
import { WatchedTasks } from '../../../src/core/tasks/watchedTasks.ts';
import { connectionsOf, numberedTask } from '../../support/connectionsOf.ts';
import { everyFailure } from '../../support/everyFailure.ts';
import { countTimers, settlePromises } from '../../support/waiting.ts';

const POLLS = 1000;
/** As long as a Task with much in it, and no two alike, so that one kept for each poll is seen. */
const LENGTH = 20_000;
const tasks = Array.from({ length: 5 }, (_, index) => numberedTask(index));

/** Counts what listens to something of ours. */
function countListeners() {
  // It is called with its object below.
  // oxlint-disable-next-line typescript/unbound-method
  const { add } = Listeners.prototype;
  let live = 0;
  Listeners.prototype.add = function <T>(this: Listeners<T>, listener: (value: T) => void) {
    const added = add.call(this as Listeners<unknown>, listener as (value: unknown) => void);
    live++;
    let isLive = true;
    const dispose = () => {
      if (isLive) live--;
      isLive = false;
      added.dispose();
    };
    return { dispose };
  };
  const restore = () => {
    Listeners.prototype.add = add;
  };
  return { live: () => live, restore };
}

/** All that polls make, with answers and pauses that take no time; every seventh answer is a fault. */
function setUp() {
  const signals = new Set<AbortSignal>();
  const counts = { polls: 0, pauses: 0, pages: 0, left: 0 };
  const shown = new Set<string>();
  const faults = everyFailure.filter(({ kind }) => kind !== 'unknownProfile');
  const answer = async (signal: AbortSignal) => {
    signals.add(signal);
    const poll = ++counts.polls;
    await settlePromises();
    signal.throwIfAborted();
    const failure = poll % 7 === 0 ? faults[(poll / 7) % faults.length] : undefined;
    if (failure !== undefined) throw new TaskRouterFailure(failure);
    const assignment_status = poll % 97 === 0 ? 'completed' : 'pending';
    const attributes = `${poll} ${'x'.repeat(LENGTH)}`;
    const task_queue_sid = `WQ${'0'.repeat(32)}`;
    const date_updated = String(Math.floor(poll / 3));
    return {
      text: JSON.stringify({ assignment_status, attributes, task_queue_sid, date_updated }),
    };
  };
  const connections = connectionsOf({
    fetchResource: (_, signal) => answer(signal),
    listResources: async (_, signal) => {
      const { text } = await answer(signal);
      return { rows: [{ sid: 'EV0', text }] };
    },
    fetchStatistics: async (_, signal) => (await answer(signal)).text,
  });
  const store = new TaskStore(connections);
  const watched = new WatchedTasks();
  const watcher = new TaskWatcher({
    ...{ store, watched, intervalSeconds: () => 5, isOpen: () => false },
    isShown: (task) => shown.has(resourceKey(task)),
    pause: async (_, signal) => {
      signals.add(signal);
      counts.pauses++;
      await settlePromises();
      // The fetch before has left none.
      counts.left = Math.max(counts.left, getEventListeners(signal, 'abort').length);
      counts.pauses--;
    },
  });

  /** What a page does, without an editor. */
  const openPage = (task: (typeof tasks)[number]) => {
    const reading = new HistoryLoader({
      ...{ task, connections, now: Date.now, onChange: () => undefined },
      onFault: (error) => assert.fail(String(error)),
    });
    const hold = store.retain(task);
    const listening = store.onDidChange((resource) => {
      const record = store.get(task);
      if (resourceKey(resource) === resourceKey(task) && record?.fetching === false) {
        reading.follow(record.fetched);
      }
    });
    counts.pages++;
    shown.add(resourceKey(task));
    watcher.resume();
    return () => {
      counts.pages--;
      shown.delete(resourceKey(task));
      for (const part of [reading, hold, listening]) part.dispose();
      store.release(task);
    };
  };
  const signalListeners = () =>
    [...signals].reduce((sum, signal) => sum + getEventListeners(signal, 'abort').length, 0);
  /** What keeps no listener is of no interest any more, and must not be kept by the test. */
  const forgetSignals = () => {
    for (const signal of signals) {
      if (getEventListeners(signal, 'abort').length === 0) signals.delete(signal);
    }
  };
  return { store, watched, watcher, counts, openPage, signalListeners, forgetSignals };
}

/** How many bytes the heap grows with each poll, by the least squares, and how far that is off. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]) {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const sxx = points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0) / sxx;
  const rest = points.reduce((sum, [x, y]) => sum + (y - my - slope * (x - mx)) ** 2, 0);
  return { slope, error: Math.sqrt(rest / Math.max(1, points.length - 2) / sxx) };
}

describe('Watching for long', () => {
  it('leaves no timer, listener or page behind, and no memory, whatever fails between', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const timers = countTimers();
    const listeners = countListeners();
    try {
      const parts = setUp();
      const { store, watched, watcher, counts, openPage, signalListeners } = parts;
      const living = () => ({
        ...{ timers: timers.live(), listeners: listeners.live(), pages: counts.pages },
        ...{
          left: counts.left,
          pauses: counts.pauses,
          signals: signalListeners(),
          watched: watched.list.length,
        },
      });
      const before = living();
      const heap: [polls: number, bytes: number][] = [];
      const close: (() => void)[] = [];
      let round = 0;
      while (counts.polls < POLLS) {
        const task = tasks[round++ % tasks.length] ?? numberedTask(0);
        if (round % 5 === 0) for (const one of close.splice(0)) one();
        close.push(openPage(task));
        watcher.watch(task);
        // In the middle of a fetch, of a pause, or while it rests.
        const other = tasks[(round * 3) % tasks.length] ?? task;
        if (round % 3 === 0) watcher.unwatch(other);
        if (round % 11 === 0) {
          watcher.unwatch(task);
          watcher.watch(task);
        }
        if (round % 40 === 0) {
          watcher.dropProfile('env');
          store.dropProfile('env');
        }
        for (let turn = 0; turn <= round % 4; turn++) await settlePromises();
        parts.forgetSignals();
        if (heap.length * 20 < counts.polls) {
          collect();
          heap.push([counts.polls, process.memoryUsage().heapUsed]);
        }
      }
      for (const one of close.splice(0)) one();
      watcher.dispose();
      for (let turn = 0; turn < 10; turn++) await settlePromises();
      assert.deepEqual(living(), before);
      assert.deepEqual(
        tasks.map((task) => store.get(task)),
        tasks.map(() => undefined),
      );
      const { slope, error } = slopeOf(heap.slice(heap.length / 2));
      const noise = Math.max(3 * error, LENGTH / 20);
      assert.ok(slope < noise, `${slope} bytes with each poll, where ${noise} is noise`);
    } finally {
      listeners.restore();
      timers.restore();
    }
  });
});

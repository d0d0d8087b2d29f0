import assert from 'node:assert/strict';
import { RoutingLoader } from '../../../src/core/explanation/routingLoader.ts';
import type { ReadingOptions } from '../../../src/core/explanation/routingReader.ts';
import {
  NOTHING_READ,
  type RoutingReadings,
} from '../../../src/core/explanation/routingReadings.ts';
import type { WaitingPlace } from '../../../src/core/explanation/waitingPlace.ts';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import { numberedTask } from '../../support/connectionsOf.ts';
import { settlePromises } from '../../support/waiting.ts';

const [queue, otherQueue] = [`WQ${'0'.repeat(32)}`, `WQ${'1'.repeat(32)}`];
const workflow = `WW${'0'.repeat(32)}`;
const waiting = { assignment_status: 'pending', task_queue_sid: queue, workflow_sid: workflow };
const failure = { kind: 'unknownProfile', profileId: 'env' } as const;

interface Asked {
  readonly place: WaitingPlace;
  readonly options: ReadingOptions;
  readonly signal: AbortSignal;
  readonly answer: (at: number) => Promise<void>;
  readonly fail: (error?: Error) => Promise<void>;
}

/** A loader whose readings are answered, also after they are cut, by the test. */
function setUp() {
  const asked: Asked[] = [];
  const calls = { changes: 0 };
  const faults: unknown[] = [];
  const loader = new RoutingLoader({
    task: numberedTask(1),
    reader: {
      read: (place, options, signal) =>
        new Promise<RoutingReadings>((resolve, reject) => {
          const answer = (at: number) => {
            resolve({ ...NOTHING_READ, at });
            return settlePromises();
          };
          const fail = (error: Error = new TaskRouterFailure(failure)) => {
            reject(error);
            return settlePromises();
          };
          asked.push({ place, options, signal, answer, fail });
        }),
    },
    at: () => 7,
    needsOf: () => Promise.resolve({ allWorkers: false, channelsOf: [] }),
    onChange: () => calls.changes++,
    onFault: (error) => faults.push(error),
  });
  const follow = (fields: object, seconds: number, isWatched = false) => {
    loader.follow({ text: JSON.stringify(fields), fetchedAt: seconds * 1000 }, isWatched);
  };
  return { loader, asked, calls, faults, follow };
}

/** What is known, in short. */
function told({ state }: RoutingLoader): string {
  if (state.kind !== 'read') return state.kind;
  return `${state.readings.at}${state.renewing ? ', renewing' : ''}`;
}

describe('RoutingLoader', () => {
  it('asks for nothing before it is told of a Task that waits', () => {
    const { loader, asked, follow } = setUp();
    assert.equal(told(loader), 'idle');
    loader.follow(undefined, false);
    loader.retry();
    for (const status of [
      'assigned',
      'wrapping',
      'completed',
      'canceled',
      'odd',
      null,
      undefined,
    ]) {
      follow({ ...waiting, assignment_status: status }, 1);
    }
    assert.deepEqual([told(loader), asked.length], ['idle', 0]);
  });

  it('reads where a pending or reserved Task waits', async () => {
    for (const status of ['pending', 'reserved']) {
      const { loader, asked, calls, follow } = setUp();
      follow({ ...waiting, assignment_status: status }, 1);
      assert.equal(told(loader), 'loading');
      const { workspaceSid, profileId } = numberedTask(1);
      const place = { profileId, workspaceSid, workflowSid: workflow, taskQueueSid: queue };
      assert.deepEqual(asked[0]?.place, place);
      assert.deepEqual([asked[0].options.isFresh, asked[0].options.withStatistics], [false, false]);
      await asked[0].answer(1);
      assert.deepEqual([told(loader), calls.changes], ['1', 1]);
    }
  });

  it('passes on no SID that is none', () => {
    const { asked, follow } = setUp();
    follow({ assignment_status: 'pending', task_queue_sid: '../x', workflow_sid: queue }, 1);
    const { workspaceSid, profileId } = numberedTask(1);
    assert.deepEqual(asked[0]?.place, { profileId, workspaceSid });
  });

  it('does not read again for the same fetch', async () => {
    const { asked, follow } = setUp();
    follow(waiting, 1);
    await asked[0]?.answer(1);
    follow(waiting, 1);
    assert.equal(asked.length, 1);
  });

  it('reads again with each fetch that the user asks for, and what was read stays meanwhile', async () => {
    const { loader, asked, follow } = setUp();
    follow(waiting, 1);
    await asked[0]?.answer(1);
    follow(waiting, 2);
    assert.deepEqual([told(loader), asked[1]?.options.isFresh], ['1, renewing', true]);
    await asked[1]?.answer(2);
    assert.equal(told(loader), '2');
  });

  it('reads at most every half minute while the Task is watched', async () => {
    const { asked, follow } = setUp();
    follow(waiting, 0, true);
    await asked[0]?.answer(0);
    for (let seconds = 5; seconds <= 100; seconds += 5) {
      const before = asked.length;
      follow({ ...waiting, age: seconds }, seconds, true);
      const isDue = seconds % 30 === 0;
      assert.equal(asked.length - before, isDue ? 1 : 0, String(seconds));
      if (isDue) await asked.at(-1)?.answer(seconds);
    }
  });

  it('does not begin again while a slow reading of a watched Task goes on', () => {
    const { asked, follow } = setUp();
    follow(waiting, 0, true);
    follow(waiting, 40, true);
    assert.deepEqual([asked.length, asked[0]?.signal.aborted], [1, false]);
  });

  it('reads again for the Refresh of a watched Task, when the fetch has come', async () => {
    const { loader, asked, follow } = setUp();
    follow(waiting, 1, true);
    await asked[0]?.answer(1);
    loader.invalidate();
    follow(waiting, 1, true);
    assert.equal(asked.length, 1);
    follow(waiting, 2, true);
    assert.deepEqual([asked.length, asked[1]?.options.isFresh], [2, true]);
    follow(waiting, 7, true);
    assert.equal(asked.length, 2);
  });

  it('reads anew for the Refresh that finds the Task in another TaskQueue', async () => {
    const { loader, asked, follow } = setUp();
    follow(waiting, 1, true);
    await asked[0]?.answer(1);
    loader.invalidate();
    follow({ ...waiting, task_queue_sid: otherQueue }, 2, true);
    assert.deepEqual([asked.length, asked[1]?.options.isFresh], [2, true]);
  });

  it('drops what was read of another TaskQueue, and cuts what still is', async () => {
    const { loader, asked, follow } = setUp();
    follow(waiting, 1, true);
    await asked[0]?.answer(1);
    follow({ ...waiting, task_queue_sid: otherQueue }, 2, true);
    assert.deepEqual([told(loader), asked[1]?.place.taskQueueSid], ['loading', otherQueue]);
    follow(waiting, 3, true);
    assert.equal(asked[1]?.signal.aborted, true);
    await asked[1].answer(2);
    assert.equal(told(loader), 'loading');
    await asked[2]?.answer(3);
    assert.equal(told(loader), '3');
  });

  it('stops when the Task waits no more', async () => {
    const { loader, asked, calls, follow } = setUp();
    follow(waiting, 1);
    follow({ ...waiting, assignment_status: 'assigned' }, 2);
    assert.deepEqual([told(loader), asked[0]?.signal.aborted], ['idle', true]);
    await asked[0]?.answer(1);
    loader.follow(undefined, false);
    assert.deepEqual([told(loader), calls.changes], ['idle', 0]);
  });

  it('says why it cannot read, and reads again when that is asked for', async () => {
    const { loader, asked, calls, follow } = setUp();
    follow(waiting, 1);
    await asked[0]?.fail();
    assert.deepEqual(loader.state, { kind: 'failed', failure });
    loader.retry();
    assert.deepEqual([told(loader), asked[1]?.options.isFresh], ['loading', true]);
    assert.equal(calls.changes, 2);
    await asked[1]?.answer(2);
    assert.equal(told(loader), '2');
  });

  it('keeps what was read if it cannot be read again', async () => {
    const { loader, asked, follow } = setUp();
    follow(waiting, 1);
    await asked[0]?.answer(1);
    follow(waiting, 2);
    await asked[1]?.fail();
    assert.equal(told(loader), '1');
  });

  it('does not wait for ever for what ends with a fault of ours, and passes the fault on', async () => {
    const { loader, asked, calls, faults, follow } = setUp();
    const fault = new TypeError('a fault');
    follow(waiting, 1);
    await asked[0]?.fail(fault);
    assert.deepEqual(loader.state, { kind: 'failed', failure: { kind: 'internal' } });
    assert.deepEqual([faults, calls.changes], [[fault], 1]);
    loader.retry();
    await asked[1]?.answer(1);
    follow(waiting, 2);
    await asked[2]?.fail(fault);
    assert.deepEqual([told(loader), faults.length], ['1', 2]);
  });

  it('says nothing of a reading that is cut with its profile', async () => {
    const { loader, asked, follow } = setUp();
    follow(waiting, 1);
    await asked[0]?.fail(new DOMException('', 'AbortError'));
    assert.equal(told(loader), 'idle');
  });

  it('cuts what is under way when the page closes, and reads no more', async () => {
    const { loader, asked, calls, follow } = setUp();
    follow(waiting, 1);
    loader.dispose();
    assert.equal(asked[0]?.signal.aborted, true);
    await asked[0].answer(1);
    follow(waiting, 2);
    loader.retry();
    assert.deepEqual([asked.length, calls.changes], [1, 0]);
  });
});

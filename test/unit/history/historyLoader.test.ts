import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { HistoryLoader } from '../../../src/core/history/historyLoader.ts';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourcePage } from '../../../src/core/taskrouter/listPage.ts';
import type { ResourceList } from '../../../src/core/taskrouter/resourceList.ts';
import { connectionsOf, numberedTask } from '../../support/connectionsOf.ts';
import { settlePromises } from '../../support/waiting.ts';

const failure = { kind: 'server', host: 'localhost', status: 500 } as const;
const [queue, otherQueue] = [`WQ${'0'.repeat(32)}`, `WQ${'1'.repeat(32)}`];

interface Asked<T> {
  readonly signal: AbortSignal;
  readonly answer: (value: T) => Promise<void>;
  readonly fail: (error?: Error) => Promise<void>;
}

function ask<T, K>(asked: (Asked<T> & K)[], signal: AbortSignal, what: K): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    asked.push({
      ...what,
      signal,
      answer: (value) => {
        resolve(value);
        return settlePromises();
      },
      fail: (error = new TaskRouterFailure(failure)) => {
        reject(error);
        return settlePromises();
      },
    });
  });
}

/** A reading of a Task's history whose requests are answered, also after they are cut, by the test. */
function setUp(profileId = 'env', firstEvents?: ResourcePage) {
  const events: (Asked<ResourcePage> & { list: ResourceList })[] = [];
  const statistics: (Asked<string> & { queue: string | undefined })[] = [];
  const calls = { changes: 0 };
  const faults: unknown[] = [];
  const reading = new HistoryLoader({
    task: numberedTask(1, profileId),
    firstEvents,
    now: () => Date.UTC(2026, 0, 31, 12),
    onChange: () => calls.changes++,
    onFault: (error) => faults.push(error),
    connections: connectionsOf({
      listResources: (list, signal) =>
        list.kind === 'Events'
          ? ask<ResourcePage, { list: ResourceList }>(events, signal, { list })
          : Promise.resolve({ rows: [{ sid: 'WR0', text: '{}' }] }),
      fetchStatistics: ({ taskQueueSid }, signal) =>
        ask(statistics, signal, { queue: taskQueueSid }),
    }),
  });
  let time = 0;
  const follow = async (fields: Record<string, unknown>, fetchedAt = ++time) => {
    reading.follow({ text: JSON.stringify(fields), fetchedAt });
    await settlePromises();
  };
  return { reading, events, statistics, calls, faults, follow };
}

const page = (sid: string): ResourcePage => ({ rows: [{ sid, text: '{}' }] });

/** The SIDs of the events, or what there is instead. */
function told({ state }: HistoryLoader): string {
  return state.kind === 'ready' ? state.rows.events.map(({ sid }) => sid).join() : state.kind;
}

describe('HistoryLoader', () => {
  it('reads the events of thirty days and the reservations once the Task is there', async () => {
    const { reading, events, calls, follow } = setUp();
    assert.equal(events.length, 0);
    await follow({ assignment_status: 'assigned' });
    const { workspaceSid, taskSid } = numberedTask(1);
    assert.deepEqual(events[0]?.list, {
      kind: 'Events',
      workspaceSid,
      taskSid,
      startDate: '2026-01-01T12:00:00Z',
    });
    assert.equal(told(reading), 'loading');
    assert.equal(calls.changes, 0);
    await events[0].answer(page('EV1'));
    assert.deepEqual(reading.state, {
      kind: 'ready',
      rows: { events: page('EV1').rows, reservations: [{ sid: 'WR0', text: '{}' }] },
    });
    assert.equal(calls.changes, 1);
  });

  it('asks for the events that were read already only when it reads again', async () => {
    const { reading, events } = setUp('env', page('EV1'));
    reading.follow(undefined);
    await settlePromises();
    assert.deepEqual([told(reading), events.length], ['EV1', 0]);
    reading.retry();
    await settlePromises();
    await events[0]?.answer(page('EV2'));
    assert.deepEqual([told(reading), events.length], ['EV2', 1]);
  });

  it('reads again when the Task has changed, and not with each fetch; what was read stays', async () => {
    const { reading, events, follow } = setUp();
    const first = { assignment_status: 'assigned', date_updated: '1' };
    await follow(first);
    await events[0]?.answer(page('EV1'));
    await follow({ ...first, age: 7 });
    assert.equal(events.length, 1);
    for (const [index, change] of [
      { date_updated: '2' },
      { date_updated: '2', assignment_status: 'wrapping' },
    ].entries()) {
      await follow({ ...first, ...change });
      assert.equal(events.length, index + 2);
      assert.equal(told(reading), 'EV1');
    }
    await events[2]?.answer(page('EV3'));
    assert.equal(told(reading), 'EV3');
  });

  it('reads once for a Task that is gone', async () => {
    const { reading, events, statistics } = setUp();
    for (let count = 0; count < 2; count++) {
      reading.follow(undefined);
      await settlePromises();
    }
    assert.equal(events.length, 1);
    assert.equal(statistics.length, 0);
    await events[0]?.answer({ rows: [] });
    assert.equal(told(reading), '');
  });

  it('reads again when the Task is gone since', async () => {
    const { reading, events, statistics, follow } = setUp();
    await follow({ assignment_status: 'pending', task_queue_sid: queue });
    await events[0]?.answer(page('EV1'));
    await statistics[0]?.answer('{"total_tasks":1}');
    reading.follow(undefined);
    await settlePromises();
    assert.equal(events.length, 2);
    assert.equal(reading.statistics, undefined);
  });

  it('says why it could not, until it can, and reads again when that is asked for', async () => {
    const { reading, events, calls, follow } = setUp();
    await follow({});
    await events[0]?.fail();
    assert.deepEqual(reading.state, { kind: 'failed', failure });
    reading.retry();
    assert.equal(told(reading), 'loading');
    assert.equal(calls.changes, 2);
    await settlePromises();
    await events[1]?.answer(page('EV1'));
    assert.equal(told(reading), 'EV1');
    await follow({});
    assert.equal(events.length, 2);
    reading.invalidate();
    await follow({});
    assert.equal(events.length, 3);
    await events[2]?.fail();
    assert.equal(told(reading), 'EV1');
    assert.equal(calls.changes, 3);
  });

  it('does not wait for ever for what ends with a fault of ours, and passes the fault on', async () => {
    const { reading, events, statistics, calls, faults, follow } = setUp();
    const fault = new TypeError('a fault');
    await follow({ assignment_status: 'pending', task_queue_sid: queue });
    await events[0]?.fail(fault);
    assert.deepEqual(reading.state, { kind: 'failed', failure: { kind: 'internal' } });
    await statistics[0]?.fail(fault);
    assert.deepEqual([faults, calls.changes], [[fault, fault], 2]);
    reading.retry();
    await settlePromises();
    await events[1]?.answer(page('EV1'));
    assert.equal(told(reading), 'EV1');
  });

  it('takes of two readings the one that began last, whichever ends first', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { reading, events, follow } = setUp();
      await follow({ date_updated: '1' });
      await follow({ date_updated: '2' });
      for (const index of order) await events[index]?.answer(page(`EV${index}`));
      assert.equal(told(reading), 'EV1');
    }
  });

  it('does not let the failure of an earlier reading count', async () => {
    const { reading, events, follow } = setUp();
    await follow({ date_updated: '1' });
    await follow({ date_updated: '2' });
    await events[0]?.fail();
    assert.equal(told(reading), 'loading');
    await events[1]?.answer(page('EV1'));
    assert.equal(told(reading), 'EV1');
  });

  it('says that there is no such profile', async () => {
    const { reading, follow } = setUp('gone');
    await follow({});
    assert.equal(reading.state.kind === 'failed' && reading.state.failure.kind, 'unknownProfile');
  });

  it('takes no notice of what is not JSON', async () => {
    const { reading, events } = setUp();
    reading.follow({ text: 'no JSON', fetchedAt: 1 });
    await settlePromises();
    assert.equal(events.length, 1);
  });

  describe('reads the statistics of the TaskQueue', () => {
    const waiting = { assignment_status: 'pending', task_queue_sid: queue };

    const others: [what: string, fields: Record<string, unknown>][] = [
      ['a Task that is assigned', { ...waiting, assignment_status: 'assigned' }],
      ['a Task that is over', { ...waiting, assignment_status: 'completed' }],
      ['a Task without a TaskQueue', { ...waiting, task_queue_sid: null }],
      ...[`${queue}/../../x`, `${queue}?x=1`, queue.slice(1), `WW${queue.slice(2)}`, ' ', '..'].map(
        (sid): [string, Record<string, unknown>] => [
          `a Task whose TaskQueue is “${sid}”`,
          { ...waiting, task_queue_sid: sid },
        ],
      ),
      ['a Task that says nothing', {}],
    ];
    for (const [what, fields] of others) {
      it(`not of ${what}`, async () => {
        const { reading, statistics, follow } = setUp();
        await follow(fields);
        assert.equal(statistics.length, 0);
        assert.equal(reading.statistics, undefined);
      });
    }

    it('also of a Task that is offered, and tells when they are there', async () => {
      const { reading, statistics, calls, follow } = setUp();
      await follow({ ...waiting, assignment_status: 'reserved' });
      assert.equal(statistics.length, 1);
      assert.equal(calls.changes, 0);
      await statistics[0]?.answer('{"a":1}');
      assert.equal(reading.statistics, '{"a":1}');
      assert.equal(calls.changes, 1);
    });

    it('with each fetch, and once for each', async () => {
      const { reading, statistics, follow } = setUp();
      for (const status of ['pending', 'reserved']) {
        await follow({ ...waiting, assignment_status: status });
      }
      await follow(waiting, 2);
      assert.deepEqual(
        statistics.map((one) => one.queue),
        [queue, queue],
      );
      await statistics[1]?.answer('{"b":1}');
      assert.equal(reading.statistics, '{"b":1}');
    });

    it('and takes no notice of an older answer that comes late', async () => {
      const { reading, statistics, calls, follow } = setUp();
      await follow(waiting);
      await follow(waiting);
      await statistics[1]?.answer('{"new":1}');
      const { changes } = calls;
      await statistics[0]?.answer('{"old":1}');
      assert.equal(reading.statistics, '{"new":1}');
      assert.equal(calls.changes, changes);
    });

    it('and lets them stand until there are newer ones, or these fail', async () => {
      const { reading, statistics, follow } = setUp();
      await follow(waiting);
      await statistics[0]?.answer('{"a":1}');
      await follow(waiting);
      assert.equal(reading.statistics, '{"a":1}');
      await statistics[1]?.fail();
      assert.equal(reading.statistics, undefined);
    });

    it('and never shows those of another TaskQueue', async () => {
      const { reading, statistics, follow } = setUp();
      await follow(waiting);
      await statistics[0]?.answer('{"a":1}');
      await follow({ ...waiting, task_queue_sid: otherQueue });
      assert.equal(reading.statistics, undefined);
      assert.equal(statistics[1]?.queue, otherQueue);
      await statistics[1].answer('{"b":1}');
      assert.equal(reading.statistics, '{"b":1}');
    });

    it('and not of one that the Task has left meanwhile', async () => {
      const { reading, statistics, follow } = setUp();
      await follow(waiting);
      await follow({ ...waiting, assignment_status: 'assigned' });
      await statistics[0]?.answer('{"late":1}');
      assert.equal(reading.statistics, undefined);
    });
  });

  it('is silent once it is disposed, whatever comes', async () => {
    const ends: ((asked: Asked<never> | undefined) => Promise<void> | undefined)[] = [
      (asked) => asked?.fail(),
      (asked) => asked?.answer('{}' as never),
      (asked) => asked?.fail(new DOMException('cut', 'AbortError')),
    ];
    for (const end of ends) {
      const { reading, events, statistics, calls, follow } = setUp();
      await follow({ assignment_status: 'pending', task_queue_sid: queue });
      reading.dispose();
      assert.ok(events[0]?.signal.aborted === true && statistics[0]?.signal.aborted === true);
      await end(events[0]);
      await end(statistics[0]);
      assert.equal(calls.changes, 0);
      assert.equal(told(reading), 'loading');
      await follow({ date_updated: 'later' });
      reading.retry();
      await settlePromises();
      assert.deepEqual([events.length, statistics.length], [1, 1]);
    }
  });

  it('leaves no listener with the signal that it is cut by', async () => {
    const { events, follow } = setUp();
    for (let count = 0; count < 50; count++) {
      await follow({ date_updated: count });
      await events[count]?.answer(page('EV1'));
    }
    assert.equal(getEventListeners(events[0]?.signal ?? new EventTarget(), 'abort').length, 0);
  });
});

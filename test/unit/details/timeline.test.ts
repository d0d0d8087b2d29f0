import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHistory } from '../../../src/core/details/readHistory.ts';
import { timeline } from '../../../src/core/details/timeline.ts';
import type { TimelineRow } from '../../../src/core/details/timelineView.ts';
import type { ListedResource } from '../../../src/core/lists/resourcePage.ts';
import { inEnglish } from '../../support/inEnglish.ts';
import { simulatedTaskRows } from '../../support/simulatedTaskRows.ts';
import { SimulationReader } from '../../support/simulationReader.ts';

describe('timeline', () => {
  const reader = new SimulationReader();
  const task = { workspaceSid: reader.workspaceSid, taskSid: `WT${'0'.repeat(32)}` };
  const rowsOf = (
    events: readonly ListedResource[],
    reservations: readonly ListedResource[] = [],
  ): readonly TimelineRow<string>[] =>
    inEnglish(timeline(readHistory({ events, reservations }, false), task, reader.startedAt)).rows;
  const words = (...rows: Parameters<typeof rowsOf>) => rowsOf(...rows).map((row) => row.words);
  const event = (sid: string, fields: object): ListedResource => ({
    sid,
    text: JSON.stringify(fields),
  });

  it('tells a life with its offers and the time between', () => {
    reader.seconds = 220;
    const { events, reservations } = simulatedTaskRows(reader, 'order-status');
    assert.deepEqual(words(events, reservations), [
      'Created',
      'Entered Task Queue Support',
      'Waited for 25 s',
      'Offered to Priya Raman',
      'Offered for 30 s',
      'Priya Raman did not answer in time',
      'Waited for 5 s',
      'Offered to Yuki Tanaka',
      'Offered for 10 s',
      'Accepted by Yuki Tanaka',
      'Worked on for 2 min',
      'Yuki Tanaka is wrapping up',
      'Wrapping up',
      'Wrapped up for 30 s',
      'Completed by Yuki Tanaka',
      'Completed',
    ]);
  });

  it('is the same whatever the order of the answers, and if they come twice', () => {
    reader.seconds = 220;
    const { events, reservations } = simulatedTaskRows(reader, 'order-status');
    const whole = rowsOf(events, reservations);
    assert.deepEqual(rowsOf([...events].reverse(), reservations), whole);
    assert.deepEqual(rowsOf([...events, ...events], [...reservations, ...reservations]), whole);
  });

  it('names what an entry is about, with a way to it', () => {
    reader.seconds = 0;
    const { events } = simulatedTaskRows(reader, 'sms-offered');
    const offer = rowsOf(events).find((row) => row.row === 'entry' && row.kind === 'offered');
    assert.ok(offer?.row === 'entry');
    const { workspaceSid, taskSid } = task;
    const [worker, reservation] = [reader.sid('WK', 'Tom Becker'), offer.links[1]?.sid];
    assert.deepEqual(offer.links, [
      { sid: worker, name: 'Tom Becker', opens: { workspaceSid, sid: worker } },
      { sid: reservation, name: '', opens: { workspaceSid, taskSid, sid: reservation } },
    ]);
    assert.deepEqual(offer.opens, { workspaceSid, sid: offer.id });
  });

  it('tells from the dates of a reservation what no event does, and nothing twice', () => {
    reader.seconds = 220;
    const { events, reservations } = simulatedTaskRows(reader, 'order-status');
    assert.deepEqual(words([], reservations), [
      'Offered to Priya Raman',
      'Offered for 30 s',
      'Priya Raman did not answer in time',
      'Waited for 5 s',
      'Offered to Yuki Tanaka',
      'Offered for 2 min 40 s',
      'Completed by Yuki Tanaka',
    ]);
    const some = events.filter(({ text }) => !text.includes('"reservation.timeout"'));
    assert.deepEqual(words(some, reservations), words(events, reservations));
  });

  it('does not put an answer before the offer of the same second', () => {
    const offer = event('EV1', {
      event_type: 'reservation.created',
      event_date_ms: 1_772_442_000_700,
      event_data: { reservation_sid: 'WR1' },
    });
    const answer = event('WR1', {
      reservation_status: 'accepted',
      date_created: '2026-03-02T09:00:00Z',
      date_updated: '2026-03-02T09:00:00Z',
    });
    assert.deepEqual(words([offer], [answer]).slice(0, 2), ['Offered to a Worker', 'Accepted']);
  });

  it('says how long a wait is that lasts, and only while it does', () => {
    reader.seconds = 0;
    const { events, reservations } = simulatedTaskRows(reader, 'waiting-invoice');
    assert.equal(words(events, reservations).at(-1), 'Waiting for 24 min 30 s');
    const over = timeline(readHistory({ events, reservations }, false), task).rows.at(-1);
    assert.equal(over?.row, 'entry');
  });

  it('takes nobody for waiting once a Worker is done, unless the Task enters a queue again', () => {
    const done = event('WR1', {
      reservation_status: 'completed',
      date_created: '2026-03-02T08:00:00Z',
      date_updated: '2026-03-02T08:10:00Z',
    });
    const again = event('EV1', {
      event_type: 'task-queue.entered',
      event_date: '2026-03-02T08:20:00Z',
    });
    assert.equal(words([], [done]).at(-1), 'Completed by a Worker');
    assert.equal(words([again], [done]).at(-1), 'Waiting for 40 min');
  });

  it('takes a time from milliseconds, as number or text, else from the date', () => {
    const times = rowsOf([
      event('EV1', { event_date_ms: '1772442000123', event_date: 'x' }),
      event('EV2', { event_date_ms: 1_772_442_000_124 }),
      event('EV3', { event_date_ms: null, event_date: '2026-03-02T09:00:01Z' }),
      event('EV4', { event_date_ms: '', event_date: 'yesterday' }),
    ]).map((row) => row.row === 'entry' && row.moment);
    assert.deepEqual(times, [
      { at: 1_772_442_000_123, precision: 'ms' },
      { at: 1_772_442_000_124, precision: 'ms' },
      { at: 1_772_442_001_000, precision: 's' },
      undefined,
    ]);
  });

  const told: [type: string, data: object, words: string, note?: string][] = [
    [
      'task-queue.moved',
      { previous_task_queue_name: 'A', task_queue_name: 'B' },
      'Moved from Task Queue A to B',
    ],
    ['task-queue.timeout', { task_queue_name: 'A' }, 'Waited too long in Task Queue A'],
    ['task-queue.entered', {}, 'Entered a Task Queue'],
    [
      'task-queue.entered',
      { task_queue_sid: `WQ${'1'.repeat(32)}` },
      'Entered Task Queue WQ…11111111',
    ],
    [
      'workflow.target-matched',
      { workflow_name: 'W', workflow_filter_name: 'vip' },
      'Matched a target of Workflow W',
      'Filter: vip',
    ],
    ['reservation.rejected', { worker_name: 'Ana' }, 'Rejected by Ana'],
    ['reservation.canceled', { reservation_reason_code: 13 }, 'Offer canceled', 'Reason code: 13'],
    ['reservation.rescinded', {}, 'Offer withdrawn, as another Worker accepted'],
    ['reservation.failed', { worker_name: 'Ana' }, 'Offer to Ana failed'],
    ['task.transfer-failed', { transfer_failed_reason: 'busy' }, 'Transfer failed', 'Reason: busy'],
    ['task.canceled', { task_canceled_reason: 'hangup' }, 'Canceled', 'Reason: hangup'],
    [
      'task.updated',
      { previous_task_priority: '1', task_priority: 5 },
      'Updated',
      'Priority changed from 1 to 5',
    ],
    ['task.system-deleted', {}, 'Deleted by TaskRouter'],
    ['task.teleported', {}, 'task.teleported'],
    ['constructor', { __proto__: null }, 'constructor'],
  ];
  for (const [type, data, text, note] of told) {
    it(`tells ${type} as “${text}”`, () => {
      const [row] = rowsOf([event('EV1', { event_type: type, event_data: data })]);
      assert.ok(row?.row === 'entry');
      assert.deepEqual([row.words, ...row.notes], note === undefined ? [text] : [text, note]);
    });
  }

  const types = fc.constantFrom(
    'task.created',
    'task-queue.entered',
    'reservation.created',
    'reservation.accepted',
    'reservation.timeout',
    'reservation.wrapup',
    'task.wrapup',
    'reservation.completed',
    'task.completed',
    'task.canceled',
    'task.deleted',
    'task.updated',
    'other',
  );
  const garbage = fc.oneof(fc.json(), fc.string());
  const eventRow = fc
    .record(
      {
        event_type: fc.oneof(types, fc.jsonValue()),
        event_date_ms: fc.oneof(fc.nat(5000), fc.nat(5000).map(String), fc.jsonValue()),
        event_date: fc.oneof(fc.constant('2026-03-02T09:00:00Z'), fc.jsonValue()),
        event_data: fc.oneof(
          fc.record(
            { reservation_sid: fc.constantFrom('WR1', 'WR2'), worker_name: fc.string() },
            { requiredKeys: [] },
          ),
          fc.jsonValue(),
        ),
        resource_sid: fc.jsonValue(),
        description: fc.jsonValue(),
      },
      { requiredKeys: [] },
    )
    .map((row) => JSON.stringify(row));
  const list = (prefix: string) =>
    fc
      .array(fc.tuple(fc.nat(20), fc.oneof(eventRow, garbage)), { maxLength: 30 })
      .map((rows) => rows.map(([sid, text]) => ({ sid: `${prefix}${sid}`, text })));

  it('has every event once, in the order of time, whatever stands in the rows', () => {
    fc.assert(
      fc.property(list('EV'), list('WR'), (events, reservations) => {
        const { rows } = timeline(readHistory({ events, reservations }, true), task, 6000);
        const entries = rows.filter((row) => row.row === 'entry');
        const ids = entries.map(({ id }) => id);
        const sids = new Set(events.map(({ sid }) => sid));
        assert.deepEqual(new Set(ids.filter((id) => id.startsWith('EV'))), sids);
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
        const times = entries.map(({ moment }) => moment?.at ?? Number.MAX_SAFE_INTEGER);
        // Dates of reservations are without their milliseconds.
        times.forEach((time, index) => {
          assert.ok(time > (times[index - 1] ?? 0) - 1000);
        });
        const exact = entries.filter(({ id }) => id.startsWith('EV'));
        const order = exact.map(({ moment }) => moment?.at ?? Number.MAX_SAFE_INTEGER);
        assert.deepEqual(
          order,
          order.toSorted((one, other) => (one < other ? -1 : Number(one > other))),
        );
        assert.deepEqual(JSON.parse(JSON.stringify(rows)), rows);
      }),
      { numRuns: 300 },
    );
  });

  it('tells thousands of events', () => {
    const events = Array.from({ length: 10_000 }, (_, index) =>
      event(`EV${index}`, {
        event_type: index % 2 === 0 ? 'reservation.created' : 'reservation.timeout',
        event_date_ms: 1_772_442_000_000 + index * 2000,
        event_data: { reservation_sid: `WR${index >> 1}`, task_attributes: '{}' },
      }),
    );
    assert.equal(rowsOf(events).length, 19_999);
  });
});

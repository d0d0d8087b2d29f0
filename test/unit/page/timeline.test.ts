import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { timeline, type TimelineRow } from '../../../src/core/page/timeline.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import type { ListedResource } from '../../../src/core/taskrouter/listPage.ts';
import { plain } from '../../support/english.ts';
import { simulatedTaskRows, SimulationReader } from '../../support/simulation.ts';

describe('timeline', () => {
  const reader = new SimulationReader();
  const task = { workspaceSid: reader.workspaceSid, taskSid: `WT${'0'.repeat(32)}` };
  const rowsOf = (
    events: readonly ListedResource[],
    reservations: readonly ListedResource[] = [],
  ): readonly TimelineRow[] =>
    timeline(
      readHistory({ events, reservations }, presenter(false)),
      { task, localize: plain },
      reader.startedAt,
    ).rows;
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
      'Entered TaskQueue Support',
      'Waited for 25 s',
      'Reservation for Priya Raman',
      'Reserved for 30 s',
      'Priya Raman did not answer in time',
      'Waited for 5 s',
      'Reservation for Yuki Tanaka',
      'Reserved for 10 s',
      'Accepted by Yuki Tanaka',
      'Worked on for 2 min',
      'Yuki Tanaka is wrapping up',
      'Wrapping up',
      'Wrapped up for 30 s',
      'Completed by Yuki Tanaka',
      'Completed',
    ]);
  });

  it('joins what happens at one moment', () => {
    reader.seconds = 220;
    const { events, reservations } = simulatedTaskRows(reader, 'order-status');
    const joined = rowsOf(events, reservations).map(
      (row) => `${row.row === 'entry' && row.joins === true ? '+ ' : ''}${row.words}`,
    );
    assert.deepEqual(
      joined.filter((line) => line.startsWith('+')),
      ['+ Entered TaskQueue Support', '+ Wrapping up', '+ Completed'],
    );
  });

  const moments: [what: string, dates: readonly object[], joined: readonly boolean[]][] = [
    [
      'of one act',
      [0, 20, 21].map((ms) => ({ event_date_ms: 1_772_442_000_000 + ms })),
      [false, true, false],
    ],
    [
      'of the same second, if that is all that is known',
      ['00.900', '00', '01'].map((s) => ({ event_date: `2026-03-02T09:00:${s}Z` })),
      [false, true, false],
    ],
    ['without a date by none', [{}, {}], [false, false]],
  ];
  for (const [what, dates, joined] of moments) {
    it(`joins events ${what}`, () => {
      const rows = rowsOf(
        dates.map((date, index) => event(`EV${index}`, { event_type: 'x', ...date })),
      );
      assert.deepEqual(
        rows.map((row) => row.row === 'entry' && row.joins === true),
        joined,
      );
    });
  }

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
      'Reservation for Priya Raman',
      'Reserved for 30 s',
      'Priya Raman did not answer in time',
      'Waited for 5 s',
      'Reservation for Yuki Tanaka',
      'Reserved for 2 min 40 s',
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
    assert.deepEqual(words([offer], [answer]).slice(0, 2), [
      'Reservation for a Worker',
      'Accepted',
    ]);
  });

  it('says how long a wait is that lasts, and only while it does', () => {
    reader.seconds = 0;
    const { events, reservations } = simulatedTaskRows(reader, 'waiting-invoice');
    assert.equal(words(events, reservations).at(-1), 'Waiting for 24 min 30 s');
    const over = timeline(readHistory({ events, reservations }, presenter(false)), {
      task,
      localize: plain,
    }).rows.at(-1);
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
      'Moved from TaskQueue A to B',
    ],
    ['task-queue.moved', { task_queue_name: 'B' }, 'Moved to another TaskQueue: B'],
    ['task-queue.moved', { previous_task_queue_name: 'A' }, 'Moved to another TaskQueue'],
    ['task-queue.timeout', { task_queue_name: 'A' }, 'Timed out in TaskQueue A'],
    ['task-queue.timeout', {}, 'Timed out in a TaskQueue'],
    ['workflow.entered', { workflow_name: 'W' }, 'Entered Workflow W'],
    ['workflow.entered', {}, 'Entered a Workflow'],
    ['workflow.skipped', { workflow_name: 'W' }, 'Skipped a step of Workflow W'],
    ['workflow.skipped', {}, 'Skipped a step of a Workflow'],
    ['workflow.timeout', { workflow_name: 'W' }, 'Timed out in Workflow W'],
    ['workflow.timeout', {}, 'Timed out in a Workflow'],
    ['workflow.target-matched', {}, 'Matched a target of a Workflow'],
    [
      'workflow.target-matched',
      { workflow_filter_expression: 'vip == true' },
      'Matched a target of a Workflow',
      'Filter: vip == true',
    ],
    ['task-queue.entered', { workflow_filter_name: 'vip' }, 'Entered a TaskQueue'],
    ['task-queue.entered', {}, 'Entered a TaskQueue'],
    [
      'task-queue.entered',
      { task_queue_sid: `WQ${'1'.repeat(32)}` },
      'Entered TaskQueue WQ…11111111',
    ],
    [
      'workflow.target-matched',
      { workflow_name: 'W', workflow_filter_name: 'vip' },
      'Matched a target of Workflow W',
      'Filter: vip',
    ],
    ['reservation.rejected', { worker_name: 'Ana' }, 'Rejected by Ana'],
    [
      'reservation.canceled',
      { reservation_reason_code: 13 },
      'Reservation canceled',
      'Reason code: 13',
    ],
    ['reservation.rejected', {}, 'Rejected'],
    ['reservation.timeout', {}, 'No answer in time'],
    ['reservation.canceled', { worker_name: 'Ana' }, 'Reservation for Ana canceled'],
    ['reservation.rescinded', {}, 'Reservation rescinded (another Worker accepted)'],
    [
      'reservation.rescinded',
      { worker_name: 'Ana' },
      'Reservation for Ana rescinded (another Worker accepted)',
    ],
    ['reservation.wrapup', {}, 'A Worker is wrapping up'],
    ['reservation.failed', {}, 'Reservation failed'],
    ['reservation.failed', { worker_name: 'Ana' }, 'Reservation for Ana failed'],
    ['task.transfer-failed', { transfer_failed_reason: 'busy' }, 'Transfer failed', 'Reason: busy'],
    ['task.transfer-initiated', {}, 'Transfer started'],
    ['task.transfer-attempt-failed', {}, 'Transfer attempt failed'],
    ['task.transfer-canceled', {}, 'Transfer canceled'],
    ['task.transfer-completed', {}, 'Transferred'],
    ['task.canceled', { task_canceled_reason: 'hangup' }, 'Canceled', 'Reason: hangup'],
    ['task.completed', { task_completed_reason: 'sold' }, 'Completed', 'Reason: sold'],
    ['task.wrapup', { task_completed_reason: 'sold' }, 'Wrapping up'],
    ['task.deleted', { task_canceled_reason: 'hangup' }, 'Deleted'],
    [
      'task.updated',
      { previous_task_priority: '1', task_priority: 5 },
      'Updated',
      'Priority changed from 1 to 5',
    ],
    ['task.updated', { previous_task_priority: '5', task_priority: 5 }, 'Updated'],
    ['task.updated', { task_priority: 5 }, 'Updated'],
    ['task.updated', { previous_task_priority: 5 }, 'Updated'],
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

  const sid = (prefix: string, digit = '1') => `${prefix}${digit.repeat(32)}`;
  const parties = {
    worker_sid: sid('WK'),
    worker_name: 'Ana',
    reservation_sid: sid('WR'),
    task_queue_sid: sid('WQ'),
    task_queue_name: 'Support',
    previous_task_queue_sid: sid('WQ', '2'),
    workflow_sid: sid('WW'),
    workflow_name: 'Calls',
  };
  const about: [types: readonly string[], prefixes: readonly string[]][] = [
    [['task.created', 'workflow.entered', 'workflow.target-matched'], ['WW1']],
    [
      ['task-queue.entered', 'task-queue.moved', 'task-queue.timeout'],
      ['WQ1', 'WQ2', 'WW1'],
    ],
    [['task.updated'], ['WK9']],
    [['task.deleted', 'task.system-deleted'], []],
    [
      ['created', 'accepted', 'rejected', 'timeout', 'rescinded', 'canceled', 'failed']
        .map((state) => `reservation.${state}`)
        .concat('reservation.wrapup', 'reservation.completed', 'task.completed', 'task.canceled'),
      ['WK1', 'WR1'],
    ],
    [
      ['task.wrapup', 'task.transfer-initiated', 'task.transfer-completed'],
      ['WK1', 'WR1'],
    ],
    [['task.teleported'], ['WK1', 'WR1', 'WQ1', 'WW1', 'WK9']],
  ];
  for (const [types, prefixes] of about) {
    for (const type of types) {
      it(`leads from ${type} to ${prefixes.join(', ') || 'nothing'}`, () => {
        const [row] = rowsOf([
          event('EV1', { event_type: type, actor_sid: sid('WK', '9'), event_data: parties }),
        ]);
        assert.ok(row?.row === 'entry');
        assert.deepEqual(
          row.links.map((link) => link.sid.slice(0, 3)),
          prefixes,
        );
      });
    }
  }

  it('leads to each SID once, and neither to the Task itself nor to what has no SID', () => {
    const links = (data: object) => {
      const [row] = rowsOf([event('EV1', { event_type: 'task.teleported', ...data })]);
      assert.ok(row?.row === 'entry');
      return row.links.map((link) => [link.sid, link.name]);
    };
    assert.deepEqual(links({ actor_sid: sid('WK'), event_data: parties }).slice(0, 2), [
      [sid('WK'), 'Ana'],
      [sid('WR'), ''],
    ]);
    assert.equal(links({ actor_sid: sid('WK'), event_data: parties }).length, 4);
    assert.deepEqual(links({ actor_sid: task.taskSid }), []);
    assert.deepEqual(links({ event_data: { worker_name: 'Ana' } }), []);
  });

  it('says who updated a Task, by name if an event tells it, and from where', () => {
    const notes = (type: string, actor: string, data: object = parties, origin: object = {}) => {
      const [row] = rowsOf([
        event('EV1', { event_type: type, actor_sid: actor, event_data: data, ...origin }),
      ]);
      return row?.row === 'entry' ? row.notes : undefined;
    };
    assert.deepEqual(notes('task.updated', sid('WK')), ['By Ana']);
    assert.deepEqual(notes('task.updated', sid('WK', '2')), ['By Worker WK…22222222']);
    assert.deepEqual(notes('task.updated', sid('WK'), { worker_sid: sid('WK') }), [
      'By Worker WK…11111111',
    ]);
    assert.deepEqual(notes('task.updated', sid('AC'), {}, { source: 'api' }), [
      'By Account AC…11111111 (api)',
    ]);
    assert.deepEqual(
      notes('task.updated', 'x', {}, { actor_type: 'robot', source_ip_address: '203.0.113.24' }),
      ['By robot x…x (203.0.113.24)'],
    );
    assert.deepEqual(notes('task.updated', '', {}, { source: 'api', source_ip_address: null }), [
      'Source: api',
    ]);
    assert.deepEqual(notes('task.updated', '', {}), []);
    assert.deepEqual(notes('task.deleted', sid('WK')), []);
  });

  const described: [fields: object, lines: readonly string[]][] = [
    [{ event_type: 'task.teleported', description: 'Went' }, ['task.teleported', 'Went']],
    [{ event_type: 'task.teleported' }, ['task.teleported']],
    [{ event_type: 'task.created', description: 'Task created' }, ['Created']],
    [{ description: 'Went' }, ['Went']],
    [{}, ['An event without a type']],
  ];
  for (const [fields, lines] of described) {
    it(`says “${lines.join('; ')}” of ${JSON.stringify(fields)}`, () => {
      const [row] = rowsOf([event('EV1', fields)]);
      assert.ok(row?.row === 'entry');
      assert.deepEqual([row.words, ...row.notes], lines);
    });
  }

  it('names the type of an event and leads to it, but not for what a reservation tells', () => {
    const [fromEvent, untyped] = rowsOf([
      event(sid('EV'), { event_type: 'task.created' }),
      event(sid('EV', '2'), {}),
    ]);
    assert.ok(fromEvent?.row === 'entry' && untyped?.row === 'entry');
    const { workspaceSid } = task;
    assert.equal(fromEvent.type, 'task.created');
    assert.deepEqual(fromEvent.opens, { workspaceSid, sid: sid('EV') });
    assert.equal('type' in untyped, false);
    const [fromReservation] = rowsOf([], [event(sid('WR'), {})]);
    assert.ok(fromReservation?.row === 'entry');
    assert.equal(fromReservation.words, 'Reservation for a Worker');
    assert.equal('type' in fromReservation || 'opens' in fromReservation, false);
  });

  const second = 1_772_442_000_000;
  const timed = (type: string, ms: number) =>
    event(`EV-${type}`, {
      event_type: type,
      event_date_ms: second + ms,
      event_data: { reservation_sid: 'WR1' },
    });

  it('has a span with its ends, and one without an end for as long as it lasts', () => {
    const gaps = timeline(
      readHistory(
        {
          events: [timed('task.created', 0), timed('reservation.created', 2500)],
          reservations: [],
        },
        presenter(false),
      ),
      { task, localize: plain },
      second + 7000,
    ).rows.filter(({ row }) => row === 'gap');
    assert.deepEqual(gaps, [
      {
        row: 'gap',
        id: 'EV-task.created/waiting',
        kind: 'waiting',
        from: second,
        to: second + 2500,
        seconds: 2,
        words: 'Waited for 2 s',
      },
      {
        row: 'gap',
        id: 'EV-reservation.created/offered',
        kind: 'offered',
        from: second + 2500,
        seconds: 4,
        words: 'Not answered for 4 s',
        growing: { text: 'Not answered for {0}', since: second + 2500 },
      },
    ]);
  });

  const spans: [what: string, events: readonly ListedResource[], words: readonly string[]][] = [
    [
      'tells of a second',
      [timed('task.created', 0), timed('task.canceled', 1000)],
      ['Created', 'Waited for 1 s', 'Canceled'],
    ],
    [
      'does not tell of less than a second',
      [timed('task.created', 0), timed('task.canceled', 999)],
      ['Created', 'Canceled'],
    ],
    [
      'puts a span behind what happens as good as at its beginning',
      [timed('task.created', 0), timed('task.updated', 999), timed('task.canceled', 5000)],
      ['Created', 'Updated', 'Waited for 5 s', 'Canceled'],
    ],
    [
      'puts a span before what happens a second later',
      [timed('task.created', 0), timed('task.updated', 1000), timed('task.canceled', 5000)],
      ['Created', 'Waited for 5 s', 'Updated', 'Canceled'],
    ],
    [
      'has no span around what has no date',
      [event('EV1', { event_type: 'task.created' }), event('EV2', { event_type: 'task.canceled' })],
      ['Created', 'Canceled'],
    ],
  ];
  for (const [title, events, lines] of spans) {
    it(title, () => {
      assert.deepEqual(words(events), lines);
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
        const { rows } = timeline(
          readHistory({ events, reservations }, presenter(true)),
          { task, localize: plain },
          6000,
        );
        const entries = rows.filter((row) => row.row === 'entry');
        const ids = entries.map(({ id }) => id);
        const sids = new Set(events.map(({ sid }) => sid));
        assert.deepEqual(new Set(ids.filter((id) => id.startsWith('EV'))), sids);
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
        const times = entries.map(({ moment }) => moment?.at ?? Number.MAX_SAFE_INTEGER);
        // Dates of reservations are without their milliseconds, and an act has an order of its own.
        times.forEach((time, index) => {
          assert.ok(time > (times[index - 1] ?? 0) - 1020);
        });
        const exact = entries.filter(({ id }) => id.startsWith('EV'));
        const order = exact.map(({ moment }) => moment?.at ?? Number.MAX_SAFE_INTEGER);
        const latest = order.map((_, index) => Math.max(...order.slice(0, index + 1)));
        for (const [index, time] of order.entries()) assert.ok(time >= (latest[index] ?? 0) - 20);
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

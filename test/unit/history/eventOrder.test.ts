import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { TaskEvent } from '../../../src/core/history/taskEvent.ts';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';

const START = Date.parse('2026-05-04T09:30:12.300Z');

/** `[type, ms after the start, event data]` */
type Row = readonly [type: string, at: number, data?: Readonly<Record<string, string>>];

function read(rows: readonly Row[]): readonly TaskEvent[] {
  const events = rows.map(([type, at, data = {}], index) => {
    const fields = { event_type: type, event_date_ms: START + at, event_data: data };
    return { sid: `EV${index}`, text: JSON.stringify(fields) };
  });
  // The API has the newest first, whatever lies within one act.
  return readHistory({ events: events.toReversed(), reservations: [] }, presenter(false));
}

/** Types in their order, and the reservation's or the TaskQueue's name where several are there. */
function order(rows: readonly Row[]): readonly string[] {
  return read(rows).map(({ type, data }) =>
    [type.replace(/^(?:task|reservation|workflow)\./, ''), data['reservation_sid']]
      .concat(data['task_queue_sid'])
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

const offer = (sid: string) => ({ reservation_sid: sid });
const queue = (sid: string) => ({ task_queue_sid: sid });
const version = (task_version: number) => ({ task_version: String(task_version) });

describe('events of one act', () => {
  const acts: [what: string, rows: readonly Row[], expected: string][] = [
    [
      'a Task that begins, backwards in 3 ms',
      [
        ['task-queue.entered', 0],
        ['workflow.target-matched', 1],
        ['workflow.entered', 2],
        ['task.created', 3],
      ],
      'created, entered, target-matched, task-queue.entered',
    ],
    [
      'a Task that begins, around the turn of a second',
      [
        ['workflow.target-matched', 699],
        ['task.created', 701],
        ['workflow.entered', 700],
      ],
      'created, entered, target-matched',
    ],
    [
      'an offer that is accepted at once',
      [
        ['reservation.accepted', 10, offer('WR1')],
        ['reservation.created', 12, offer('WR1')],
      ],
      'created WR1, accepted WR1',
    ],
    [
      'a Worker who is done',
      [
        ['task.completed', 0],
        ['reservation.completed', 1, offer('WR1')],
      ],
      'completed WR1, completed',
    ],
    [
      'an offer that ends, and the next',
      [
        ['workflow.target-matched', 1],
        ['reservation.created', 2, offer('WR2')],
        ['reservation.rejected', 3, offer('WR1')],
        ['reservation.created', -4_000, offer('WR1')],
      ],
      'created WR1, rejected WR1, target-matched, created WR2',
    ],
    [
      'a Task that is routed again, as it says',
      [
        ['workflow.target-matched', 0, { target_changed_reason: 'attribute_update' }],
        ['task.updated', 2],
      ],
      'updated, target-matched',
    ],
    [
      'a Task that is canceled',
      [
        ['task.updated', 8, version(15)],
        ['task.canceled', 3, version(15)],
        ['reservation.canceled', 5, { ...offer('WR1'), ...version(15) }],
      ],
      'canceled WR1, canceled, updated',
    ],
    [
      'versions of the Task, which tell more than what is usual',
      [
        ['reservation.accepted', 1, { ...offer('WR1'), ...version(4) }],
        ['task.updated', 2, version(3)],
        ['workflow.target-matched', 0, version(5)],
      ],
      'updated, accepted WR1, target-matched',
    ],
    [
      'a wait that ends, and the next',
      [
        ['task-queue.entered', 2, queue('WQ2')],
        ['task-queue.timeout', 3, queue('WQ1')],
        ['workflow.target-matched', 1, queue('WQ2')],
        ['task-queue.entered', -60_000, queue('WQ1')],
      ],
      'task-queue.entered WQ1, task-queue.timeout WQ1, target-matched WQ2, task-queue.entered WQ2',
    ],
    [
      'a transfer',
      [
        ['reservation.created', 0, offer('WR2')],
        ['task.transfer-initiated', 1],
      ],
      'transfer-initiated, created WR2',
    ],
  ];
  for (const [what, rows, expected] of acts) {
    it(`stand as they usually happen: ${what}`, () => {
      assert.equal(order(rows).join(', '), expected);
      // Whatever the order in which they came.
      assert.equal(order(rows.toReversed()).join(', '), expected);
    });
  }

  const apart: [what: string, rows: readonly Row[]][] = [
    [
      'what lies more than 20 ms apart',
      [
        ['workflow.entered', 0],
        ['task.created', 21],
      ],
    ],
    [
      'what is routed again 11 ms after an offer was canceled',
      [
        ['reservation.canceled', 985, offer('WR1')],
        ['workflow.target-matched', 996, { task_re_evaluated_reason: 'reservation_canceled' }],
        ['reservation.created', 1018, offer('WR2')],
      ],
    ],
    [
      'the same without a reason',
      [
        ['reservation.created', 0, offer('WR1')],
        ['reservation.timeout', 985, offer('WR1')],
        ['workflow.target-matched', 996],
      ],
    ],
    [
      'an update, which may be at any time',
      [
        ['reservation.accepted', 0, offer('WR1')],
        ['task.updated', 5],
        ['reservation.wrapup', 15, offer('WR1')],
      ],
    ],
    [
      'what nobody has heard of',
      [
        ['acme.first', 0],
        ['workflow.entered', 1],
        ['acme.second', 2],
        ['task-queue.entered', 3],
      ],
    ],
    [
      'several offers at once',
      [
        ['reservation.created', 0, offer('WR1')],
        ['reservation.created', 6, offer('WR2')],
        ['reservation.created', 12, offer('WR3')],
      ],
    ],
    [
      'what is of one kind and one time',
      [
        ['task.updated', 0, { n: '1' }],
        ['task.updated', 0, { n: '2' }],
        ['task.updated', 0, { n: '3' }],
      ],
    ],
    [
      'a wait that ends where it began, at once',
      [
        ['task-queue.entered', 0, queue('WQ1')],
        ['task-queue.timeout', 1, queue('WQ1')],
        ['task-queue.entered', 2, queue('WQ2')],
      ],
    ],
    [
      'an offer that was made before another ended',
      [
        ['reservation.created', 0, offer('WR1')],
        ['reservation.created', 1, offer('WR2')],
        ['reservation.rejected', 9, offer('WR2')],
      ],
    ],
  ];
  for (const [what, rows] of apart) {
    it(`are left as they were recorded: ${what}`, () => {
      assert.deepEqual(
        read(rows).map(({ id }) => id),
        rows.map((_, index) => `EV${index}`),
      );
    });
  }

  it('keep a chain in order of which each is close to the next', () => {
    // Each pair that lies within an act would be turned around; together they cannot.
    const types = ['task.completed', 'reservation.created', 'workflow.entered'];
    const rows = Array.from({ length: 30 }, (_, index): Row => {
      return [types[index % types.length] ?? '', index * 15, offer(`WR${index}`)];
    });
    const times = read(rows).map(({ moment }) => moment?.at ?? 0);
    for (const [index, at] of times.entries()) {
      for (const later of times.slice(index + 1)) assert.ok(later >= at - 20, `${at} ${later}`);
    }
  });

  const types = ['task.created', 'workflow.entered', 'workflow.target-matched'].concat(
    ['task-queue.entered', 'task.updated', 'reservation.created', 'reservation.accepted'],
    ['reservation.rejected', 'task-queue.timeout', 'task.completed', 'acme.other'],
  );
  const row = fc.tuple(
    fc.constantFrom(...types),
    fc.nat(120),
    fc.constantFrom({}, offer('WR1'), offer('WR2'), queue('WQ1'), queue('WQ2'), version(1)),
  );

  it('are each there once, in one order, whatever the order in which they came', () => {
    const rows = fc.uniqueArray(row, { selector: ([, at]) => at, maxLength: 25 });
    fc.assert(
      fc.property(rows, fc.gen(), (some, g) => {
        const shuffled = g(fc.shuffledSubarray, some, { minLength: some.length });
        const key = (event: TaskEvent) => `${event.type} ${event.moment?.at ?? 0}`;
        const ordered = read(some).map(key);
        assert.equal(new Set(ordered).size, some.length);
        assert.deepEqual(read(shuffled).map(key), ordered);
      }),
    );
  });

  it('never come before what was more than an act earlier, nor a Task before it was created', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), (some) => {
        const ordered = read(some);
        for (const [index, { type, moment }] of ordered.entries()) {
          const at = moment?.at ?? 0;
          for (const later of ordered.slice(index + 1)) {
            const after = later.moment?.at ?? 0;
            assert.ok(after >= at - 20);
            if (later.type === 'task.created' && type !== 'task.created') {
              assert.ok(after > at, 'nothing of that time and later stands before it');
            }
          }
        }
      }),
    );
  });

  it('are put in order however many there are', () => {
    const rows = Array.from({ length: 3000 }, (_, index): Row => {
      return [types[index % types.length] ?? '', index % 7];
    });
    assert.equal(read(rows).length, rows.length);
  });
});

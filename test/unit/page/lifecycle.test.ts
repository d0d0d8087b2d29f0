import assert from 'node:assert/strict';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { taskLifecycle, type LifecycleFacts } from '../../../src/core/page/lifecycle.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { readTaskFields } from '../../../src/core/taskrouter/taskFields.ts';
import { plain } from '../../support/english.ts';
import { simulatedTaskRows, SimulationReader } from '../../support/simulation.ts';

const signs = { passed: '+', present: '*', ahead: '.', skipped: '-', unknown: '?' } as const;

function bracketed(...notes: readonly (string | undefined)[]): string | undefined {
  const told = notes.filter((note) => note !== undefined);
  return told.length === 0 ? undefined : `(${told.join('; ')})`;
}

describe('taskLifecycle', () => {
  const reader = new SimulationReader();
  const shown = { now: 0, present: presenter(false), localize: plain };

  /** Such as `+pending *reserved .assigned`, with seconds since the start, and notes in brackets. */
  function strip(facts: LifecycleFacts, key?: string): string {
    const now = reader.startedAt + reader.seconds * 1000;
    const history =
      key === undefined ? undefined : readHistory(simulatedTaskRows(reader, key), presenter(false));
    const { steps } = taskLifecycle(facts, history, {
      now,
      present: presenter(false),
      localize: plain,
    });
    return steps
      .map(({ state, status, since, duration, note }) => {
        const at = since && Math.floor((since.at - reader.startedAt) / 1000);
        return [`${signs[state]}${status}`, at, bracketed(duration, note)].filter(
          (x) => x !== undefined,
        );
      })
      .map((parts) => parts.join(' '))
      .join(', ');
  }

  const facts = (key: string, seconds: number) => {
    reader.seconds = seconds;
    return readTaskFields(JSON.stringify(reader.task(key))).facts;
  };

  const cases: [title: string, key: string, seconds: number, alone: string, told: string][] = [
    [
      'waits again after an offer',
      'waiting-invoice',
      0,
      '*pending -1530 (for 25 min 30 s), .reserved, .assigned, .wrapping, .completed',
      '*pending -1470 (for 24 min 30 s), .reserved (reserved once, not accepted), .assigned, .wrapping, .completed',
    ],
    [
      'is offered',
      'sms-offered',
      0,
      '+pending -240, *reserved, .assigned, .wrapping, .completed',
      '+pending -240 (5 s), *reserved -235 (for 3 min 55 s; reserved once), .assigned, .wrapping, .completed',
    ],
    [
      'is worked on',
      'call-in-progress',
      0,
      '+pending -900, +reserved, *assigned, .wrapping, .completed',
      '+pending -900 (5 s), +reserved -895 (7 s; reserved once), *assigned -888 (for 14 min 48 s; Ana Duarte), .wrapping, .completed',
    ],
    [
      'is wrapped up',
      'chat-wrapping',
      0,
      '+pending -2400, +reserved, +assigned, *wrapping, .completed',
      '+pending -2400 (10 s), +reserved -2390 (10 s; reserved once), +assigned -2380 (34 min 40 s; Yuki Tanaka), *wrapping -300 (for 5 min), .completed',
    ],
    [
      'is completed without a wrap-up',
      'callback',
      200,
      '+pending -15, +reserved, +assigned, ?wrapping, *completed 150 (sold)',
      '+pending -15 (5 s), +reserved -10 (20 s; reserved 2 times), +assigned 10 (2 min 20 s; Tom Becker), -wrapping, *completed 150 (sold)',
    ],
    [
      'is completed',
      'order-status',
      220,
      '+pending -5, +reserved, +assigned, ?wrapping, *completed 215 (resolved)',
      '+pending -5 (30 s), +reserved 20 (40 s; reserved 2 times), +assigned 65 (2 min; Yuki Tanaka), +wrapping 185 (30 s), *completed 215 (resolved)',
    ],
    [
      'is canceled before it was offered',
      'hung-up',
      0,
      '+pending -100, ?reserved, -assigned, -wrapping, *canceled -60 (hangup)',
      '+pending -100 (40 s), -reserved, -assigned, -wrapping, *canceled -60 (hangup)',
    ],
  ];
  for (const [title, key, seconds, alone, told] of cases) {
    it(`tells a Task that ${title}, and how long each phase took`, () => {
      assert.equal(strip(facts(key, seconds)), alone);
      assert.equal(strip(facts(key, seconds), key), told);
    });
  }

  it('tells the life of a Task that is gone', () => {
    reader.seconds = 0;
    assert.equal(
      strip({}, 'yesterdays-call'),
      '+pending -90000 (10 s), +reserved -89990 (10 s; reserved once), +assigned -89980 (9 min 40 s; Ana Duarte), +wrapping -89400 (1 min), *completed -89340 (resolved)',
    );
  });

  /** As `strip`, of what events tell, each a second after the one before; a reservation after each type. */
  function told(facts: LifecycleFacts, ...types: readonly string[]): string {
    const events = types.map((type, index) => ({
      sid: `EV${String(index)}`,
      text: JSON.stringify({
        event_type: type.split(' ')[0],
        event_date_ms: 1000 * (index + 1),
        event_data: {
          reservation_sid: type.split(' ')[1],
          worker_name: type.split(' ')[2],
          task_canceled_reason: 'hangup',
        },
      }),
    }));
    const history = readHistory({ events, reservations: [] }, presenter(false));
    const { steps } = taskLifecycle(facts, history, {
      now: 60_000,
      present: presenter(false),
      localize: plain,
    });
    return steps
      .map(({ state, status, since, duration, note }) =>
        [
          `${signs[state]}${status}`,
          since === undefined ? undefined : since.at / 1000,
          bracketed(duration, note),
        ]
          .filter((x) => x !== undefined)
          .join(' '),
      )
      .join(', ');
  }

  const lives: [title: string, facts: LifecycleFacts, events: readonly string[], life: string][] = [
    [
      'waits after two offers',
      { status: 'pending' },
      [
        'task.created',
        'reservation.created WR1',
        'reservation.rejected WR1',
        'reservation.created WR2',
        'reservation.timeout WR2',
      ],
      '*pending 5 (for 55 s), .reserved (reserved 2 times, not accepted), .assigned, .wrapping, .completed',
    ],
    [
      'is canceled, with its reason from the event',
      {},
      ['task.created', 'task.canceled'],
      '+pending 1 (1 s), -reserved, -assigned, -wrapping, *canceled 2 (hangup)',
    ],
    [
      'is canceled, with its own reason before that of the event',
      { status: 'canceled', reason: 'moved' },
      ['task.created', 'task.canceled'],
      '+pending 1 (1 s), -reserved, -assigned, -wrapping, *canceled 2 (moved)',
    ],
    [
      'is assigned, where its beginning is not told',
      { status: 'assigned' },
      ['reservation.accepted WR1 Ana'],
      '+pending, +reserved, *assigned 1 (for 59 s; Ana), .wrapping, .completed',
    ],
    [
      'is assigned to nobody who is named',
      { status: 'assigned' },
      ['task.created', 'reservation.created WR1', 'reservation.accepted WR1'],
      '+pending 1 (1 s), +reserved 2 (1 s; reserved once), *assigned 3 (for 57 s), .wrapping, .completed',
    ],
    [
      'waits again, though the last that is told is an offer',
      { status: 'pending', created: '1970-01-01T00:00:00Z', entered: '1970-01-01T00:00:30Z' },
      ['task.created', 'reservation.created WR1'],
      '*pending 30 (for 30 s), .reserved (reserved once, not accepted), .assigned, .wrapping, .completed',
    ],
    [
      'waits since it was created, where it does not say since when',
      { status: 'pending', created: '1970-01-01T00:00:10Z' },
      [],
      '*pending 10 (for 50 s), .reserved, .assigned, .wrapping, .completed',
    ],
    [
      'is wrapped up without an end, and is gone',
      {},
      ['task.created', 'reservation.accepted WR1 Ana', 'reservation.wrapup WR1 Ana'],
      '+pending 1 (1 s), +reserved, +assigned 2 (1 s; Ana), *wrapping 3, .completed',
    ],
  ];
  for (const [title, given, events, life] of lives) {
    it(`tells from events a Task that ${title}`, () => {
      assert.equal(told(given, ...events), life);
    });
  }

  it('counts on from when the present status began', () => {
    const { steps } = taskLifecycle(facts('call-in-progress', 0), undefined, shown);
    assert.deepEqual(
      steps.map(({ growing }) => growing?.text),
      Array<undefined>(5).fill(undefined),
    );
    const history = readHistory(simulatedTaskRows(reader, 'call-in-progress'), presenter(false));
    const told = taskLifecycle(facts('call-in-progress', 0), history, shown).steps;
    assert.deepEqual(
      told.map(({ growing }) => growing && [growing.text, growing.since - reader.startedAt]),
      [undefined, undefined, ['for {0}', -888_000], undefined, undefined],
    );
  });

  it('shows a status that came later as it came, behind all others', () => {
    assert.equal(
      strip({ status: 'on-hold' }),
      '?pending, ?reserved, ?assigned, ?wrapping, ?completed, *on-hold',
    );
  });

  it('knows nothing of a Task that says nothing', () => {
    assert.deepEqual(
      taskLifecycle({}, [], shown).steps.map(({ state }) => state),
      Array<string>(5).fill('unknown'),
    );
  });
});

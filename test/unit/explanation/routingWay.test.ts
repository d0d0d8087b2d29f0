import assert from 'node:assert/strict';
import { plain } from '../../support/english.ts';
import { explain, type WaitingCase } from '../../support/explanation/waitingTask.ts';

const three = [
  {
    filter_friendly_name: 'Sales',
    expression: "type == 'sales'",
    targets: [{ queue: 'A', timeout: 30 }],
  },
  {
    expression: '1==1',
    targets: [
      { queue: 'A', timeout: 60, priority: 1 },
      { queue: 'B', timeout: 60, skip_if: '1==1', priority: 5 },
      { queue: 'A', timeout: 60, priority: 10 },
    ],
  },
];
const queues = { A: {}, B: { target_workers: '1==0' } };
const matched = (age: number, rest: Readonly<Record<string, unknown>> = {}) => ({
  ...{ age, type: 'workflow.target-matched', queue: 'A', task_priority: '1' },
  ...{ workflow_filter_expression: '1==1', ...rest },
});

/** The steps, with `>` before the present one, and what is next. */
function told(given: WaitingCase): readonly string[] {
  const { way } = explain({ queues, filters: three, ...given });
  return [
    ...(way?.steps ?? []).map(({ age, label, outcome, position }) => {
      const sign = position === 'current' ? '> ' : position === 'passed' ? '- ' : '';
      return `${sign}${age} ${plain(label)}, ${outcome}`;
    }),
    ...(way?.currentBy === undefined ? [] : [way.currentBy]),
    ...(way?.next === undefined ? [] : [plain(way.next)]),
  ];
}

describe('The way of a Task', () => {
  it('begins where the events say that it is, and goes on with its clock', () => {
    assert.deepEqual(told({ events: [matched(0)], age: 20, task: { priority: 1 } }), [
      '> 0 A (filter 2), priority 1, moved',
      '60 B (filter 2), priority 5, skipped',
      '60 A (filter 2), priority 10, moved',
      '120 Canceled, canceled',
      'events',
      'In 40 s: A (filter 2), priority 10',
    ]);
  });

  it('tells the steps that it has passed', () => {
    const events = [
      matched(0),
      { age: 60, type: 'task-queue.timeout', queue: 'A' },
      matched(60, { task_priority: '10' }),
    ];
    assert.deepEqual(told({ events, age: 70, task: { priority: 10 } }), [
      '- 0 A (filter 2), priority 1, moved',
      '> 60 A (filter 2), priority 10, moved',
      '120 Canceled, canceled',
      'events',
      'Canceled at 10:02',
    ]);
  });

  it('estimates the step by TaskQueue, priority and age where events name none', () => {
    assert.deepEqual(told({ age: 200, task: { priority: 10 } }).slice(-3), [
      '180 Canceled, canceled',
      'estimated',
      'Then canceled',
    ]);
    assert.deepEqual(
      told({ age: 10, task: { priority: 1 } })[0],
      '> 0 A (filter 2), priority 1, moved',
    );
  });

  it('is in the default, and not at a filter with the same TaskQueue that it does not match', () => {
    const filters = [{ expression: "type == 'late'", targets: [{ queue: 'A', timeout: 90 }] }];
    const events = [{ age: 0, type: 'task-queue.entered', queue: 'A' }];
    assert.deepEqual(told({ filters, events, defaultQueue: 'A' }).slice(0, 1), [
      '> 0 A (default filter), priority 0, waits',
    ]);
  });

  it('names no time if the Task was routed again, as that may restart the timeout', () => {
    const events = [matched(0), matched(20, { task_re_evaluated_reason: 'reservation_rejected' })];
    const given = { events, age: 30, task: { priority: 1 } };
    assert.equal(told(given).at(-1), 'Then: A (filter 2), priority 10');
  });

  it('waits until its own timeout where a target has none', () => {
    const filters = [{ expression: '1==1', targets: [{ queue: 'A' }] }];
    assert.deepEqual(told({ filters, task: { timeout: 3600 } }).slice(-1), ['Canceled at 11:00']);
  });

  it('leads to what its routing target says, whatever the filters are', () => {
    const task = { routing_target: 'WQ00000000000000000000000000000041' };
    assert.deepEqual(told({ task })[0], '> 0 A (routing target), priority 0, waits');
  });

  it('marks no step if none fits the TaskQueue that the Task is in', () => {
    const filters = [{ expression: '1==1', targets: [{ queue: 'B' }] }];
    assert.deepEqual(told({ filters, age: 5 }), [
      '0 B (filter 1), priority 0, waits',
      '86400 B, canceled'.replace('B', 'Canceled'),
    ]);
  });

  it('tells of filters what each condition met, and which are not reached', () => {
    const filters = [
      three[0] ?? {},
      { expression: "a == 1 OR b == 'x'", targets: [{ queue: 'A' }] },
      { expression: '1==1', targets: [{ queue: 'A' }] },
    ];
    const { way } = explain({ filters, attributes: { a: 2, b: 'x' } });
    assert.deepEqual(
      way?.filters.map(({ name, outcome, isCurrent, clauses }) => [
        ...[name, outcome, isCurrent],
        ...clauses.map((clause) => `${clause.text}: ${clause.outcome}`),
      ]),
      [
        ['Sales', 'noMatch', false, "type == 'sales': false"],
        ['2', 'match', true, 'a == 1: false', "b == 'x': true"],
        ['3', 'notReached', false],
      ],
    );
  });

  it('tells of a Task that is over who was offered it, and why it went on', () => {
    const { state, sentence, way } = explain({
      queues,
      filters: three,
      task: { deleted: true },
      events: [
        { age: 0, type: 'task.created', task_assignment_status: 'pending' },
        matched(0),
        { age: 5, type: 'reservation.created', worker: 'Ann', reservation: 'r' },
        { age: 25, type: 'reservation.timeout', worker: 'Ann', reservation: 'r' },
        matched(25, { task_re_evaluated_reason: 'reservation_timeout' }),
        { age: 60, type: 'workflow.timeout' },
        { age: 60, type: 'task.canceled', task_assignment_status: 'canceled' },
      ],
    });
    assert.equal(state, 'over');
    assert.equal(plain(sentence), 'Canceled. It had passed all targets of its Workflow.');
    assert.deepEqual(
      way?.steps.map(({ label, reasons }) => [plain(label), ...reasons.map(plain)]),
      [
        [
          'A (filter 2), priority 1',
          'Reservation for Ann, timed out at 10:00',
          'Routed again after a Reservation timed out',
          'Left after its timeout',
        ],
        ['Canceled'],
      ],
    );
  });

  it('is in no step that its events say it has left', () => {
    const failure = { kind: 'forbidden', host: 'api' } as never;
    const readings = { workflow: { kind: 'failed', failure } } as const;
    const events = [matched(0)];
    assert.deepEqual(told({ readings, events }), ['> 0 TaskQueue A, priority 1, waits', 'events']);
    const left = [...events, { age: 30, type: 'task-queue.timeout', queue: 'A' }];
    assert.deepEqual(told({ readings, events: left }), ['- 0 TaskQueue A, priority 1, moved']);
  });

  it('says that nothing is known without a Task and without events', () => {
    const { cause, sentence } = explain({ task: { deleted: true } });
    assert.deepEqual(
      [cause, plain(sentence)],
      ['notRead', 'Nothing is known of how the Task was routed.'],
    );
  });
});

describe('The notes on a wait', () => {
  const notesOf = (given: WaitingCase) => explain(given).notes.map(plain);

  it('say that the Workflow was changed later, and that a call may have ended', () => {
    const workflow = { date_updated: '2026-03-02T10:00:30Z' };
    assert.deepEqual(notesOf({ workflow, age: 3600 }), [
      'The Workflow was changed at 10:00, after the Task was created. That may matter.',
      'The Task has waited for 1 h. The call may have ended. TaskRouter does not say.',
    ]);
    assert.deepEqual(notesOf({ age: 3600, task: { task_channel_unique_name: 'chat' } }), []);
  });

  it('say which filters did not take a Task that is in the default', () => {
    const filters = [
      {
        filter_friendly_name: 'Spanish',
        expression: "language == 'es'",
        targets: [{ queue: 'B' }],
      },
    ];
    const given = { filters, defaultQueue: 'A', workers: [{ name: 'Ann' }] };
    assert.deepEqual(notesOf({ ...given, attributes: { language: 'en' } }), [
      'Filter "Spanish" does not match. `language` is "en", not "es"',
    ]);
  });

  it('say that other TaskQueues give out Tasks in another order', () => {
    const given = {
      queues: { A: { task_order: 'LIFO' }, B: {} },
      tasks: [{ name: 'newer', age: 10 }],
    };
    assert.deepEqual(notesOf(given), [
      'Other TaskQueues give out Tasks in another order. The Workspace decides which go first.',
    ]);
  });

  it('say what could not be read, and why', () => {
    const failure = { kind: 'timeout', host: 'api', seconds: 30 } as never;
    const { missing } = explain({ readings: { workers: { kind: 'failed', failure } } });
    assert.equal(missing.length, 1);
    assert.match(plain(missing[0] ?? ''), /^Could not read the Workers\. ./);
  });

  it('say once why, of what failed alike', () => {
    const [slow, denied] = [
      { kind: 'failed', failure: { kind: 'timeout', host: 'api', seconds: 30 } },
      { kind: 'failed', failure: { kind: 'forbidden', host: 'api' } },
    ] as const;
    const readings = { workflow: slow, workers: denied, activities: slow };
    assert.deepEqual(
      explain({ readings }).missing.map((text) => plain(text).split('. ')[0]),
      ['Could not read the Workflow and the Activities', 'Could not read the Workers'],
    );
  });
});

describe('The Tasks ahead', () => {
  const tasks = [
    { name: 'urgent', priority: 9, age: 20 },
    { name: 'older', priority: 0, age: -20 },
    { name: 'younger', priority: 0, age: 20 },
    { name: 'twin', priority: 0, age: 0 },
    { name: 'moved', priority: 9, age: -20, task_queue_sid: 'WQ00000000000000000000000000000042' },
    { name: 'assigned', priority: 9, age: -20, assignment_status: 'assigned' },
    { name: 'sooner', priority: 0, age: 20, virtual_start_time: '2026-03-02T09:00:00Z' },
  ];
  const ahead = (given: WaitingCase) => {
    const found = explain(given).ahead;
    return [
      found?.count,
      found?.byPriority,
      found?.byAge,
      found?.tasks.map(({ sid }) => nameIn(sid)),
    ];
  };
  const nameIn = (sid: string) =>
    Buffer.from(sid.slice(2).replace(/^(?:00)+/, ''), 'hex').toString();

  it('are those of higher priority, then the older ones, and none of the same second', () => {
    assert.deepEqual(ahead({ tasks }), [3, 1, 2, ['urgent', 'sooner', 'older']]);
  });

  it('are the newer ones where the last comes first', () => {
    const queues = { A: { task_order: 'LIFO' } };
    assert.deepEqual(ahead({ tasks, queues }), [2, 0, 2, ['urgent', 'younger']]);
  });

  it('are shown up to 20, and counted up to the end of what was read', () => {
    const many = Array.from({ length: 30 }, (_, index) => ({ name: `t${index}`, age: -1 - index }));
    const found = explain({ tasks: many }).ahead;
    assert.deepEqual([found?.count, found?.tasks.length, found?.isCut], [30, 20, false]);
  });
});

describe('The Workers', () => {
  it('come in the order in which they are offered the Task, with what each lacks', () => {
    const { workers } = explain({
      filters: [{ expression: '1==1', targets: [{ queue: 'A', order_by: 'worker.level DESC' }] }],
      queues: { A: { target_workers: "skills HAS 'it'" } },
      workers: [
        { name: 'Out', attributes: { skills: ['en'] } },
        { name: 'Away', available: false, activity_name: 'Break', attributes: { skills: ['it'] } },
        { name: 'Low', attributes: { skills: ['it'], level: 1 } },
        { name: 'Full', attributes: { skills: ['it'], level: 5 } },
        { name: 'High', attributes: { skills: ['it'], level: 3 } },
      ],
      channels: { Full: { assigned_tasks: 0, available_capacity_percentage: 0 } },
    });
    assert.deepEqual(
      workers?.rows.map(({ name, verdict, reason }) => [
        ...[name, verdict],
        ...(reason ? [plain(reason)] : []),
      ]),
      [
        ['High', 'next'],
        ['Low', 'eligible'],
        ['Full', 'noCapacity', '1 of 1 used on voice, counting pending and wrapping ones'],
        ['Away', 'unavailable', 'Break since 09:58'],
        ['Out', 'notInQueue', '`skills` (["en"]) does not have "it"'],
      ],
    );
    const counts = { all: 5, inQueue: 4, matching: 4, available: 3, withCapacity: 2 };
    assert.deepEqual(workers.counts, counts);
    assert.equal(plain(workers.order), 'By worker.level DESC');
  });

  it('are members by the answer of the server, and where it differs that is said', () => {
    const { workers } = explain({
      queues: { A: { target_workers: "skills HAS 'it'" } },
      workers: [{ name: 'Ann', attributes: { skills: ['it'] } }, { name: 'Ben' }],
      members: ['Ben'],
    });
    assert.deepEqual(
      workers?.rows.map(({ name, inQueue }) => [name, inQueue]),
      [
        ['Ben', 'yes'],
        ['Ann', 'no'],
      ],
    );
    assert.deepEqual(
      workers.disagreements.map((text) => plain(text).split('. ')[0]),
      [
        'TaskRouter does not have Ann in the TaskQueue, though its expression reads otherwise',
        'TaskRouter has Ben in the TaskQueue, though its expression reads otherwise',
      ],
    );
  });

  it('are all counted, and 200 of them shown', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({
      name: `w${index}`,
      available: false,
      date_status_changed: new Date(Date.UTC(2026, 0, 1) + (index % 7) * 1000).toISOString(),
    }));
    const { workers } = explain({ workers: many });
    assert.deepEqual([workers?.rows.length, workers?.counts.all], [200, 300]);
    const since = workers?.rows.map((row) => row.since ?? 0) ?? [];
    assert.deepEqual(
      since,
      since.toSorted((one, other) => one - other),
    );
  });
});

import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { WAITING_CAUSES } from '../../../src/core/explanation/routingExplanation.ts';
import { plain } from '../../support/english.ts';
import {
  at,
  explain,
  readingsOf,
  type WaitingCase,
} from '../../support/explanation/waitingTask.ts';

const target = (rest: Readonly<Record<string, unknown>>) => [
  { expression: '1==1', targets: [{ queue: 'A', ...rest }] },
];
const failed = (status: number) =>
  ({ kind: 'failed', failure: { kind: 'forbidden', host: 'h', status } }) as never;
const unread = { kind: 'unread' } as const;

const rejected = (count: number, kind = 'reservation.rejected', rest = {}) =>
  Array.from({ length: count }, (_, index) => [
    { age: index * 10, type: 'reservation.created', worker: 'Ann', reservation: `r${index}` },
    { age: index * 10 + 5, type: kind, worker: 'Ann', reservation: `r${index}`, ...rest },
  ]).flat();

/** In the order of the causes: why it waits, the sentence, and what would change it. */
const cases: readonly (readonly [title: string, given: WaitingCase, ...told: string[]])[] = [
  [
    'holds a Task with an expression that is never true',
    { queues: { A: { target_workers: '1==0' } }, workers: [{ name: 'Ann' }] },
    'heldOnPurpose',
    'The Task is held. The expression of TaskQueue A is never true: 1==0',
    'It is offered after it moves on, or if the expression changes.',
  ],
  [
    'holds a Task at a target whose expression is never true',
    { filters: target({ expression: '1==2' }), workers: [{ name: 'Ann' }] },
    'heldOnPurpose',
    'The Task is held. The expression of its target is never true: 1==2',
    'It is offered after it moves on, or if the expression changes.',
  ],
  [
    'finds an empty TaskQueue, and who is nearest to it',
    {
      queues: { A: { target_workers: "skills HAS 'it' AND level > 3" } },
      workers: [
        { name: 'Ann', attributes: { skills: ['en'], level: 1 } },
        { name: 'Ben', attributes: { skills: ['en'], level: 4 } },
      ],
    },
    'nobodyInQueue',
    'There is no Worker in TaskQueue A.',
    'Ben fails one condition only. `skills` (["en"]) does not have "it"',
  ],
  [
    'believes the server that a TaskQueue is empty',
    { workers: [{ name: 'Ann' }], members: [] },
    'nobodyInQueue',
    'There is no Worker in TaskQueue A.',
    'A Worker has to match the expression of the TaskQueue.',
  ],
  [
    'finds that the target wants another Worker',
    {
      filters: target({ expression: 'worker.region == task.region' }),
      attributes: { region: 'eu' },
      workers: [{ name: 'Ann', attributes: { region: 'us' } }],
    },
    'nobodyMatchesTarget',
    'Only Ann is in TaskQueue A, and does not match the target.',
    'Ann fails one condition only. `worker.region` is "us", not `task.region` ("eu")',
  ],
  [
    'finds that the known Worker is on a break',
    {
      filters: target({ known_worker_sid: 'task.agent' }),
      attributes: { agent: 'WK00000000000000000000000000416e6e' },
      workers: [{ name: 'Ann', available: false, activity_name: 'Break' }, { name: 'Ben' }],
    },
    'knownWorker',
    'The known Worker Ann is not available (Break).',
    'It is offered as soon as this Worker is free.',
  ],
  [
    'finds that the known Worker is in another TaskQueue',
    {
      filters: target({ known_worker_friendly_name: 'task.agent' }),
      attributes: { agent: 'Ann' },
      workers: [{ name: 'Ann' }, { name: 'Ben' }],
      members: ['Ben'],
    },
    'knownWorker',
    'The known Worker Ann is not in TaskQueue A (error 40152).',
    'Name a Worker of the TaskQueue, or add this one to it.',
  ],
  [
    'finds that the known Worker does not exist',
    {
      filters: target({ known_worker_friendly_name: 'task.agent' }),
      attributes: { agent: 'Zoe' },
      workers: [{ name: 'Ann' }],
    },
    'knownWorker',
    'The known Worker "Zoe" is not in this Workspace.',
    'Name a Worker of the TaskQueue, or add this one to it.',
  ],
  [
    'finds that the known Worker is not named',
    {
      filters: target({ known_worker_sid: 'task.agent' }),
      workers: [{ name: 'Ann' }],
    },
    'knownWorker',
    'Its target asks for a known Worker, but `task.agent` names none.',
    'Set the attribute to a Worker of the TaskQueue.',
  ],
  [
    'finds that those who match are not available',
    {
      workers: [
        { name: 'Ann', available: false, activity_name: 'Break' },
        { name: 'Ben', available: false, activity_name: 'Offline', date_status_changed: at(-7200) },
      ],
    },
    'nobodyAvailable',
    '2 Workers match, but none is available.',
    'It is offered as soon as a Worker who matches is available.',
  ],
  [
    'says that a Worker went offline when a Reservation of this Task timed out',
    {
      workers: [
        { name: 'Ann', available: false, activity_name: 'Offline', date_status_changed: at(121) },
      ],
      events: rejected(1, 'reservation.timeout').map((event) => ({
        ...event,
        age: event.age * 24,
      })),
    },
    'nobodyAvailable',
    'Only Ann matches, who is not available since a Reservation timed out.',
    'It is offered as soon as a Worker who matches is available.',
  ],
  [
    'finds that hands are full',
    {
      workers: [{ name: 'Ann' }, { name: 'Ben', available: false }],
      channels: { Ann: { assigned_tasks: 1, available_capacity_percentage: 0 } },
    },
    'noCapacity',
    'Only Ann matches and is available, but has no capacity: 1 of 1 used on voice.',
    'It is offered as soon as a Worker who matches has capacity.',
  ],
  [
    'finds that the channel is switched off',
    { workers: [{ name: 'Ann' }], channels: { Ann: { available: false } } },
    'noCapacity',
    'Only Ann matches and is available, but the Task Channel voice is switched off.',
    'Switch the Task Channel on for a Worker who matches.',
  ],
  [
    'finds that it is rejected again and again',
    { workers: [{ name: 'Ann' }], events: rejected(4) },
    'offeredAgain',
    'It was offered 4 times and never accepted: 4 rejected. The last was Ann.',
  ],
  [
    'finds that Reservations are canceled by an error',
    {
      task: { assignment_status: 'reserved' },
      workers: [{ name: 'Ann' }],
      events: rejected(3, 'reservation.canceled', { canceled_reason_code: '45303' }),
    },
    'offeredAgain',
    'It was offered 3 times and never accepted: 3 canceled. The last was Ann.',
    'Reservations were canceled with code 45303. See Twilio’s error reference.',
  ],
  [
    'says to whom it is offered',
    {
      task: { assignment_status: 'reserved' },
      workers: [{ name: 'Ann' }],
      events: rejected(1).slice(0, 1),
      workflow: { task_reservation_timeout: 120 },
    },
    'offered',
    'It is offered to Ann.',
    'If it is not accepted, it times out at 10:02.',
  ],
  [
    'counts those who are ahead',
    {
      task: { priority: 5 },
      workers: [{ name: 'Ann' }],
      tasks: [
        { name: 'urgent', priority: 6, age: 30 },
        { name: 'older', priority: 5, age: -30 },
        { name: 'younger', priority: 5, age: 30 },
        { name: 'lesser', priority: 4, age: -30 },
      ],
    },
    'othersAhead',
    '2 Tasks are ahead of it, 1 by priority and 1 by age.',
    'Its turn comes after that, or sooner with a higher priority.',
  ],
  [
    'finds that it is in the default, which has no Worker',
    {
      filters: [
        { expression: 'vip == true', targets: [{ queue: 'B' }] },
        { expression: "t == 'booking'", targets: [{ queue: 'B' }] },
        { expression: "t == 'refund'", targets: [{ queue: 'B' }] },
      ],
      defaultQueue: 'A',
      attributes: { t: 'refnd' },
      queues: { A: { target_workers: "skills HAS 'triage'" } },
      workers: [{ name: 'Ann' }],
    },
    'defaultFilter',
    'No filter took the Task, and there is no Worker in the default TaskQueue A.',
    'The Task fails one condition of filter 3. `t` is "refnd", not "refund"',
  ],
  [
    'says who can take it',
    { workers: [{ name: 'Ann' }] },
    'assignable',
    'It can be assigned now, to Ann.',
    'TaskRouter should offer it at once. Refresh to see whether it has.',
  ],
  [
    'is uncertain where no source says what an expression means',
    {
      filters: target({ expression: 'worker.level > task.level' }),
      workers: [{ name: 'Ann', attributes: { level: 2 } }],
    },
    'uncertain',
    'Whether Ann matches the target is uncertain. Twilio does not document > with NULL.',
  ],
  [
    'claims nothing of Workers who were not read',
    { readings: { workers: failed(403) } },
    'notRead',
    'The Workers of its TaskQueue could not be read.',
  ],
  [
    'takes the counts of the TaskQueue where its Workers were not read',
    {
      readings: {
        workers: failed(403),
        statistics: {
          kind: 'read',
          value: '{"total_eligible_workers":2,"total_available_workers":0}',
        },
      },
    },
    'nobodyAvailable',
    'None of the 2 Workers in TaskQueue A is available.',
    'It is offered as soon as a Worker who matches is available.',
  ],
  [
    'does not know who is first where the Tasks were not read',
    { workers: [{ name: 'Ann' }], readings: { tasks: unread } },
    'uncertain',
    'Workers can take the Task, but whether others are ahead of it is not known.',
  ],
  [
    'does not know whether hands are full where the channels were not read',
    { workers: [{ name: 'Ann' }], readings: { channels: new Map() } },
    'uncertain',
    'Workers match and are available, but their capacity is not known.',
  ],
  [
    'does not know the step where the Workflow was not read, but who is unavailable in any step',
    { workers: [{ name: 'Ann', available: false }], readings: { workflow: failed(403) } },
    'nobodyAvailable',
    'Only Ann is in TaskQueue A, and is not available (Idle).',
    'It is offered as soon as a Worker who matches is available.',
  ],
  [
    'finds no cause in a list that was cut',
    {
      readings: {
        workers: { kind: 'read', value: { rows: [], isCut: true } },
      },
    },
    'uncertain',
    'Not all Workers were read, so the cause is uncertain.',
  ],
  [
    'routes to a Worker whatever the filters say, and finds that there is no such one',
    {
      task: { routing_target: 'WK00000000000000000000000000000bad', task_queue_sid: null },
      workers: [{ name: 'Ann' }],
    },
    'knownWorker',
    'The known Worker WK00000000000000000000000000000bad is not in this Workspace.',
    'Name a Worker of the TaskQueue, or add this one to it.',
  ],
  [
    'tells who accepted a Task that does not wait',
    {
      task: { assignment_status: 'assigned' },
      events: [...rejected(1), ...rejected(2, 'reservation.accepted').slice(2)],
    },
    'notWaiting',
    'The Task does not wait. Ann has accepted it.',
  ],
];

describe('explainRouting', () => {
  it('has a case here for each cause', () => {
    const found = new Set(cases.map(([, , cause]) => cause));
    assert.deepEqual([...found].sort(), [...WAITING_CAUSES].sort());
  });

  for (const [title, given, ...told] of cases) {
    it(title, () => {
      const { cause, sentence, remedy } = explain(given);
      assert.deepEqual([cause, plain(sentence), ...(remedy ? [plain(remedy)] : [])], told);
      assert.doesNotMatch(plain(sentence), /\d:\d\d/, 'times go on, and a headline does not');
    });
  }

  it('counts with no number that is infinite to JavaScript', () => {
    const given: WaitingCase = {
      workflow: { task_reservation_timeout: 987 },
      workers: [{ name: 'Ann', available: true }],
      channels: {
        Ann: {
          ...{ configured_capacity: 987, assigned_tasks: 987 },
          available_capacity_percentage: 987,
        },
      },
    };
    const { workflow, channels, ...others } = readingsOf(given);
    assert.ok(workflow.kind === 'read');
    const infinite = (text: string) => text.replaceAll('987', '1e400');
    const readings = {
      ...others,
      workflow: { ...workflow, value: infinite(workflow.value) },
      channels: new Map(
        Array.from(channels, ([sid, reading]) => {
          assert.ok(reading.kind === 'read');
          const rows = reading.value.rows.map((row) => ({ ...row, text: infinite(row.text) }));
          return [sid, { ...reading, value: { ...reading.value, rows } }];
        }),
      ),
    };
    assert.match(inspect(readings, { depth: null }), /:1e400/);
    assert.doesNotMatch(inspect(explain({ ...given, readings }), { depth: null }), /Infinity/);
  });
});

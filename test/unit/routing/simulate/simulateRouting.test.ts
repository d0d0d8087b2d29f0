import assert from 'node:assert/strict';
import {
  routingApi,
  type SimulatedStep,
  type SimulateRequest,
} from '../../../../src/core/routing/routingApi.ts';

type Json = Readonly<Record<string, unknown>>;

interface Case {
  readonly filters?: readonly Json[];
  readonly rest?: Json;
  readonly task?: Json;
  readonly queues?: readonly Json[];
  readonly workers?: readonly Json[];
}

const filter = (expression: string, ...targets: readonly Json[]) => ({ expression, targets });
const all = (...targets: readonly Json[]) => [filter('1==1', ...targets)];

async function stepsOf(given: Case): Promise<readonly SimulatedStep[]> {
  const { filters = [], rest = {}, task = {}, queues, workers } = given;
  const request: SimulateRequest = {
    configuration: JSON.stringify({ task_routing: { filters, ...rest } }),
    task: JSON.stringify({ attributes: {}, priority: 0, ...task }),
    ...(queues && { queues: JSON.stringify(queues) }),
    ...(workers && { workers: JSON.stringify(workers) }),
  };
  return (await routingApi.simulate(request)).steps;
}

/** `age filter.target queue priority outcome`, with the Workers if there are any. */
async function told(given: Case): Promise<readonly string[]> {
  return (await stepsOf(given)).map(
    ({ age, filter: at, target, queue, priority, eligible, unsure, outcome }) =>
      [
        `${age} ${String(at)}.${String(target)} ${String(queue)} ${String(priority)} ${outcome}`,
        ...(eligible ? [`[${eligible.join()}]`] : []),
        ...(unsure ? [`?[${unsure.join()}]`] : []),
      ].join(' '),
  );
}

const named = (friendly_name: string, rest: Json = {}) => ({
  ...{ friendly_name, sid: `WK_${friendly_name}`, attributes: {}, available: true },
  ...rest,
});
const channel = (configured_capacity: number, rest: Json = {}) => ({
  channels: [{ task_channel_unique_name: 'voice', configured_capacity, ...rest }],
});
const voice = { task_channel_unique_name: 'voice' };

const cases: readonly (readonly [title: string, given: Case, steps: readonly string[]])[] = [
  [
    'takes the first filter that matches',
    {
      filters: [filter("t == 'a'", { queue: 'A' }), filter("t == 'b'", { queue: 'B' })],
      task: { attributes: '{"t":"b"}' },
    },
    ['0 1.0 B 0 waits'],
  ],
  [
    'adds timeouts up, and keeps the priority of a target before',
    {
      filters: all({ queue: 'A', priority: '5', timeout: '10' }, { timeout: 20 }, { queue: 'B' }),
    },
    ['0 0.0 A 5 moved', '10 0.1 A 5 moved', '30 0.2 B 5 waits'],
  ],
  [
    'goes on to the next filter that matches',
    {
      filters: [
        filter('1==1', { queue: 'A', timeout: 10, priority: 7 }),
        filter('x == 1', { queue: 'B' }),
        filter('1==1', { queue: 'C' }),
      ],
    },
    ['0 0.0 A 7 moved', '10 2.0 C 7 waits'],
  ],
  [
    'cancels after the last target, default or not',
    { filters: all({ queue: 'A', timeout: 10 }), rest: { default_filter: { queue: 'D' } } },
    ['0 0.0 A 0 moved', '10 0.null A 0 canceled'],
  ],
  [
    'goes to the default if no filter matches',
    { filters: [filter('x == 1', {})], rest: { default_filter: { queue: 'D' } } },
    ['0 default.null D 0 waits'],
  ],
  ['cancels without a match and a default', { filters: [] }, ['0 null.null null 0 canceled']],
  [
    'cancels at the timeout of the Task',
    { filters: all({ queue: 'A', timeout: 90 }), task: { timeout: 60 } },
    ['0 0.0 A 0 waits', '60 0.null A 0 canceled'],
  ],
  [
    'does not know a priority that nothing gives',
    { filters: all({ queue: 'A' }), task: { priority: null } },
    ['0 0.0 A null waits'],
  ],
  [
    'ends where a filter is uncertain',
    { filters: [filter('x > 1', { queue: 'A' }), filter('1==1', { queue: 'B' })] },
    ['0 0.null null 0 uncertain'],
  ],
  [
    'ends where the attributes are not known',
    { filters: [filter('x == 1', { queue: 'A' })], task: { attributes: null } },
    ['0 0.null null 0 uncertain'],
  ],
  [
    'does not know what a misplaced default does',
    { filters: [filter('x == 1', {})], rest: { default_filter: 'D' } },
    ['0 null.null null 0 canceled'],
  ],

  // skip_if
  [
    'skips where nobody is available',
    {
      filters: all({ queue: 'A', skip_if: 'workers.available == 0' }, { queue: 'B' }),
      queues: [{ sid: 'A', counts: { available: 0 } }],
    },
    ['0 0.0 A 0 skipped', '0 0.1 B 0 waits'],
  ],
  [
    'stays where somebody is available whom the target does not want',
    {
      filters: all({
        queue: 'A',
        skip_if: 'workers.available == 0',
        expression: "worker.x == 'y'",
      }),
      workers: [named('a')],
    },
    ['0 0.0 A 0 waits []'],
  ],
  [
    'stays where a Worker is reserved first',
    { filters: all({ queue: 'A', skip_if: '1==1' }, {}), workers: [named('a')] },
    ['0 0.0 A 0 waits [a]'],
  ],
  [
    'skips for lack of capacity',
    {
      filters: all({ queue: 'A', skip_if: '1==1' }, { queue: 'B' }),
      task: voice,
      workers: [named('a', channel(1, { assigned_tasks: 1 }))],
    },
    ['0 0.0 A 0 skipped []', '0 0.1 B 0 waits []'],
  ],
  [
    'counts Workers by their Activity',
    {
      filters: all({ queue: 'A', skip_if: `workers.WA${'0'.repeat(32)} < 1` }, { queue: 'B' }),
      workers: [named('a', { available: false, activity_sid: 'WA_other' })],
    },
    ['0 0.0 A 0 skipped []', '0 0.1 B 0 waits []'],
  ],
  [
    'ends where it does not know whether to skip',
    { filters: all({ queue: 'A', skip_if: 'workers.available == 0' }) },
    ['0 0.0 A 0 uncertain'],
  ],
  [
    'goes to the default once all is skipped',
    {
      filters: all({ queue: 'A', skip_if: 'workers.available == 0' }),
      rest: { default_filter: { queue: 'D' } },
      queues: [{ sid: 'A', counts: { available: 0 } }],
    },
    ['0 0.0 A 0 skipped', '0 default.null D 0 waits'],
  ],
  [
    'removes a Task whose last target is skipped',
    {
      filters: all({ queue: 'A', skip_if: '1==1' }),
      queues: [{ sid: 'A', counts: { available: 0 } }],
    },
    ['0 0.0 A 0 skipped', '0 0.null A 0 canceled'],
  ],

  // Workers
  [
    'takes the expression of the TaskQueue and that of the target',
    {
      filters: all({ queue: 'A', expression: 'worker.lang == task.lang' }),
      task: { attributes: { lang: 'es' } },
      queues: [{ sid: 'A', target_workers: "skills HAS 'x'" }],
      workers: [
        named('both', { attributes: { skills: ['x'], lang: 'es' } }),
        named('queueOnly', { attributes: '{"skills":["x"],"lang":"en"}' }),
        named('targetOnly', { attributes: { skills: [], lang: 'es' } }),
      ],
    },
    ['0 0.0 A 0 waits [both]'],
  ],
  [
    "lets the server's own answer win",
    {
      filters: all({ queue: 'A' }),
      queues: [{ sid: 'A', target_workers: '1==2', workers: ['WK_b'] }],
      workers: [named('a'), named('b')],
    },
    ['0 0.0 A 0 waits [b]'],
  ],
  [
    'finds a TaskQueue by its name',
    {
      filters: all({ queue: 'Sales' }),
      queues: [{ sid: 'WQ1', friendly_name: 'Sales', target_workers: '1==0' }],
      workers: [named('a')],
    },
    ['0 0.0 Sales 0 waits []'],
  ],
  [
    'names those of whom it is not sure',
    {
      filters: all({ queue: 'A', expression: 'worker.level > 5' }),
      workers: [named('a'), named('b', { attributes: { level: 6 } })],
    },
    ['0 0.0 A 0 waits [b] ?[a]'],
  ],
  [
    'is not sure of a field that is missing',
    {
      filters: all({ queue: 'A', expression: "worker.activity_name == 'On Call'" }),
      workers: [named('a'), named('b', { activity_name: 'On Call' })],
    },
    ['0 0.0 A 0 waits [b] ?[a]'],
  ],
  [
    'leaves out who is unavailable, full, switched off or reserved',
    {
      filters: all({ queue: 'A' }),
      task: voice,
      workers: [
        named('away', { available: false }),
        named('full', channel(2, { assigned_tasks: 2 })),
        named('off', channel(2, { available: false })),
        named('zero', channel(0)),
        named('reserved', { ...channel(1), pending_reservations: 1 }),
        named('unknown', { pending_reservations: 1 }),
        named('free', channel(2, { assigned_tasks: 1 })),
        named('other', {
          channels: [{ task_channel_unique_name: 'chat', configured_capacity: 0 }],
        }),
      ],
    },
    ['0 0.0 A 0 waits [free,other]'],
  ],
  [
    'orders by order_by, then by who waits for the longest time',
    {
      filters: all({ queue: 'A', order_by: 'worker.level DESC' }),
      workers: [
        named('none'),
        named('late', { attributes: { level: 2 }, date_status_changed: '2026-01-01T10:00:00Z' }),
        named('early', { attributes: { level: 2 }, date_status_changed: '2026-01-01T09:00:00Z' }),
        named('best', { attributes: { level: 10 } }),
      ],
    },
    ['0 0.0 A 0 waits [best,early,late,none]'],
  ],
  [
    'offers to the known Worker only',
    {
      filters: all({ queue: 'A', known_worker_sid: 'task.agent', timeout: 10 }, {}),
      task: { attributes: { agent: 'WK_b' } },
      workers: [named('a'), named('b')],
    },
    ['0 0.0 A 0 moved [b]', '10 0.1 A 0 waits [a,b]'],
  ],
  [
    'stays in the step of a known Worker who is not there',
    {
      filters: all({ queue: 'A', known_worker_friendly_name: 'task.agent', timeout: 10 }, {}),
      workers: [named('a')],
    },
    ['0 0.0 A 0 moved []', '10 0.1 A 0 waits [a]'],
  ],

  // The routing target
  [
    'gives a Task to the Worker that it is for, whoever is available',
    {
      filters: all({ queue: 'A' }),
      task: { routing_target: 'WK_a' },
      workers: [named('a', { available: false }), named('b')],
    },
    ['0 routingTarget.null null 0 waits [a]'],
  ],
  [
    'minds capacity if it is not to be ignored',
    {
      task: { routing_target: 'WK_a', ignore_capacity: false },
      workers: [named('a', { available: false })],
    },
    ['0 routingTarget.null null 0 waits []'],
  ],
  [
    'puts a Task into the TaskQueue that it is for',
    {
      task: { routing_target: 'WQ1', timeout: 60 },
      queues: [{ sid: 'WQ1', target_workers: "sid == 'WK_b'" }],
      workers: [named('a'), named('b')],
    },
    ['0 routingTarget.null WQ1 0 waits [b]', '60 routingTarget.null WQ1 0 canceled'],
  ],
];

describe('simulate', () => {
  for (const [title, given, steps] of cases) {
    it(title, async () => {
      assert.deepEqual(await told(given), steps);
    });
  }

  it('says why: filters with what they met, and what is next', async () => {
    const [first, second] = await stepsOf({
      filters: [
        { ...filter("t == 'a'", { queue: 'A' }), filter_friendly_name: 'First' },
        filter("t == 'b'", { queue: 'B', timeout: 90 }, {}),
      ],
      task: { attributes: { t: 'b' } },
      workers: [named('Ana', { available: false, activity_name: 'Offline' })],
    });
    assert.deepEqual(first?.reasons, [
      'Filter "First" does not match. `t` is "b", not "a"',
      'Filter 2 matches. `t` is "b"',
      'This target times out when the Task is 1 min 30 s old.',
      'Ana is not available (Offline).',
    ]);
    assert.deepEqual(second?.reasons, [
      'This target has no timeout, so the Task stays here.',
      'Ana is not available (Offline).',
    ]);
  });

  it('names the conflict about Reservations that time out before their target', async () => {
    const given = { filters: all({ queue: 'A', timeout: 10 }, { queue: 'B' }) };
    const namesConflict = (step: SimulatedStep | undefined) =>
      step?.reasons.some((reason) => reason.startsWith('Sources conflict'));
    const [open] = await stepsOf(given);
    assert.ok(namesConflict(open));
    assert.equal(open?.outcome, 'moved');
    const known = await stepsOf({ ...given, task: { task_reservation_timeout: 5 } });
    assert.deepEqual(
      known.map(({ outcome }) => outcome),
      ['uncertain'],
    );
    assert.ok(namesConflict(known[0]));
  });

  it('names the error for a known Worker of another TaskQueue', async () => {
    const [step] = await stepsOf({
      filters: all({ queue: 'A', known_worker_sid: 'task.agent' }),
      task: { attributes: { agent: 'WK_a' } },
      queues: [{ sid: 'A', target_workers: '1==0' }],
      workers: [named('a')],
    });
    assert.ok(step?.reasons.some((reason) => reason.includes('40152')));
  });
});

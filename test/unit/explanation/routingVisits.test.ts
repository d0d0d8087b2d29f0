import assert from 'node:assert/strict';
import { routingVisits } from '../../../src/core/explanation/way/routingVisits.ts';
import { readConfiguration } from '../../../src/core/routing/configuration/workflowConfiguration.ts';
import { historyOf, sidOf, type WaitingCase } from '../../support/explanation/waitingTask.ts';

type Events = NonNullable<WaitingCase['events']>;
type Json = Readonly<Record<string, unknown>>;

const matched = (age: number, queue: string, rest: Json = {}) => ({
  ...{ age, type: 'workflow.target-matched', queue, task_priority: '0' },
  ...rest,
});
const entered = (age: number, queue: string) => ({ age, type: 'task-queue.entered', queue });
const of = (name: string, expression: string, target?: string): Json => ({
  ...{ workflow_filter_name: name, workflow_filter_expression: expression },
  ...(target !== undefined && { workflow_filter_target_expression: target }),
});

const filters = [
  {
    filter_friendly_name: 'Sales',
    expression: "type == 'sales'",
    targets: [
      { queue: sidOf('WQ', 'A'), timeout: 30, expression: 'worker.vip == true' },
      { queue: sidOf('WQ', 'A'), timeout: 30 },
      { queue: sidOf('WQ', 'B'), priority: 9 },
    ],
  },
  {
    filter_friendly_name: 'All',
    expression: '1==1',
    targets: [
      { queue: sidOf('WQ', 'C'), timeout: 60 },
      { queue: sidOf('WQ', 'C'), timeout: 60 },
    ],
  },
];

/** `filter.target from-to leftBy [evaluations]`, with `?` where it is not certain. */
function told(events: Events, own: readonly Json[] = filters): readonly string[] {
  const configuration = readConfiguration(
    JSON.stringify({
      task_routing: { filters: own, default_filter: { queue: sidOf('WQ', 'D') } },
    }),
  );
  const start = historyOf({ events: [{ age: 0, type: 'task.created' }] })[0]?.moment?.at ?? 0;
  const age = (time: number | undefined) =>
    time === undefined ? '' : String((time - start) / 1000);
  return routingVisits(historyOf({ events }), configuration).map(
    ({ filter, target, from, to, leftBy = '', evaluations, isCertain }) =>
      [
        `${String(filter)}.${String(target)}${isCertain ? '' : '?'} ${age(from)}-${age(to)}`,
        ...(leftBy === '' ? [] : [leftBy]),
        ...(evaluations.length === 0 ? [] : [`[${evaluations.join()}]`]),
      ].join(' '),
  );
}

const sales = of('Sales', "type == 'sales'");
const vip = of('Sales', "type == 'sales'", 'worker.vip == true');
const all = of('All', '1==1');

const cases: readonly (readonly [title: string, events: Events, ...visits: string[]])[] = [
  ['knows nothing without events', []],
  ['knows the target by its expression', [entered(0, 'A'), matched(0, 'A', vip)], '0.0 0-'],
  ['knows a target without an expression by its absence', [matched(0, 'A', sales)], '0.1 0-'],
  [
    'reads an expression that is written as a JSON array, as in 2018',
    [matched(0, 'A', { ...vip, workflow_filter_expression: '["type == \'sales\'"]' })],
    '0.0 0-',
  ],
  [
    'takes no notice of blanks',
    [matched(0, 'A', { ...vip, workflow_filter_expression: "type  ==\n 'sales'" })],
    '0.0 0-',
  ],
  [
    'follows timeouts from target to target',
    [
      matched(0, 'A', vip),
      { age: 30, type: 'task-queue.timeout', queue: 'A' },
      matched(30, 'A', sales),
      { age: 60, type: 'task-queue.timeout', queue: 'A' },
      matched(60, 'B', { ...sales, task_priority: '9' }),
    ],
    '0.0 0-30 timeout',
    '0.1 30-60 timeout',
    '0.2 60-',
  ],
  [
    'stays where it is while Reservations are canceled and the Task is routed again',
    [
      matched(0, 'A', vip),
      matched(7, 'A', { ...vip, task_re_evaluated_reason: 'reservation_canceled' }),
      matched(14, 'A', { ...vip, task_re_evaluated_reason: 'reservation_canceled' }),
    ],
    '0.0 0- [reservation_canceled,reservation_canceled]',
  ],
  [
    'leaves a target when the attributes lead elsewhere',
    [matched(0, 'A', vip), matched(20, 'C', { ...all, target_changed_reason: 'attribute_update' })],
    '0.0 0-20 attributes',
    '1.0? 20-',
  ],
  [
    'tells targets that look alike by their order',
    [
      matched(0, 'C', all),
      { age: 60, type: 'task-queue.timeout', queue: 'C' },
      matched(60, 'C', all),
    ],
    '1.0? 0-60 timeout',
    '1.1? 60-',
  ],
  [
    'knows that a step was skipped',
    [matched(0, 'A', vip), { age: 0, type: 'workflow.skipped' }, matched(0.06, 'A', sales)],
    '0.0 0-0 skipped',
    '0.1 0.06-',
  ],
  ['takes a TaskQueue without a filter for the default', [entered(0, 'D')], 'default.null 0-'],
  [
    'guesses by TaskQueue and priority where events name nothing else',
    [{ ...entered(0, 'B'), task_priority: '9' }],
    '0.2 0-',
  ],
  [
    'does not know a target of a Workflow that was changed since',
    [matched(0, 'A', of('Old', "type == 'old'"))],
    'null.null? 0-',
  ],
  ['does not know a TaskQueue of a transfer', [entered(0, 'Elsewhere')], 'null.null? 0-'],
];

describe('routingVisits', () => {
  for (const [title, events, ...visits] of cases) {
    it(title, () => {
      assert.deepEqual(told(events), visits);
    });
  }

  it('is not misled by what is no event of routing, or no JSON in it', () => {
    const events = [
      matched(0, 'A', vip),
      { age: 1, type: 'task.updated' },
      { age: 2, type: 'reservation.created', worker: 'Ann', reservation: 'r' },
    ];
    assert.deepEqual(told(events), ['0.0 0-']);
    assert.deepEqual(told([{ age: 0, type: 'workflow.timeout' }]), []);
  });

  it('has no place for anything without a Workflow', () => {
    const [visit] = routingVisits(historyOf({ events: [matched(0, 'A', vip)] }), undefined);
    assert.equal(visit?.filter, null);
  });
});

import {
  checkConfiguration,
  checkReadConfiguration,
} from '../../src/core/routing/check/checkConfiguration.ts';
import { CheckedExpressions } from '../../src/core/routing/check/checkedExpressions.ts';
import {
  explainRouting,
  type ExplainRequest,
} from '../../src/core/explanation/explain/explainRouting.ts';
import { NOTHING_READ } from '../../src/core/explanation/routingReadings.ts';
import { presenter } from '../../src/core/privacy/presenter.ts';
import { readConfiguration } from '../../src/core/routing/configuration/workflowConfiguration.ts';
import {
  readRoutedTask,
  readRoutedWorkers,
} from '../../src/core/routing/simulate/routingResources.ts';
import { simulateRouting } from '../../src/core/routing/simulate/simulateRouting.ts';
import { bench } from './report/bench.ts';
import type { BenchOptions } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';
import { fastest } from './report/figures.ts';
import { powerOf } from './report/figures.ts';

/*
 * What it takes to check the configuration of a Workflow, at first and after a keystroke, to find who of many
 * Workers can take a Task, and to explain why it waits.
 *
 *     node --expose-gc test/bench/routing.bench.ts
 */
const FILTERS = 1_000;
const GREATEST_MS = 50;
const GREATEST_KEYSTROKE_MS = 5;
const GREATEST_POWER = 1.1;
const EXPRESSION_LENGTH = 800;
const EXPLAINED_WORKERS = 10_000;
const EXPLAINED_MS = 100;
const TASKS_AHEAD = 500;

await bench((options) => [checks(options), simulations(options), explanations(options)]);

function checks({ brief }: BenchOptions): BenchTable {
  const sizes = brief ? [10, 100] : [100, FILTERS, 10_000];
  const tries = brief ? 1 : 15;
  const rows = sizes.map((size) => {
    const text = configurationOf(size);
    const first = fastest(tries, () => checkConfiguration(text));
    const checked = new CheckedExpressions();
    let read = readConfiguration(text);
    checkReadConfiguration(read, checked);
    let turn = 0;
    const again = fastest(tries, () => {
      turn += 1;
      const typed = text.replace('level_0', `level_0_${turn}`);
      read = readConfiguration(typed, read);
      return checkReadConfiguration(read, checked);
    });
    if (first.result.length + again.result.length > 0) throw new Error('It was to be clean.');
    return { size, figures: [first.ms, again.ms] };
  });
  const power = powerOf(rows.map(({ size, figures }) => [size, figures[0] ?? 0]));
  const [wanted = 0, again = 0] = rows.find(({ size }) => size === FILTERS)?.figures ?? [];
  return {
    title: `Filters, each with an expression of ${EXPRESSION_LENGTH} characters`,
    columns: [
      { name: 'checked', unit: 'ms', digits: 1 },
      { name: 'again after a keystroke', unit: 'ms', digits: 1 },
    ],
    rows: rows.map(({ size, figures }) => ({
      name: `${size.toLocaleString('en')} filters`,
      figures,
    })),
    goals: [
      { text: '1,000 filters checked', figure: wanted, limit: GREATEST_MS, unit: 'ms' },
      { text: '… after a keystroke', figure: again, limit: GREATEST_KEYSTROKE_MS, unit: 'ms' },
      { text: 'power of the number of filters', figure: power, limit: GREATEST_POWER, unit: '' },
    ],
  };
}

function simulations({ brief }: BenchOptions): BenchTable {
  const sizes = brief ? [10, 100] : [10, 100, 1_000, 10_000];
  const tries = brief ? 1 : 5;
  const configuration = readConfiguration(
    JSON.stringify({
      task_routing: {
        filters: [
          {
            expression: "type == 'sales'",
            targets: [
              {
                queue: 'A',
                expression: 'worker.skills HAS task.skill',
                order_by: 'worker.level DESC',
              },
            ],
          },
        ],
      },
    }),
  );
  const present = presenter(false);
  const task = readRoutedTask('{"attributes":{"type":"sales","skill":"s1"}}');
  if (task === undefined) throw new Error('The Task was not read.');
  const rows = sizes.map((size) => {
    const text = JSON.stringify(Array.from({ length: size }, (_, index) => workerOf(index)));
    const read = fastest(tries, () => readRoutedWorkers(text));
    const workers = read.result ?? [];
    const { ms, result: eligible } = fastest(tries, () => {
      const [step] = simulateRouting({ configuration, task, workers, present });
      return step?.workers?.eligible.length ?? 0;
    });
    return { name: `${size.toLocaleString('en')} Workers`, figures: [read.ms, ms, eligible] };
  });
  return {
    title: 'Workers of a step, with the expression of its target and order_by',
    columns: [
      { name: 'read', unit: 'ms' },
      { name: 'judged and sorted', unit: 'ms' },
      { name: 'eligible', unit: '', digits: 0, isNote: true },
    ],
    rows,
  };
}

function explanations({ brief }: BenchOptions): BenchTable {
  const sizes = brief ? [10, 100] : [10, 100, 1_000, EXPLAINED_WORKERS, 100_000];
  const rows = sizes.map((size) => {
    const request = explainRequest(size, brief ? 10 : TASKS_AHEAD);
    const { ms, result } = fastest(size > EXPLAINED_WORKERS ? 3 : 9, () => explainRouting(request));
    if (result.cause !== 'othersAhead')
      throw new Error(`It was to wait for others: ${result.cause}`);
    return { size, figures: [ms, result.workers?.counts.available ?? 0] };
  });
  const wanted = rows.find(({ size }) => size === EXPLAINED_WORKERS)?.figures[0] ?? 0;
  const power = powerOf(rows.map(({ size, figures }) => [size, figures[0] ?? 0]));
  return {
    title: `Why a Task waits, with ${TASKS_AHEAD} Tasks ahead, from the answers of the API`,
    columns: [
      { name: 'explained', unit: 'ms', digits: 1 },
      { name: 'available', unit: '', digits: 0, isNote: true },
    ],
    rows: rows.map(({ size, figures }) => ({
      name: `${size.toLocaleString('en')} Workers`,
      figures,
    })),
    goals: [
      { text: '10,000 Workers explained', figure: wanted, limit: EXPLAINED_MS, unit: 'ms' },
      { text: 'power of the number of Workers', figure: power, limit: GREATEST_POWER, unit: '' },
    ],
  };
}

/** What is read for the page of a Task in a TaskQueue of which four of five Workers are members. */
function explainRequest(size: number, tasksAhead: number): ExplainRequest {
  const [queue, created] = [`WQ${'0a'.repeat(16)}`, '2026-03-02T10:00:00Z'];
  const read = <Value>(value: Value) => ({ kind: 'read', value }) as const;
  const rows = (list: readonly { readonly sid: string }[]) =>
    read({ rows: list.map((row) => ({ sid: row.sid, text: JSON.stringify(row) })), isCut: false });
  const targets = [
    {
      queue,
      timeout: 300,
      expression: 'worker.skills HAS task.skill',
      order_by: 'worker.level ASC',
    },
    { timeout: 60, priority: 5 },
    { priority: 10 },
  ];
  const configuration = { task_routing: { filters: [{ expression: "type == 'sales'", targets }] } };
  const workers = Array.from({ length: size }, (_, index) => ({
    ...{ ...workerOf(index), channels: undefined, date_status_changed: created },
    ...{
      activity_name: 'Available',
      activity_sid: `WA${'0b'.repeat(16)}`,
      url: `https://${queue}`,
    },
  }));
  const tasks = Array.from({ length: tasksAhead }, (_, index) => ({
    ...{ sid: `WT${String(index).padStart(32, '0')}`, assignment_status: 'pending', priority: 9 },
    ...{ date_created: created, task_queue_sid: queue, attributes: '{"type":"sales"}' },
  }));
  const setUp = { sid: queue, friendly_name: 'A', target_workers: "skills HAS 'calls'" };
  const channel = { sid: `WC${'0c'.repeat(16)}`, ...workerOf(0).channels[0] };
  return {
    task: JSON.stringify({
      ...{
        sid: `WT${'0d'.repeat(16)}`,
        assignment_status: 'pending',
        priority: 0,
        timeout: 86_400,
      },
      ...{ task_queue_sid: queue, date_created: created, task_channel_unique_name: 'default' },
      attributes: '{"type":"sales","skill":"s1"}',
    }),
    readings: {
      ...NOTHING_READ,
      at: Date.parse(created) + 10_000,
      workflow: read(JSON.stringify({ configuration: JSON.stringify(configuration) })),
      ...{ queue: read(JSON.stringify(setUp)), queues: rows([setUp]), workers: rows(workers) },
      members: rows(workers.filter((_, index) => index % 5 > 0)),
      channels: new Map(workers.slice(0, 20).map(({ sid }) => [sid, rows([channel])])),
      tasks: rows(tasks),
    },
    ...{ history: [], present: presenter(false), clock: String },
  };
}

function workerOf(index: number) {
  return {
    sid: `WK${String(index).padStart(32, '0')}`,
    friendly_name: `worker${index}`,
    available: index % 3 > 0,
    attributes: JSON.stringify({ skills: [`s${index % 4}`, 'calls'], level: index % 10 }),
    channels: [{ task_channel_unique_name: 'default', configured_capacity: 2, assigned_tasks: 0 }],
  };
}

function configurationOf(size: number): string {
  const target = { queue: `WQ${'0a'.repeat(16)}`, timeout: 30 };
  const filters = Array.from({ length: size }, (_, index) => ({
    filter_friendly_name: `Filter ${index}`,
    expression: expressionOf(index),
    targets: [target, {}],
  }));
  const routing = { filters, default_filter: { queue: target.queue } };
  return JSON.stringify({ task_routing: routing }, undefined, 2);
}

function expressionOf(index: number): string {
  const terms: string[] = [];
  for (let length = 0, term = 0; length < EXPRESSION_LENGTH; term += 1) {
    const text = `(channel == 'web' AND area IN ['a${term}', "b${term}"] AND level_${index}.x >= ${term})`;
    terms.push(text);
    length += text.length + ' OR '.length;
  }
  return terms
    .join(' OR ')
    .slice(0, EXPRESSION_LENGTH)
    .replace(/ OR (?:(?! OR ).)*$/, '');
}

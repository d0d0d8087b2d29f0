import {
  checkConfiguration,
  checkReadConfiguration,
} from '../../src/core/routing/check/checkConfiguration.ts';
import { CheckedExpressions } from '../../src/core/routing/check/checkedExpressions.ts';
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
 * What it takes to check the configuration of a Workflow, at first and after a keystroke, and to find who
 * of many Workers can take a Task.
 *
 *     node --expose-gc test/bench/routing.bench.ts
 */
const FILTERS = 1_000;
const GREATEST_MS = 50;
const GREATEST_KEYSTROKE_MS = 5;
const GREATEST_POWER = 1.1;
const EXPRESSION_LENGTH = 800;

await bench((options) => [checks(options), simulations(options)]);

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
    const { ms, result } = fastest(tries, () =>
      simulateRouting({ configuration, task, workers, present }),
    );
    const eligible = result[0]?.workers?.eligible.length ?? 0;
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

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nextTask, orderTasks } from '../../../../src/core/routing/simulate/orderTasks.ts';
import { readRoutedQueues } from '../../../../src/core/routing/simulate/routingResources.ts';

const task = (name: string, priority: number, start: number) => ({ name, priority, start });
const names = (tasks: readonly { readonly name: string }[]) =>
  tasks.map(({ name }) => name).join('');

const a = task('a', 50, 4);
const b = task('b', 75, 5);
const c = task('c', 20, 1);
const d = task('d', 50, 3);

describe('orderTasks', () => {
  it('gives the most urgent first in FIFO, and of equals the oldest', () => {
    assert.equal(names(orderTasks([a, b, c, d], 'FIFO')), 'bdac');
  });

  it('gives the newest first in LIFO, whatever its priority is', () => {
    assert.equal(names(orderTasks([a, b, c, d], 'LIFO')), 'badc');
  });

  it('loses none and changes nothing in what is in order already', () => {
    const tasks = fc.array(fc.record({ priority: fc.nat(3), start: fc.nat(5) }));
    fc.assert(
      fc.property(tasks, fc.constantFrom('FIFO', 'LIFO'), (given, order) => {
        const once = orderTasks(given, order);
        assert.deepEqual(new Set(once), new Set(given));
        assert.deepEqual(orderTasks(once, order), once);
      }),
    );
  });
});

describe('nextTask', () => {
  const first = { order: 'FIFO', tasks: [a, c] } as const;
  const last = { order: 'LIFO', tasks: [d, b] } as const;

  for (const [lines, prioritized, next] of [
    [[first, last], 'FIFO', 'a'],
    [[first, last], 'LIFO', 'b'],
    [[{ ...first, tasks: [] }, last], 'FIFO', 'b'],
    [[first], 'LIFO', 'a'],
    [[first, { order: 'FIFO', tasks: [b] } as const], 'FIFO', 'b'],
  ] as const) {
    it(`is ${next} of ${lines.map(({ order, tasks }) => `${order} ${names(tasks)}`).join(', ')} if ${prioritized} goes first`, () => {
      assert.equal(nextTask(lines, prioritized)?.name, next);
    });
  }

  it('is none where none waits', () => {
    assert.equal(nextTask([], 'FIFO'), undefined);
  });
});

describe('readRoutedQueues', () => {
  it('reads the order of a TaskQueue, and takes nothing else for one', () => {
    const queues = readRoutedQueues('[{"task_order":"LIFO"},{"task_order":"random"},{}]');
    assert.deepEqual(
      queues?.map(({ taskOrder }) => taskOrder),
      ['LIFO', undefined, undefined],
    );
  });
});

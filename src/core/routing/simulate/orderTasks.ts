import type { RoutedQueue } from './routingResources.ts';

/** A Task that waits in TaskQueues. */
export interface QueuedTask {
  readonly priority: number;
  /** From which its age is counted, in ms since the epoch: `virtual_start_time`, or when it was created. */
  readonly start: number;
}

/** `LIFO` gives the newest Task first, whatever its priority is; `FIFO` the most urgent, then the oldest. */
export type TaskOrder = NonNullable<RoutedQueue['taskOrder']>;

/**
 * The Tasks of one TaskQueue in the order in which they are given to Workers.
 *
 * @see https://www.twilio.com/docs/taskrouter/queue-ordering
 */
export function orderTasks<Task extends QueuedTask>(
  tasks: readonly Task[],
  order: TaskOrder,
): readonly Task[] {
  return tasks.toSorted((one, other) =>
    order === 'LIFO'
      ? other.start - one.start
      : other.priority - one.priority || one.start - other.start,
  );
}

/** A TaskQueue with its order and those who wait in it. */
export interface TaskLine<Task extends QueuedTask> {
  readonly order: TaskOrder;
  readonly tasks: readonly Task[];
}

/**
 * Which Task a Worker of several TaskQueues gets first, by the Workspace's `prioritize_queue_order`: the
 * first Task of the TaskQueues with that order, and only if there is none, of the others. Undefined if
 * none waits.
 *
 * @see https://www.twilio.com/docs/taskrouter/queue-ordering
 */
export function nextTask<Task extends QueuedTask>(
  lines: readonly TaskLine<Task>[],
  prioritized: TaskOrder,
): Task | undefined {
  const firstOf = (order: TaskOrder) => {
    const tasks = lines.flatMap((line) => (line.order === order ? line.tasks : []));
    return orderTasks(tasks, order)[0];
  };
  return firstOf(prioritized) ?? firstOf(prioritized === 'FIFO' ? 'LIFO' : 'FIFO');
}

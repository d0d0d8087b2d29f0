import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import { describeObstacle } from './availability.ts';
import type { Candidates, StepWorkers } from './candidates.ts';
import type { RoutedTask } from './routingResources.ts';
import type { RoutingStep } from './routingStep.ts';
import { describeDuration } from '../../messages/duration.ts';

/**
 * A Task with a routing target: the filters of its Workflow do not count. A Worker gets it whatever its
 * capacity and availability, unless `ignore_capacity` is false.
 *
 * @see https://www.twilio.com/docs/taskrouter/api/task
 */
export function routeDirectly(
  target: string,
  task: RoutedTask,
  candidates: Candidates,
  areWorkersKnown: boolean,
  present: Presenter,
): readonly RoutingStep[] {
  const reasons: Message[] = [message('The routing target bypasses the filters of the Workflow.')];
  const priority = task.priority ?? null;
  const step = { age: 0, filter: 'routingTarget', target: null, priority } as const;
  if (target.startsWith('WQ')) {
    const workers = areWorkersKnown
      ? candidates.of(candidates.queue(target), undefined)
      : undefined;
    return [
      {
        ...step,
        ...{ queue: target, outcome: 'waits' },
        ...(workers && { workers }),
        reasons,
      },
      ...cancellation(task, target),
    ];
  }
  if (!target.startsWith('WK')) {
    reasons.push(message('The routing target is not a Worker or a TaskQueue.'));
    return [{ ...step, queue: null, outcome: 'uncertain', reasons }];
  }
  const ignores = task.ignoreCapacity ?? true;
  if (ignores) reasons.push(message('Capacity and availability of the Worker are ignored.'));
  const workers = areWorkersKnown
    ? onlyWorker(candidates, target, ignores, task.channel, present)
    : undefined;
  return [
    {
      ...step,
      ...{ queue: null, outcome: 'waits' },
      ...(workers && { workers }),
      reasons,
    },
    ...cancellation(task, null),
  ];
}

function onlyWorker(
  candidates: Candidates,
  sid: string,
  ignores: boolean,
  channel: string,
  present: Presenter,
): StepWorkers {
  const all = candidates.of(undefined, undefined).all.filter(({ worker }) => worker.sid === sid);
  const blocked = ignores ? [] : all.filter(({ obstacle }) => obstacle !== undefined);
  return {
    mayTake: all.length > blocked.length,
    all,
    eligible: all.filter((candidate) => !blocked.includes(candidate)),
    unsure: [],
    reasons: blocked.flatMap(({ obstacle, worker }) =>
      obstacle === undefined ? [] : [describeObstacle(obstacle, worker, channel, present)],
    ),
  };
}

function cancellation(task: RoutedTask, queue: string | null): readonly RoutingStep[] {
  const { timeout } = task;
  if (timeout === undefined) return [];
  const reasons = [message('The Task is {0} old: Task TTL Exceeded.', describeDuration(timeout))];
  const priority = task.priority ?? null;
  return [
    {
      ...{ age: timeout, filter: 'routingTarget', target: null, queue, priority },
      ...{ outcome: 'canceled', reasons },
    },
  ];
}

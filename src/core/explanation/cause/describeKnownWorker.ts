import { message, type Message } from '../../messages/message.ts';
import { describeCapacity, describeWorker, type WorkerReasons } from '../workers/workerReasons.ts';
import type { DescribedCause } from './describeCause.ts';
import type { KnownWorkerProblem } from './knownWorkerProblem.ts';

/** Why the one Worker that may take the Task does not get it. */
export function describeKnownWorker(
  problem: KnownWorkerProblem,
  queue: string,
  request: WorkerReasons,
): DescribedCause {
  const { shown } = request;
  const { candidate, value = '' } = problem;
  const name =
    candidate === undefined
      ? shown.present.expression(value)
      : shown.present.line(candidate.worker.name);
  return {
    sentence: sentenceOf(problem, name, queue, request),
    summary:
      problem.problem === 'notNamed'
        ? message('Waiting for a known Worker who is not named')
        : message('Waiting for the known Worker {0}', name),
  };
}

function sentenceOf(
  { problem, candidate, path = '' }: KnownWorkerProblem,
  name: string,
  queue: string,
  request: WorkerReasons,
): Message {
  switch (problem) {
    case 'notNamed':
      return message('Its target asks for a known Worker, but `{0}` names none.', path);
    case 'missing':
      return message('The known Worker {0} is not in this Workspace.', name);
    case 'elsewhere':
      return message('The known Worker {0} is not in TaskQueue {1} (error 40152).', name, queue);
    case 'noMatch': {
      const reason = candidate && describeWorker(candidate, 'noMatch', request);
      const text = message('The known Worker {0} does not match the target.', name);
      return reason === undefined ? text : message('{0} {1}', text, reason);
    }
    case 'obstacle': {
      if (candidate?.obstacle === 'unavailable') {
        const { activityName } = candidate.worker;
        return activityName === undefined
          ? message('The known Worker {0} is not available.', name)
          : message(
              'The known Worker {0} is not available ({1}).',
              name,
              request.shown.present.line(activityName),
            );
      }
      const channel = request.shown.present.line(request.task.routed.channel);
      return candidate === undefined || candidate.obstacle === 'channelOff'
        ? message('The known Worker {0} has the Task Channel {1} switched off.', name, channel)
        : message(
            'The known Worker {0} has no capacity: {1}.',
            name,
            describeCapacity(candidate.worker, request),
          );
    }
  }
}

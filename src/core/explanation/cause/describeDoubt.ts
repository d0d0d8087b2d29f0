import { message, type Message } from '../../messages/message.ts';
import { describeWorker, type WorkerReasons } from '../workers/workerReasons.ts';
import type { Doubt } from './waitingCause.ts';

/** Why the cause is uncertain. */
export function describeDoubt(doubt: Doubt, request: WorkerReasons): Message {
  switch (doubt.kind) {
    case 'membership':
    case 'match': {
      const { candidate } = doubt;
      const name = request.shown.present.line(candidate.worker.name);
      const sentence =
        doubt.kind === 'match'
          ? message('Whether {0} matches the target is uncertain.', name)
          : message('Whether {0} is in the TaskQueue is uncertain.', name);
      const reason = describeWorker(candidate, 'uncertain', request);
      return reason === undefined ? sentence : message('{0} {1}', sentence, reason);
    }
    case 'step':
      return message('Workers are available, but the step that the Task is in is not known.');
    case 'cut':
      return message('Not all Workers were read, so the cause is uncertain.');
    case 'availability':
      return message('Workers match, but whether they are available is not known.');
    case 'capacity':
      return message('Workers match and are available, but their capacity is not known.');
    case 'ahead':
      return message('Workers can take the Task, but whether others are ahead of it is not known.');
  }
}

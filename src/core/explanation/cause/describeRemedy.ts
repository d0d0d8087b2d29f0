import { message, type Message } from '../../messages/message.ts';
import type { FoundCause } from './waitingCause.ts';
import type { CauseFacts } from './waitingCause.ts';
import { nearMiss } from './nearMiss.ts';
import type { WorkerReasons } from '../workers/workerReasons.ts';

/** What would change it; undefined where nothing is known to. */
export function describeRemedy(
  found: FoundCause,
  facts: CauseFacts,
  request: WorkerReasons,
): Message | undefined {
  switch (found.cause) {
    case 'heldOnPurpose':
      return message('It is offered after it moves on, or if the expression changes.');
    case 'nobodyInQueue':
      return (
        nearMiss(facts, request) ??
        message('A Worker has to match the expression of the TaskQueue.')
      );
    case 'defaultFilter':
      return message('Change its attributes so that a filter matches, or add a Worker.');
    case 'nobodyMatchesTarget':
      return nearMiss(facts, request) ?? message('A Worker has to match the target.');
    case 'knownWorker':
      return remedyOfKnown(found.problem);
    case 'nobodyAvailable':
      return message('It is offered as soon as one of them is available.');
    case 'noCapacity':
      return message('It is offered as soon as one of them has capacity on the channel.');
    case 'offeredAgain': {
      const codes = new Set(found.refused.flatMap(({ end }) => end?.code ?? []));
      const [code] = codes;
      return code === undefined
        ? undefined
        : message('Reservations were canceled with code {0}. See Twilio’s error reference.', code);
    }
    case 'othersAhead':
      return message('It is offered after them, or sooner with a higher priority.');
    case 'assignable':
      return message('TaskRouter should offer it at once. Refresh to see whether it has.');
    case 'offered':
    case 'uncertain':
    case 'notRead':
      return undefined;
  }
}

function remedyOfKnown(problem: Extract<FoundCause, { cause: 'knownWorker' }>['problem']): Message {
  switch (problem) {
    case 'notNamed':
      return message('Set the attribute to a Worker of the TaskQueue.');
    case 'missing':
    case 'elsewhere':
      return message('Name a Worker of the TaskQueue, or add this one to it.');
    case 'noMatch':
      return message('The expression of the target is checked as well.');
    case 'obstacle':
      return message('It is offered as soon as this Worker is free.');
  }
}

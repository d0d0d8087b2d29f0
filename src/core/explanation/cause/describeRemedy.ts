import { message, type Message } from '../../messages/message.ts';
import { obstacleOf } from '../../routing/simulate/availability.ts';
import type { Candidate } from '../../routing/simulate/candidates.ts';
import type { CauseFacts, FoundCause } from './waitingCause.ts';
import { nearFilter, nearMiss } from './nearMiss.ts';
import type { WorkerReasons } from '../workers/workerReasons.ts';

/** What would end the wait. Returns `undefined` if nothing is known to. */
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
      return (
        nearFilter(facts, request) ??
        message('Change its attributes so that a filter matches, or add a Worker.')
      );
    case 'nobodyMatchesTarget':
      return nearMiss(facts, request) ?? message('A Worker has to match the target.');
    case 'knownWorker':
      return remedyOfKnown(found.problem);
    case 'nobodyAvailable':
      return found.matching.length > 0 &&
        found.matching.every((candidate) => isAlsoFull(candidate, facts))
        ? message('A Worker who matches has to be available, and have capacity.')
        : message('It is offered as soon as a Worker who matches is available.');
    case 'noCapacity':
      return found.available.every(({ obstacle }) => obstacle === 'channelOff')
        ? message('Switch the Task Channel on for a Worker who matches.')
        : message('It is offered as soon as a Worker who matches has capacity.');
    case 'offeredAgain': {
      const codes = new Set(found.refused.flatMap(({ end }) => end?.code ?? []));
      const [code] = codes;
      return code === undefined
        ? undefined
        : message('Reservations were canceled with code {0}. See Twilio’s error reference.', code);
    }
    case 'othersAhead':
      return request.workspace.queue?.taskOrder === 'LIFO'
        ? message('Its turn comes after that.')
        : message('Its turn comes after that, or sooner with a higher priority.');
    case 'assignable':
      return message('TaskRouter should offer it at once. Refresh to see whether it has.');
    case 'offered':
      return remedyOfOffer(found.pending[0]?.at, request);
    case 'uncertain':
    case 'notRead':
      return undefined;
  }
}

/** Whether a Worker could not take the Task even if its Activity were available. */
function isAlsoFull({ worker }: Candidate, { task }: CauseFacts): boolean {
  const { channels, pendingReservations } = worker;
  const free = { available: true, ...(channels && { channels }), pendingReservations };
  return obstacleOf(free, task.routed.channel) !== undefined;
}

function remedyOfOffer(
  at: number | undefined,
  { workspace, shown }: WorkerReasons,
): Message | undefined {
  const timeout = workspace.workflow?.reservationTimeout;
  if (at === undefined || timeout === undefined) return undefined;
  return message('If it is not accepted, it times out at {0}.', shown.clock(at + timeout * 1000));
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

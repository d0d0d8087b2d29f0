import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/plainText.ts';
import type { Candidate } from '../../routing/simulate/candidates.ts';
import { describeEnds, shownParty } from '../subject/reservationOffers.ts';
import { listed, type ShownRouting } from '../shownRouting.ts';
import { describeCapacity, isAfterTimeout, type WorkerReasons } from '../workers/workerReasons.ts';
import { describeDoubt } from './describeDoubt.ts';
import { describeKnownWorker } from './describeKnownWorker.ts';
import type { TasksAhead } from '../routingExplanation.ts';
import type { FoundCause } from './waitingCause.ts';

/** The cause of a wait in words. */
export interface DescribedCause {
  readonly sentence: Message;
  /** For a CodeLens or a tooltip. */
  readonly summary: Message;
}

/** @param request for the reasons of Workers; its TaskQueue is that of the Task */
export function describeCause(found: FoundCause, request: WorkerReasons): DescribedCause {
  const { workspace, task, shown } = request;
  const queue = shown.queue(workspace.queue?.sid ?? task.queueName)?.name ?? '';
  switch (found.cause) {
    case 'heldOnPurpose':
      return describeHeld(found, queue, shown);
    case 'nobodyInQueue':
      return {
        sentence: message('There is no Worker in TaskQueue {0}.', queue),
        summary: message('Waiting: no Worker in {0}', queue),
      };
    case 'defaultFilter':
      return {
        sentence: message(
          'No filter took the Task, and there is no Worker in the default TaskQueue {0}.',
          queue,
        ),
        summary: message('Waiting in the default TaskQueue {0} without Workers', queue),
      };
    case 'nobodyMatchesTarget':
      return describeNoMatch(found.members, queue, shown);
    case 'knownWorker':
      return describeKnownWorker(found, queue, request);
    case 'nobodyAvailable':
      return describeUnavailable(found, queue, request);
    case 'noCapacity':
      return describeFull(found.available, queue, request);
    case 'offeredAgain':
    case 'offered':
      return describeOffered(found);
    case 'othersAhead':
      return describeAhead(found.ahead);
    case 'assignable': {
      const names = listed(found.eligible.map(nameIn(shown)));
      return {
        sentence: message('It can be assigned now, to {0}.', names),
        summary: message('Waiting: {0} can take it', names),
      };
    }
    case 'uncertain':
      return {
        sentence: describeDoubt(found.doubt, request),
        summary: message('Waiting: the cause is uncertain'),
      };
    case 'notRead':
      return {
        sentence: message('The Workers of its TaskQueue could not be read.'),
        summary: message('Waiting: the cause could not be read'),
      };
  }
}

function nameIn({ present }: ShownRouting) {
  return ({ worker }: Candidate) => present.line(worker.name);
}

function describeAhead({ count, byPriority, byAge, isCut }: TasksAhead): DescribedCause {
  if (isCut) {
    return {
      sentence: message(
        'At least {0} Tasks are ahead of it, {1} by priority and {2} by age.',
        ...[count, byPriority, byAge],
      ),
      summary: message('Waiting: at least {0} Tasks ahead', count),
    };
  }
  if (count > 1) {
    return {
      sentence: message(
        '{0} Tasks are ahead of it, {1} by priority and {2} by age.',
        ...[count, byPriority, byAge],
      ),
      summary: message('Waiting: {0} Tasks ahead', count),
    };
  }
  const sentence =
    byPriority === 1
      ? message('One Task is ahead of it, by priority.')
      : message('One Task is ahead of it, by age.');
  return { sentence, summary: message('Waiting: one Task ahead') };
}

function describeHeld(
  { by, expression }: Extract<FoundCause, { cause: 'heldOnPurpose' }>,
  queue: string,
  { present }: ShownRouting,
): DescribedCause {
  const summary = message('Waiting: held on purpose');
  const shown = shownText(present.expression(expression));
  if (shown === '') {
    const text = message(
      'The Task is held. TaskQueue {0} has an empty expression, which matches no Worker.',
      queue,
    );
    return { sentence: text, summary };
  }
  return {
    sentence:
      by === 'queue'
        ? message(
            'The Task is held. The expression of TaskQueue {0} is never true: {1}',
            queue,
            shown,
          )
        : message('The Task is held. The expression of its target is never true: {0}', shown),
    summary,
  };
}

function describeNoMatch(
  members: readonly Candidate[],
  queue: string,
  shown: ShownRouting,
): DescribedCause {
  const names = listed(members.map(nameIn(shown)));
  return members.length === 1
    ? {
        sentence: message(
          'Only {0} is in TaskQueue {1}, and does not match the target.',
          names,
          queue,
        ),
        summary: message('Waiting: {0} does not match the target', names),
      }
    : {
        sentence: message(
          'None of the {0} Workers in TaskQueue {1} matches the target.',
          members.length,
          queue,
        ),
        summary: message('Waiting: none of {0} Workers matches the target', members.length),
      };
}

function describeUnavailable(
  { matching, count }: Extract<FoundCause, { cause: 'nobodyAvailable' }>,
  queue: string,
  request: WorkerReasons,
): DescribedCause {
  const { shown } = request;
  const [first] = matching;
  if (first === undefined || (!request.isTargetKnown && count > 1)) {
    return {
      sentence:
        count === 1
          ? message('The only Worker in TaskQueue {0} is not available.', queue)
          : message('None of the {0} Workers in TaskQueue {1} is available.', count, queue),
      summary: message('Waiting: no Worker in {0} is available', queue),
    };
  }
  const name = nameIn(shown);
  const { activityName } = first.worker;
  const activity = activityName === undefined ? undefined : shown.present.line(activityName);
  if (matching.length === 1 && !request.isTargetKnown) {
    return {
      sentence:
        activity === undefined
          ? message('Only {0} is in TaskQueue {1}, and is not available.', name(first), queue)
          : message(
              'Only {0} is in TaskQueue {1}, and is not available ({2}).',
              ...[name(first), queue, activity],
            ),
      summary: message('Waiting: {0} is not available', name(first)),
    };
  }
  if (matching.length === 1) {
    return {
      sentence: isAfterTimeout(first.worker, request)
        ? message(
            'Only {0} matches, who is not available since a Reservation timed out.',
            name(first),
          )
        : activity === undefined
          ? message('Only {0} matches, who is not available.', name(first))
          : message('Only {0} matches, who is not available ({1}).', name(first), activity),
      summary: message('Waiting: {0} matches, not available', name(first)),
    };
  }
  const isSame = matching.every(({ worker }) => worker.activityName === activityName);
  return activity !== undefined && isSame
    ? {
        sentence: message('{0} Workers match, but none is available ({1}).', count, activity),
        summary: message('Waiting: {0} Workers match, all {1}', count, activity),
      }
    : {
        sentence: message('{0} Workers match, but none is available.', count),
        summary: message('Waiting: {0} Workers match, none available', count),
      };
}

function describeFull(
  available: readonly Candidate[],
  queue: string,
  request: WorkerReasons,
): DescribedCause {
  const { task, shown } = request;
  const channel = shown.present.line(task.routed.channel);
  const summary = message('Waiting: no available Worker has capacity on {0}', channel);
  if (!request.isTargetKnown) {
    const text = message(
      'No Worker available in TaskQueue {0} has capacity on {1}.',
      queue,
      channel,
    );
    return { sentence: text, summary };
  }
  const [first] = available;
  if (first !== undefined && available.length === 1) {
    const name = nameIn(shown)(first);
    return first.obstacle === 'channelOff'
      ? {
          sentence: message(
            'Only {0} matches and is available, but the Task Channel {1} is switched off.',
            name,
            channel,
          ),
          summary: message('Waiting: {0} has {1} switched off', name, channel),
        }
      : {
          sentence: message(
            'Only {0} matches and is available, but has no capacity: {1}.',
            name,
            describeCapacity(first.worker, request),
          ),
          summary: message('Waiting: {0} has no capacity on {1}', name, channel),
        };
  }
  const off = available.filter(({ obstacle }) => obstacle === 'channelOff').length;
  return {
    sentence:
      off === 0
        ? message(
            '{0} Workers match and are available, but none has capacity on {1}.',
            available.length,
            channel,
          )
        : message(
            '{0} Workers match and are available, but {1} is full or switched off for all.',
            available.length,
            channel,
          ),
    summary,
  };
}

function describeOffered(
  found: Extract<FoundCause, { cause: 'offered' | 'offeredAgain' }>,
): DescribedCause {
  if (found.cause === 'offeredAgain') {
    const { refused } = found;
    const last = refused.at(-1);
    const who = shownParty(last?.worker) ?? message('a Worker');
    const ends = describeEnds(refused) ?? '';
    const summary = message('Waiting: offered {0} times, never accepted', refused.length);
    const sentence = message(
      'It was offered {0} times and never accepted: {1}. The last was {2}.',
      refused.length,
      ends,
      who,
    );
    return { sentence, summary };
  }
  const names = found.pending.map(({ worker }) => shownParty(worker) ?? message('a Worker'));
  if (names.length === 0) {
    const sentence = message('It is offered to a Worker, who has not accepted yet.');
    return { sentence, summary: message('Offered to a Worker') };
  }
  const who = listed(names);
  return {
    sentence: message('It is offered to {0}.', who),
    summary: message('Offered to {0}', who),
  };
}

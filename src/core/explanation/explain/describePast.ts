import type { TaskEvent } from '../../history/taskEvent.ts';
import { message, type Message } from '../../messages/message.ts';
import { describeStatus, isTaskOver } from '../../resources/taskStatus.ts';
import type { RoutingExplanation } from '../routingExplanation.ts';
import type { ShownRouting } from '../shownRouting.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import { describeOffer, shownParty, type Offer } from '../subject/reservationOffers.ts';

/** How a Task that does not wait any more ended, or who accepted it. */
export function describePast(
  task: ExplainedTask,
  history: readonly TaskEvent[],
  offers: readonly Offer[],
  shown: ShownRouting,
): Omit<RoutingExplanation, 'way' | 'missing'> {
  const accepted = offers.findLast(({ end }) => end?.kind === 'accepted');
  const sentence =
    task.state === 'over'
      ? describeEnd(task, history, accepted, shown)
      : describeAssigned(accepted);
  // Reservations without a time belong to no step.
  const undated = offers.filter(({ at }) => at === undefined);
  return {
    ...{ state: task.state, cause: 'notWaiting', sentence, summary: sentence },
    notes: undated.slice(0, 10).map((offer) => describeOffer(offer, shown.clock)),
  };
}

function describeAssigned(accepted: Offer | undefined): Message {
  const who = shownParty(accepted?.worker);
  return who === undefined
    ? message('The Task does not wait. A Worker has accepted it.')
    : message('The Task does not wait. {0} has accepted it.', who);
}

function describeEnd(
  { status, reason, routed }: ExplainedTask,
  history: readonly TaskEvent[],
  accepted: Offer | undefined,
  { present }: ShownRouting,
): Message {
  const ended = describeStatus(status);
  if (status === 'canceled') {
    const why = reason === undefined ? undefined : present.line(reason);
    const expired = history.some(({ type }) => type === 'workflow.timeout');
    if (expired) return message('{0}. It had passed all targets of its Workflow.', ended);
    if (why !== undefined && why !== '') return message('{0}. Reason: {1}', ended, why);
    return message('{0}.', ended);
  }
  const who = shownParty(accepted?.worker);
  if (who !== undefined) return message('{0}. {1} had accepted it.', ended, who);
  if (!isTaskOver(status)) {
    return status === undefined
      ? message('TaskRouter has deleted this Task.')
      : message('TaskRouter has deleted this Task. Its last known status is {0}.', ended);
  }
  return routed.routingTarget === undefined
    ? message('{0}.', ended)
    : message('{0}. It had a routing target.', ended);
}

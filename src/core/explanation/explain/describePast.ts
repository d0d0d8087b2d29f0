import type { TaskEvent } from '../../history/taskEvent.ts';
import { message, type Message } from '../../messages/message.ts';
import { describeStatus } from '../../resources/taskStatus.ts';
import type { RoutingExplanation } from '../routingExplanation.ts';
import type { ShownRouting } from '../shownRouting.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import { describeOffer, shownParty, type Offer } from '../subject/reservationOffers.ts';

/** What became of a Task that does not wait any more; how it got there are the steps of its way. */
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
      : describeAssigned(accepted, shown);
  // Reservations without a time belong to no step.
  const undated = offers.filter(({ at }) => at === undefined);
  return {
    ...{ state: task.state, cause: 'notWaiting', sentence, summary: sentence },
    notes: undated.slice(0, 10).map((offer) => describeOffer(offer, shown.clock)),
  };
}

function describeAssigned(accepted: Offer | undefined, { clock }: ShownRouting): Message {
  const who = shownParty(accepted?.worker);
  if (who === undefined) return message('The Task does not wait. A Worker has accepted it.');
  const at = accepted?.end?.at;
  return at === undefined
    ? message('The Task does not wait. {0} has accepted it.', who)
    : message('The Task does not wait. {0} accepted it at {1}.', who, clock(at));
}

function describeEnd(
  { status, reason, routed }: ExplainedTask,
  history: readonly TaskEvent[],
  accepted: Offer | undefined,
  { present, clock }: ShownRouting,
): Message {
  const end = history.findLast(({ kind }) => kind === 'canceled' || kind === 'completed');
  const label = describeStatus(status);
  const when =
    end?.moment === undefined ? label : message('{0} at {1}', label, clock(end.moment.at));
  if (status === 'canceled') {
    const why = reason === undefined ? undefined : present.line(reason);
    const expired = history.some(({ type }) => type === 'workflow.timeout');
    if (expired) return message('{0}. It had passed all targets of its Workflow.', when);
    if (why !== undefined && why !== '') return message('{0}. Reason: {1}', when, why);
    return message('{0}.', when);
  }
  const who = shownParty(accepted?.worker);
  if (who !== undefined) return message('{0}. {1} had accepted it.', when, who);
  return routed.routingTarget === undefined
    ? message('{0}.', when)
    : message('{0}. It had a routing target.', when);
}

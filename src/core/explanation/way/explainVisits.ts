import { message, type Message } from '../../messages/message.ts';
import type { WayRequest } from './explainWay.ts';
import { describeOffer } from '../subject/reservationOffers.ts';
import type { ExplainedStep } from '../routingExplanation.ts';
import type { RoutingVisit } from './routingVisits.ts';

const MAX_OFFERS = 10;

/** The steps of a Task by its events, each with its Reservations and why the Task left it. */
export function explainVisits(request: WayRequest): readonly ExplainedStep[] {
  const { task, visits, shown } = request;
  const steps = visits.map((visit, index): ExplainedStep => {
    const { filter, target, queue: party, priority = null, from } = visit;
    const queue = shown.queue(party?.sid === '' ? party.name : party?.sid);
    return {
      ...{ age: ageAt(from, task.created), filter, target, priority },
      ...(from !== undefined && { at: from }),
      ...(queue && { queue }),
      outcome: outcomeOf(visit, index === visits.length - 1),
      position: 'passed',
      label: shown.step(filter, queue, priority),
      reasons: reasonsOf(visit, index, request),
    };
  });
  return [...steps, ...endOf(request, steps.at(-1))];
}

function outcomeOf({ leftBy }: RoutingVisit, isLast: boolean): ExplainedStep['outcome'] {
  if (leftBy === 'skipped') return 'skipped';
  return isLast && leftBy === undefined ? 'waits' : 'moved';
}

function ageAt(time: number | undefined, created: number | undefined): number {
  return time === undefined || created === undefined
    ? 0
    : Math.max(0, Math.floor((time - created) / 1000));
}

function endOf({ task }: WayRequest, last: ExplainedStep | undefined): readonly ExplainedStep[] {
  if (task.status !== 'canceled' || last === undefined) return [];
  const { age, filter } = last;
  return [
    {
      ...{ age, filter, target: null, priority: null, outcome: 'canceled', position: 'passed' },
      ...{ label: message('Canceled'), reasons: [] },
    },
  ];
}

function reasonsOf(
  { from, evaluations, leftBy }: RoutingVisit,
  index: number,
  { visits, offers, shown }: WayRequest,
): readonly Message[] {
  const until = visits[index + 1]?.from ?? Infinity;
  const own = offers.filter(({ at }) => at !== undefined && at >= (from ?? 0) && at < until);
  const rest = own.length - MAX_OFFERS;
  const last = evaluations.at(-1);
  return [
    ...(rest > 0 ? [message('Earlier Reservations: {0}', rest)] : []),
    ...own.slice(-MAX_OFFERS).map((offer) => describeOffer(offer, shown.clock)),
    ...(last === undefined ? [] : [describeEvaluation(last, evaluations.length)]),
    ...(leftBy === undefined ? [] : [describeLeaving(leftBy)]),
  ];
}

function describeEvaluation(reason: string, times: number): Message {
  const why = describeCause(reason);
  return times === 1 ? why : message('{0} ({1} times)', why, times);
}

function describeCause(reason: string): Message {
  switch (reason) {
    case 'reservation_canceled':
      return message('Routed again after a Reservation was canceled');
    case 'reservation_rejected':
      return message('Routed again after a Reservation was rejected');
    case 'reservation_timeout':
      return message('Routed again after a Reservation timed out');
    case 'attribute_update':
      return message('Routed again after its attributes changed');
    default:
      return message('Routed again');
  }
}

function describeLeaving(leftBy: NonNullable<RoutingVisit['leftBy']>): Message {
  switch (leftBy) {
    case 'timeout':
      return message('Left after its timeout');
    case 'skipped':
      return message('Skipped');
    case 'attributes':
      return message('Left because the attributes changed');
    case 'moved':
      return message('Moved to another TaskQueue');
  }
}

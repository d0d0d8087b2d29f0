import { message, type Message } from '../../messages/message.ts';
import type { WorkflowTarget } from '../../routing/configuration/workflowConfiguration.ts';
import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import type { Evaluation } from '../../routing/expression/evaluation/evaluation.ts';
import { evidenceOf } from '../../routing/expression/evaluation/reason.ts';
import { RoutingValues } from '../../routing/expression/evaluation/routingValues.ts';
import {
  evaluateIn,
  matchOf,
  testsOf,
  truthOf,
  type Candidate,
} from '../../routing/simulate/candidates.ts';
import { shownReason } from '../../routing/simulate/describeOutcome.ts';
import { targetValue, workerValue } from '../../routing/simulate/routedValues.ts';
import type { RoutedWorker } from '../../routing/simulate/routingResources.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import { channelOf } from '../../routing/simulate/availability.ts';
import type { Offer } from '../subject/reservationOffers.ts';
import { knownExpression, type RoutedWorkspace } from '../subject/routedWorkspace.ts';
import type { ExplainedWorker } from '../routingExplanation.ts';
import type { ShownRouting } from '../shownRouting.ts';

export interface WorkerReasons {
  readonly task: ExplainedTask;
  readonly workspace: RoutedWorkspace;
  readonly target?: WorkflowTarget;
  /** Whether it is known which target the Task is at. */
  readonly isTargetKnown: boolean;
  readonly offers: readonly Offer[];
  readonly shown: ShownRouting;
}

/** Why a Worker does not get the Task: the condition that fails, or the obstacle. */
export function describeWorker(
  { worker, isMember }: Candidate,
  verdict: ExplainedWorker['verdict'],
  request: WorkerReasons,
): Message | undefined {
  const { task, shown } = request;
  switch (verdict) {
    case 'next':
    case 'eligible':
      return undefined;
    case 'uncertain':
      if (worker.available === undefined) return message('Its availability is not known');
      return doubtIn(
        isMember === 'true' ? matchOfWorker(worker, request) : membershipOf(worker, request),
        shown,
      );
    case 'notInQueue': {
      const evaluation = membershipOf(worker, request);
      return evaluation !== undefined && truthOf(evaluation) === 'false'
        ? reasonIn(evaluation, shown)
        : message('TaskRouter does not list it in the TaskQueue');
    }
    case 'noMatch':
      return reasonIn(matchOfWorker(worker, request), shown);
    case 'unavailable':
      return describeActivity(worker, request);
    case 'channelOff':
      return message('{0} is switched off', shown.present.line(task.routed.channel));
    case 'noCapacity':
    case 'reserved':
      return describeCapacity(worker, request);
  }
}

function reasonIn(evaluation: Evaluation | undefined, { present }: ShownRouting) {
  const [reason] = evaluation?.reasons ?? [];
  return reason && shownReason(reason, present);
}

/** What makes a result uncertain: rather the rule that no source documents than the values. */
function doubtIn(evaluation: Evaluation | undefined, { present }: ShownRouting) {
  const [first] = evaluation?.reasons ?? [];
  const doubt = evaluation?.reasons.find(
    (reason) => reason.kind === 'fault' || evidenceOf(reason) === 'undocumented',
  );
  const rule = doubt ?? evaluation?.reasons.find(({ kind }) => kind === 'rule') ?? first;
  return rule && shownReason(rule, present);
}

function membershipOf(worker: RoutedWorker, { workspace }: WorkerReasons): Evaluation | undefined {
  const expression = workspace.queue && knownExpression(workspace.queue);
  if (expression === undefined) return undefined;
  return evaluateIn('worker', parseExpression(expression), workerValue(worker));
}

function matchOfWorker(worker: RoutedWorker, { task, target }: WorkerReasons) {
  if (target === undefined) return undefined;
  const values = new RoutingValues('target', targetValue(task.routed, workerValue(worker)));
  return matchOf(testsOf(target), values).evaluation;
}

/** A Worker's change of Activity within this time of a Reservation's timeout was caused by it. */
const TIMEOUT_MS = 10_000;

/** "Offline since 10:02", or since a Reservation of this Task timed out. */
function describeActivity(worker: RoutedWorker, request: WorkerReasons): Message {
  const { activityName, since } = worker;
  const { shown } = request;
  const activity =
    activityName === undefined ? message('Not available') : shown.present.line(activityName);
  if (since === undefined) return message('Activity {0}', activity);
  return isAfterTimeout(worker, request)
    ? message('{0} since a Reservation timed out at {1}', activity, shown.clock(since))
    : message('{0} since {1}', activity, shown.clock(since));
}

/** Whether a Worker is in an Activity since a Reservation of this Task timed out. */
export function isAfterTimeout(
  { since, sid = '' }: RoutedWorker,
  { offers }: WorkerReasons,
): boolean {
  return offers.some(
    ({ worker, end }) =>
      since !== undefined &&
      end?.kind === 'timedOut' &&
      worker?.sid.toLowerCase() === sid.toLowerCase() &&
      end.at !== undefined &&
      Math.abs(since - end.at) <= TIMEOUT_MS,
  );
}

/** "3 of 3 used on voice". */
export function describeCapacity(
  worker: RoutedWorker,
  { task, shown }: Pick<WorkerReasons, 'task' | 'shown'>,
): Message {
  const channel = shown.present.line(task.routed.channel);
  const capacity = capacityOf(worker, task.routed.channel);
  if (worker.pendingReservations > 0) return message('A Reservation is pending');
  if (capacity === undefined) return message('No capacity on {0}', channel);
  const { used, total } = capacity;
  const assigned = channelOf(worker, task.routed.channel)?.assigned ?? used;
  return used > assigned
    ? message('{0} of {1} used on {2}, counting pending and wrapping ones', used, total, channel)
    : message('{0} of {1} used on {2}', used, total, channel);
}

/**
 * The percentage counts Reservations that are pending or wrap up, too; `assigned_tasks` does not.
 * https://www.twilio.com/docs/taskrouter/multitasking
 */
export function capacityOf(worker: RoutedWorker, channelName: string): ExplainedWorker['capacity'] {
  const channel = channelOf(worker, channelName);
  if (channel?.capacity === undefined) return undefined;
  const { capacity: total, assigned = 0, availablePercentage, available = true } = channel;
  const taken =
    availablePercentage === undefined ? 0 : Math.round((total * (100 - availablePercentage)) / 100);
  return { used: Math.max(assigned, taken), total, isOn: available };
}

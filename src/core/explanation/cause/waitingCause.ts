import { asRecord, parseJson } from '../../json/jsonObject.ts';
import type { Message } from '../../messages/message.ts';
import type { WorkflowTarget } from '../../routing/configuration/workflowConfiguration.ts';
import { constantOutcome } from '../../routing/expression/analysis/constantOutcome.ts';
import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import { channelOf } from '../../routing/simulate/availability.ts';
import type { Candidate, StepWorkers } from '../../routing/simulate/candidates.ts';
import type { TasksAhead } from '../routingExplanation.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import { pendingOffers, refusedOffers, type Offer } from '../subject/reservationOffers.ts';
import { knownExpression, type RoutedWorkspace } from '../subject/routedWorkspace.ts';
import { findKnownWorker, type KnownWorkerProblem } from './knownWorkerProblem.ts';

/** What is known of a waiting Task and of the step that it is in. */
export interface CauseFacts {
  readonly task: ExplainedTask;
  readonly workspace: RoutedWorkspace;
  /** The filter of the step; undefined if it is not known. */
  readonly filter?: number | 'default' | 'routingTarget';
  readonly target?: WorkflowTarget;
  /** How the Workers fit the step; absent if none were read. */
  readonly step?: StepWorkers;
  readonly offers: readonly Offer[];
  readonly ahead?: TasksAhead;
  /** `RealTimeStatistics` of the TaskQueue, a JSON text. */
  readonly statistics?: string;
}

/** Why a Task waits, as data. */
export type FoundCause =
  | {
      readonly cause: 'heldOnPurpose';
      readonly by: 'queue' | 'target';
      readonly expression: string;
    }
  | { readonly cause: 'nobodyInQueue' | 'defaultFilter' }
  | { readonly cause: 'nobodyMatchesTarget'; readonly members: readonly Candidate[] }
  | ({ readonly cause: 'knownWorker' } & KnownWorkerProblem)
  /** If `matching` is empty, the count is from the statistics. */
  | {
      readonly cause: 'nobodyAvailable';
      readonly matching: readonly Candidate[];
      readonly count: number;
    }
  | { readonly cause: 'noCapacity'; readonly available: readonly Candidate[] }
  | { readonly cause: 'offeredAgain'; readonly refused: readonly Offer[] }
  | { readonly cause: 'offered'; readonly pending: readonly Offer[] }
  | { readonly cause: 'othersAhead'; readonly ahead: TasksAhead }
  | { readonly cause: 'assignable'; readonly eligible: readonly Candidate[] }
  | { readonly cause: 'uncertain'; readonly doubt: Doubt }
  | { readonly cause: 'notRead' };

/** What leaves the cause open. */
export type Doubt =
  | { readonly kind: 'membership' | 'match'; readonly candidate: Candidate }
  | {
      readonly kind: 'step' | 'cut' | 'availability' | 'capacity' | 'ahead';
      readonly reason?: Message;
    };

/** From this number on, the Reservations themselves are the cause. Once or twice is usual. */
const MANY_OFFERS = 3;

/** The first cause that the readings show, in the order of their rank. */
export function findCause(facts: CauseFacts): FoundCause {
  const { task, offers, filter } = facts;
  if (task.status === 'reserved') return offeredCause(offers);
  const held = heldCause(facts);
  if (held !== undefined) return held;
  if (facts.step === undefined) return causeOfStatistics(facts);
  const found = workerCause(facts, facts.step);
  // That no filter matched explains more than that the default TaskQueue has no Worker.
  return filter === 'default' && found.cause === 'nobodyInQueue'
    ? { cause: 'defaultFilter' }
    : found;
}

function offeredCause(offers: readonly Offer[]): FoundCause {
  const refused = refusedOffers(offers);
  return refused.length >= MANY_OFFERS
    ? { cause: 'offeredAgain', refused }
    : { cause: 'offered', pending: pendingOffers(offers) };
}

/** An expression that is false whatever the attributes are, such as `1==0`, lets Tasks wait on purpose. */
function heldCause({ workspace, target }: CauseFacts): FoundCause | undefined {
  const { queue, members } = workspace;
  const expression = queue && knownExpression(queue);
  const isServed = (members?.size ?? 0) > 0;
  if (expression !== undefined && !isServed && isNever(expression)) {
    return { cause: 'heldOnPurpose', by: 'queue', expression };
  }
  const own = target?.expression?.kind === 'string' ? target.expression.value : undefined;
  if (own === undefined || own.trim() === '' || !isNever(own)) return undefined;
  return { cause: 'heldOnPurpose', by: 'target', expression: own };
}

/** Of a TaskQueue, an empty expression matches no Worker: https://www.twilio.com/docs/taskrouter/api/task-queue */
function isNever(expression: string): boolean {
  if (expression.trim() === '') return true;
  const { root, faults } = parseExpression(expression);
  return root !== undefined && faults.length === 0 && constantOutcome(root) === 'false';
}

function workerCause(facts: CauseFacts, step: StepWorkers): FoundCause {
  const { workspace, filter, target } = facts;
  const isComplete = workspace.areMembersComplete;
  const members = step.all.filter(({ isMember }) => isMember === 'true');
  const open = step.all.find(({ isMember }) => isMember === 'uncertain');
  const known = () => (isComplete ? findKnownWorker(facts, step) : undefined);
  const direct = filter === 'routingTarget' ? known() : undefined;
  if (direct !== undefined) return { cause: 'knownWorker', ...direct };
  if (members.length === 0) {
    if (open !== undefined) return doubted({ kind: 'membership', candidate: open });
    return isComplete ? { cause: 'nobodyInQueue' } : doubted({ kind: 'cut' });
  }
  const problem = isKnownWorkerTarget(target) ? known() : undefined;
  if (problem !== undefined) return { cause: 'knownWorker', ...problem };
  const matching = members.filter(({ isMatch }) => isMatch === 'true');
  // A Worker who cannot take the Task in any case leaves no doubt.
  const unsure = step.all.find(
    ({ isMember, isMatch, obstacle }) =>
      ![isMember, isMatch].includes('false') &&
      [isMember, isMatch].includes('uncertain') &&
      (obstacle === undefined || matching.length === 0),
  );
  const free = matching.filter(({ obstacle }) => obstacle === undefined);
  if (free.some(({ worker }) => worker.available === true)) return freeCause(facts, free);
  if (unsure !== undefined) {
    const kind = unsure.isMember === 'uncertain' ? 'membership' : 'match';
    return doubted({ kind, candidate: unsure });
  }
  if (!isComplete) return doubted({ kind: 'cut' });
  if (matching.length === 0) return { cause: 'nobodyMatchesTarget', members };
  if (free.length > 0) return doubted({ kind: 'availability' });
  const available = matching.filter(({ obstacle }) => obstacle !== 'unavailable');
  return available.length === 0
    ? { cause: 'nobodyAvailable', matching, count: matching.length }
    : { cause: 'noCapacity', available };
}

/** The cause if available Workers match, and the Task still waits. */
function freeCause(facts: CauseFacts, free: readonly Candidate[]): FoundCause {
  const { task, offers, ahead, filter } = facts;
  if (filter === undefined) return doubted({ kind: 'step' });
  const refused = refusedOffers(offers);
  if (refused.length >= MANY_OFFERS) return { cause: 'offeredAgain', refused };
  const eligible = free.filter(
    ({ worker }) =>
      worker.available === true && channelOf(worker, task.routed.channel)?.capacity !== undefined,
  );
  // Without capacity known, they may all be busy.
  if (eligible.length === 0 && filter !== 'routingTarget') return doubted({ kind: 'capacity' });
  if (ahead !== undefined && ahead.count > 0) return { cause: 'othersAhead', ahead };
  if (ahead === undefined || ahead.isCut) return doubted({ kind: 'ahead' });
  return { cause: 'assignable', eligible: eligible.length === 0 ? free : eligible };
}

function doubted(doubt: Doubt): FoundCause {
  return { cause: 'uncertain', doubt };
}

function isKnownWorkerTarget(target: WorkflowTarget | undefined): boolean {
  return target?.knownWorkerSid !== undefined || target?.knownWorkerName !== undefined;
}

/** The cause by the counts of the TaskQueue, if its Workers could not be read. */
function causeOfStatistics({ statistics, filter }: CauseFacts): FoundCause {
  const answer = parseJson(statistics ?? '');
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const { total_eligible_workers: eligible, total_available_workers: available } = fields;
  if (eligible === 0) return { cause: filter === 'default' ? 'defaultFilter' : 'nobodyInQueue' };
  if (typeof eligible === 'number' && available === 0) {
    return { cause: 'nobodyAvailable', matching: [], count: eligible };
  }
  return { cause: 'notRead' };
}

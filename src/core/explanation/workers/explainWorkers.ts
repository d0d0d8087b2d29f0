import { message, type Message } from '../../messages/message.ts';
import type { Candidate, StepWorkers } from '../../routing/simulate/candidates.ts';
import { channelOf } from '../../routing/simulate/availability.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import { findDisagreements } from './membership.ts';
import type { RoutedWorkspace } from '../subject/routedWorkspace.ts';
import type { ExplainedWorker, WorkerCounts, WorkerTable } from '../routingExplanation.ts';
import { firstOf } from './firstOf.ts';
import { capacityOf, describeWorker, isAfterTimeout, type WorkerReasons } from './workerReasons.ts';

const MAX_WORKER_ROWS = 200;

export interface WorkersRequest extends WorkerReasons {
  readonly task: ExplainedTask;
  readonly workspace: RoutedWorkspace;
  /** What all Workers are to the step that the Task is in. */
  readonly step: StepWorkers;
}

/** The Workers in the order in which TaskRouter would offer them the Task, and all of them counted. */
export function explainWorkers(request: WorkersRequest): WorkerTable {
  const { workspace, step, target, shown } = request;
  const groups = new Map<Verdict, Candidate[]>(VERDICTS.map((verdict) => [verdict, []]));
  for (const candidate of step.all) groups.get(verdictOf(candidate))?.push(candidate);
  const rows: ExplainedWorker[] = [];
  for (const [verdict, candidates] of groups) {
    const room = MAX_WORKER_ROWS - rows.length;
    if (room <= 0) break;
    // Only these come in the order in which TaskRouter would offer the Task.
    const isOrdered = verdict === 'eligible' || verdict === 'uncertain';
    const first = isOrdered ? candidates.slice(0, room) : firstOf(candidates, room, bySince);
    for (const candidate of first) rows.push(rowOf(candidate, verdict, request));
  }
  const [first, ...others] = rows;
  const orderBy = target?.orderBy?.kind === 'string' ? target.orderBy.value : undefined;
  return {
    rows: first?.verdict === 'eligible' ? [{ ...first, verdict: 'next' }, ...others] : rows,
    counts: countWorkers(step.all, request.task.routed.channel),
    isCut: !workspace.areMembersComplete,
    disagreements: findDisagreements(workspace, shown),
    order:
      orderBy === undefined
        ? message('By longest time in the present Activity')
        : message('By {0}', shown.present.expression(orderBy)),
  };
}

type Verdict = Exclude<ExplainedWorker['verdict'], 'next'>;

/** In the order of the table. */
const VERDICTS: readonly Verdict[] = [
  ...(['eligible', 'uncertain', 'reserved', 'noCapacity'] as const),
  ...(['channelOff', 'unavailable', 'noMatch', 'notInQueue'] as const),
];

function verdictOf({ worker, isMember, isMatch, obstacle }: Candidate): Verdict {
  if (isMember === 'false') return 'notInQueue';
  if (isMatch === 'false') return 'noMatch';
  if (obstacle !== undefined) return obstacle;
  const isSure = isMember === 'true' && isMatch === 'true' && worker.available !== undefined;
  return isSure ? 'eligible' : 'uncertain';
}

function bySince(one: Candidate, other: Candidate): number {
  return (one.worker.since ?? Infinity) - (other.worker.since ?? Infinity) || 0;
}

function countWorkers(all: readonly Candidate[], channel: string): WorkerCounts {
  const members = all.filter(({ isMember }) => isMember === 'true');
  const matching = members.filter(({ isMatch }) => isMatch === 'true');
  const available = matching.filter(({ worker }) => worker.available === true);
  const withCapacity = available.filter(
    ({ worker, obstacle }) =>
      obstacle === undefined && channelOf(worker, channel)?.capacity !== undefined,
  );
  return {
    ...{ all: all.length, inQueue: members.length, matching: matching.length },
    ...{ available: available.length, withCapacity: withCapacity.length },
  };
}

const ANSWERS = { true: 'yes', false: 'no', uncertain: 'uncertain' } as const;

function rowOf(candidate: Candidate, verdict: Verdict, request: WorkersRequest): ExplainedWorker {
  const { worker, isMember, isMatch } = candidate;
  const { task, shown, isTargetKnown } = request;
  const { activityName, available, since, name, sid = '' } = worker;
  const capacity = capacityOf(worker, task.routed.channel);
  const reason: Message | undefined = describeWorker(candidate, verdict, request);
  const isAsked = isTargetKnown && isMember !== 'false';
  return {
    ...{ sid, name: shown.present.line(name), inQueue: ANSWERS[isMember], verdict },
    ...(activityName !== undefined && { activity: shown.present.line(activityName) }),
    ...(available !== undefined && { isAvailable: available }),
    ...(since !== undefined && { since }),
    isAfterTimeout: isAfterTimeout(worker, request),
    matchesTarget: isAsked ? ANSWERS[isMatch] : 'notAsked',
    ...(capacity && { capacity }),
    pendingReservation: worker.pendingReservations > 0,
    ...(reason && { reason }),
  };
}

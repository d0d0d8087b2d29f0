import type { RoutingExplanation, WaitingCause } from '../../explanation/routingExplanation.ts';
import type { Message } from '../../messages/message.ts';
import { describeStatus } from '../../resources/taskStatus.ts';
import type { DetailsContext } from '../detailsContext.ts';
import { resourceLinkOf, type ResourceLink } from '../resourceLink.ts';
import { routingWayView, type RoutingWayView } from './routingWayView.ts';
import { workerTableView, type WorkerTableView } from './workerTableView.ts';

/** Why a Task waits, who will get it and what comes next, in the reader's language. */
export interface RoutingView {
  readonly cause: WaitingCause;
  readonly tone: RoutingTone;
  /** The cause in one sentence. */
  readonly headline: string;
  /** What would change it. */
  readonly remedy?: string;
  readonly notes: readonly string[];
  /** What could not be read, one sentence each. */
  readonly missing: readonly string[];
  readonly way?: RoutingWayView;
  readonly workers?: WorkerTableView;
  readonly ahead?: TasksAheadView;
}

/**
 * `stuck` until something is changed, `waiting` for Workers or other Tasks, `moving` to a Worker, `unsure`
 * where the cause is not known, and `quiet` for a Task that does not wait.
 */
type RoutingTone = 'stuck' | 'waiting' | 'moving' | 'unsure' | 'quiet';

export interface TasksAheadView {
  readonly count: number;
  readonly byPriority: number;
  readonly byAge: number;
  /** Whether there may be more. */
  readonly isCut: boolean;
  readonly tasks: readonly TaskAheadView[];
}

export interface TaskAheadView {
  readonly task: ResourceLink;
  readonly priority: number;
  /** In ms since the epoch. */
  readonly since: number;
  /** As `assignment_status` has it. */
  readonly status: string;
  readonly statusLabel: string;
}

export type RoutingViewContext = Pick<DetailsContext, 'task' | 'present' | 'localize'>;

const TONES: Readonly<Record<WaitingCause, RoutingTone>> = {
  heldOnPurpose: 'stuck',
  nobodyInQueue: 'stuck',
  nobodyMatchesTarget: 'stuck',
  knownWorker: 'stuck',
  nobodyAvailable: 'waiting',
  noCapacity: 'waiting',
  offeredAgain: 'waiting',
  offered: 'moving',
  othersAhead: 'waiting',
  defaultFilter: 'waiting',
  assignable: 'moving',
  uncertain: 'unsure',
  notRead: 'unsure',
  notWaiting: 'quiet',
};

/** A sentence has names of Workers and values of attributes in it, which may be long. */
const MAX_SENTENCE_CHARS = 600;

/** The section "Routing" of a Task's page. */
export function routingView(
  explanation: RoutingExplanation,
  context: RoutingViewContext,
): RoutingView {
  const { cause, sentence, remedy, notes, missing, way, workers, ahead } = explanation;
  const say = sentenceIn(context);
  return {
    cause,
    tone: TONES[cause],
    headline: say(sentence),
    ...(remedy !== undefined && { remedy: say(remedy) }),
    notes: notes.map(say),
    missing: missing.map(say),
    ...(way !== undefined && { way: routingWayView(way, say, context) }),
    ...(workers !== undefined && { workers: workerTableView(workers, say, context) }),
    ...(ahead !== undefined && { ahead: tasksAheadView(ahead, context) }),
  };
}

/** Puts a message in the reader's language, as one line that masks what privacy mode masks. */
function sentenceIn({ present, localize }: RoutingViewContext): (text: Message) => string {
  return (text) => present.line(localize(text), MAX_SENTENCE_CHARS);
}

function tasksAheadView(
  { tasks, count, byPriority, byAge, isCut }: NonNullable<RoutingExplanation['ahead']>,
  { task, present, localize }: RoutingViewContext,
): TasksAheadView {
  return {
    ...{ count, byPriority, byAge, isCut },
    tasks: tasks.map(({ sid, priority, since, status }) => ({
      task: resourceLinkOf({ sid, name: '' }, task),
      ...{ priority, since, status },
      statusLabel: localize(describeStatus(present.line(status))),
    })),
  };
}

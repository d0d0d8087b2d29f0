import type {
  RoutingExplanation,
  TaskAhead,
  TasksAhead,
  WaitingCause,
} from '../../explanation/routingExplanation.ts';
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

export type TasksAheadView = Omit<TasksAhead, 'tasks'> & {
  readonly tasks: readonly TaskAheadView[];
};

export type TaskAheadView = Omit<TaskAhead, 'sid'> & {
  readonly task: ResourceLink;
  readonly statusLabel: string;
};

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
  { tasks, ...counts }: TasksAhead,
  { task, present, localize }: RoutingViewContext,
): TasksAheadView {
  return {
    ...counts,
    tasks: tasks.map(({ sid, ...facts }) => ({
      ...facts,
      task: resourceLinkOf({ sid, name: '' }, task),
      statusLabel: localize(describeStatus(present.line(facts.status))),
    })),
  };
}

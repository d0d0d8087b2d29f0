import { describeFailure } from '../../failures/describeFailure.ts';
import type { TaskEvent } from '../../history/taskEvent.ts';
import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { Failure } from '../../taskrouter/failure.ts';
import { Candidates, truthOf } from '../../routing/simulate/candidates.ts';
import { findTasksAhead } from '../cause/tasksAhead.ts';
import { describeCause } from '../cause/describeCause.ts';
import { describeNotes } from '../cause/describeNotes.ts';
import { describeRemedy } from '../cause/describeRemedy.ts';
import { findCause, type CauseFacts } from '../cause/waitingCause.ts';
import { describePast } from './describePast.ts';
import type { RoutingExplanation } from '../routingExplanation.ts';
import type { RoutingReadings } from '../routingReadings.ts';
import { listed, ShownRouting } from '../shownRouting.ts';
import { readExplainedTask, type ExplainedTask } from '../subject/explainedTask.ts';
import { offersOf, pendingOffers, type Offer } from '../subject/reservationOffers.ts';
import { readWorkspace, valueOf, type RoutedWorkspace } from '../subject/routedWorkspace.ts';
import { explainWay, type ExplainedWay } from '../way/explainWay.ts';
import { evaluateFilter } from '../way/explainFilters.ts';
import { routingVisits } from '../way/routingVisits.ts';
import { explainWorkers } from '../workers/explainWorkers.ts';

export interface ExplainRequest {
  /** The Task's JSON as the API answered; absent for one that is deleted. */
  readonly task?: string;
  readonly readings: RoutingReadings;
  /** In its order, made with the same presenter. */
  readonly history: readonly TaskEvent[];
  readonly present: Presenter;
  /** A time, in ms since the epoch, as the reader writes it. */
  readonly clock: (time: number) => string;
}

/** Explains why a Task waits, who will get it and what comes next. Throws for nothing that an answer contains. */
export function explainRouting(request: ExplainRequest): RoutingExplanation {
  const { readings, history, present, clock } = request;
  const task = readExplainedTask(request.task, history);
  if (task === undefined) return unreadable(readings, present);
  const offers = offersOf(history);
  const pending = new Set(pendingOffers(offers).map(({ worker }) => worker?.sid ?? ''));
  const workspace = readWorkspace(task, readings, pending);
  const configuration = workspace.workflow?.configuration;
  const shown = new ShownRouting(present, clock, workspace.queues, configuration);
  const visits = routingVisits(history, configuration, (index) => {
    const filter = configuration?.filters.find((one) => one.index === index);
    return (
      filter !== undefined && truthOf(evaluateFilter(filter, task.routed.attributes)) === 'false'
    );
  });
  const now = readings.at > 0 ? readings.at : (history.at(-1)?.moment?.at ?? task.created ?? 0);
  const explained = explainWay({ task, workspace, visits, offers, shown, now });
  const missing = missingParts(readings, present);
  if (task.state !== 'waiting') {
    return { ...describePast(task, history, offers, shown), way: explained.way, missing };
  }
  return explainWait({ task, workspace, offers, shown, now, explained, missing, readings });
}

interface Wait {
  readonly task: ExplainedTask;
  readonly workspace: RoutedWorkspace;
  readonly offers: readonly Offer[];
  readonly shown: ShownRouting;
  readonly now: number;
  readonly explained: ExplainedWay;
  readonly missing: readonly Message[];
  readonly readings: RoutingReadings;
}

function explainWait(wait: Wait): RoutingExplanation {
  const { task, workspace, offers, shown, explained, missing, readings } = wait;
  const { way, target, current } = explained;
  const isDirect = task.routed.routingTarget !== undefined;
  const filter = isDirect ? 'routingTarget' : current?.filter;
  const step = explained.workers ?? membersOnly(wait);
  const isTargetKnown = filter !== undefined;
  const reasons = { task, workspace, offers, shown, isTargetKnown, ...(target && { target }) };
  const rows = valueOf(readings.tasks);
  const isQueueRead = readings.queue.kind === 'read' || readings.queues.kind === 'read';
  const order = workspace.queue?.taskOrder ?? 'FIFO';
  const ahead = rows && isQueueRead ? findTasksAhead(task, rows, order) : undefined;
  const statistics = valueOf(readings.statistics);
  const facts: CauseFacts = {
    ...{ task, workspace, offers },
    ...(filter !== undefined && { filter }),
    ...(target && { target }),
    ...(step && { step }),
    ...(ahead && { ahead }),
    ...(statistics !== undefined && { statistics }),
  };
  const found = findCause(facts);
  const remedy = describeRemedy(found, facts, reasons);
  return {
    ...{ state: task.state, cause: found.cause, ...describeCause(found, reasons) },
    ...(remedy && { remedy }),
    notes: describeNotes(found, facts, wait),
    way,
    ...(step && { workers: explainWorkers({ ...reasons, step }) }),
    ...(ahead && { ahead }),
    missing,
  };
}

/** The Workers in the TaskQueue, if the target is not known. */
function membersOnly({ task, workspace, shown }: Wait) {
  const { queue, queues, workers } = workspace;
  if (workers === undefined || queue === undefined) return undefined;
  return new Candidates(task.routed, queues, workers, shown.present).of(queue, undefined);
}

/** The explanation if neither the Task nor any event of it is known. */
function unreadable(readings: RoutingReadings, present: Presenter): RoutingExplanation {
  return {
    ...{ state: 'over', cause: 'notRead', notes: [], missing: missingParts(readings, present) },
    sentence: message('Nothing is known of how the Task was routed.'),
    summary: message('Nothing is known of its routing'),
  };
}

const PARTS = [
  ['workflow', message('the Workflow')],
  ['queue', message('the TaskQueue')],
  ['queues', message('the TaskQueues of the Workspace')],
  ['workers', message('the Workers')],
  ['members', message('the Workers of the TaskQueue')],
  ['activities', message('the Activities')],
  ['statistics', message('the statistics of the TaskQueue')],
  ['tasks', message('the Tasks of the TaskQueue')],
] as const satisfies readonly (readonly [keyof RoutingReadings, Message])[];

/** One sentence for all that failed alike, as most often everything fails or one right is missing. */
function missingParts(readings: RoutingReadings, present: Presenter): readonly Message[] {
  const channels = [...readings.channels.values()].find(({ kind }) => kind === 'failed');
  const read = [
    ...PARTS.map(([part, name]) => ({ name, reading: readings[part] })),
    ...(channels === undefined
      ? []
      : [{ name: message('Task Channels of Workers'), reading: channels }]),
  ];
  const alike = new Map<string, { readonly failure: Failure; readonly names: Message[] }>();
  for (const { name, reading } of read) {
    if (reading.kind !== 'failed') continue;
    const key = JSON.stringify(reading.failure);
    const { names } = alike.get(key) ?? { names: [] };
    alike.set(key, { failure: reading.failure, names: [...names, name] });
  }
  return [...alike.values()].map(({ failure, names }) =>
    message(
      'Could not read {0}. {1}',
      listed(names, names.length),
      describeFailure(present.failure(failure)),
    ),
  );
}

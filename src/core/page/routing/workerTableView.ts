import type {
  ExplainedWorker,
  WorkerCounts,
  WorkerTable,
} from '../../explanation/routingExplanation.ts';
import type { Message } from '../../messages/message.ts';
import type { DetailsContext } from '../detailsContext.ts';
import { resourceLinkOf, type ResourceLink } from '../resourceLink.ts';

/** The Workers that could get a Task, and those that cannot, with what is in their way. */
export interface WorkerTableView {
  readonly rows: readonly WorkerRowView[];
  readonly counts: WorkerCounts;
  /** Whether the counts are "at least". */
  readonly isCut: boolean;
  readonly disagreements: readonly string[];
  /** By what the rows are sorted. */
  readonly order: string;
}

export interface WorkerRowView {
  readonly worker: ResourceLink;
  readonly activity?: string;
  readonly isAvailable?: boolean;
  /** Since when the Worker is in the Activity, in ms since the epoch. */
  readonly since?: number;
  readonly inQueue: ExplainedWorker['inQueue'];
  readonly matchesTarget: ExplainedWorker['matchesTarget'];
  readonly capacity?: NonNullable<ExplainedWorker['capacity']>;
  readonly pendingReservation: boolean;
  readonly verdict: ExplainedWorker['verdict'];
  /** The clause that fails, or the obstacle. */
  readonly reason?: string;
}

/** More rows make a page slow, and no one reads them. */
const MAX_ROWS = 200;

export function workerTableView(
  { rows, counts, isCut, disagreements, order }: WorkerTable,
  say: (text: Message) => string,
  context: Pick<DetailsContext, 'task' | 'present'>,
): WorkerTableView {
  return {
    rows: rows.slice(0, MAX_ROWS).map((row) => workerRow(row, say, context)),
    ...{ counts, isCut },
    disagreements: disagreements.map(say),
    order: say(order),
  };
}

function workerRow(
  worker: ExplainedWorker,
  say: (text: Message) => string,
  { task, present }: Pick<DetailsContext, 'task' | 'present'>,
): WorkerRowView {
  const { sid, name, activity, isAvailable, since, inQueue, matchesTarget } = worker;
  const { capacity, pendingReservation, verdict, reason } = worker;
  return {
    worker: resourceLinkOf({ sid, name: name === sid ? '' : present.line(name) }, task),
    ...(activity !== undefined && { activity: present.line(activity) }),
    ...(isAvailable !== undefined && { isAvailable }),
    ...(since !== undefined && { since }),
    ...{ inQueue, matchesTarget },
    ...(capacity !== undefined && { capacity }),
    ...{ pendingReservation, verdict },
    ...(reason !== undefined && { reason: say(reason) }),
  };
}

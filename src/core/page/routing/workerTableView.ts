import type { ExplainedWorker, WorkerTable } from '../../explanation/routingExplanation.ts';
import { message, type Message } from '../../messages/message.ts';
import type { DetailsContext } from '../detailsContext.ts';
import { resourceLinkOf, type ResourceLink } from '../resourceLink.ts';

/** The Workers who could get a Task and those who cannot, in the reader's language. */
export type WorkerTableView = Pick<WorkerTable, 'counts' | 'isCut'> & {
  readonly rows: readonly WorkerRowView[];
  readonly disagreements: readonly string[];
  readonly order: string;
};

export type WorkerRowView = Omit<ExplainedWorker, 'sid' | 'name' | 'reason' | 'isAfterTimeout'> & {
  readonly worker: ResourceLink;
  readonly reason?: string;
};

export function workerTableView(
  { rows, counts, isCut, disagreements, order }: WorkerTable,
  say: (text: Message) => string,
  context: Pick<DetailsContext, 'task' | 'present'>,
): WorkerTableView {
  return {
    rows: rows.map((row) => workerRow(row, say, context)),
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
  const { sid, name, activity, reason, isAfterTimeout, ...facts } = worker;
  // The Activity and since when have a column of their own, in which the time goes on.
  const isInColumns = facts.verdict === 'unavailable' && facts.since !== undefined;
  const afterTimeout = isAfterTimeout ? message('Since a Reservation timed out') : undefined;
  const shown = isInColumns ? afterTimeout : reason;
  return {
    ...facts,
    worker: resourceLinkOf({ sid, name: name === sid ? '' : present.line(name) }, task),
    ...(activity !== undefined && { activity: present.line(activity) }),
    ...(shown !== undefined && { reason: say(shown) }),
  };
}

import type { ExplainedWorker, WorkerTable } from '../../explanation/routingExplanation.ts';
import type { Message } from '../../messages/message.ts';
import type { DetailsContext } from '../detailsContext.ts';
import { resourceLinkOf, type ResourceLink } from '../resourceLink.ts';

/** The Workers who could get a Task and those who cannot, in the reader's language. */
export type WorkerTableView = Pick<WorkerTable, 'counts' | 'isCut'> & {
  readonly rows: readonly WorkerRowView[];
  readonly disagreements: readonly string[];
  readonly order: string;
};

export type WorkerRowView = Omit<ExplainedWorker, 'sid' | 'name' | 'reason'> & {
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
  { sid, name, activity, reason, ...facts }: ExplainedWorker,
  say: (text: Message) => string,
  { task, present }: Pick<DetailsContext, 'task' | 'present'>,
): WorkerRowView {
  return {
    ...facts,
    worker: resourceLinkOf({ sid, name: name === sid ? '' : present.line(name) }, task),
    ...(activity !== undefined && { activity: present.line(activity) }),
    ...(reason !== undefined && { reason: say(reason) }),
  };
}

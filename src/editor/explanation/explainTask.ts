import { explainRouting } from '../../core/explanation/explain/explainRouting.ts';
import type { RoutingExplanation } from '../../core/explanation/routingExplanation.ts';
import type { RoutingReadings } from '../../core/explanation/routingReadings.ts';
import type { HistoryRows } from '../../core/history/historyRows.ts';
import { readHistory } from '../../core/history/taskHistory.ts';
import { message } from '../../core/messages/message.ts';
import type { Presenter } from '../../core/privacy/presenter.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { formatTime } from '../ui/formatTime.ts';

// Exported from here, as this module is the entry point that loads the routing engine.
export { readingNeeds } from '../../core/explanation/readingNeeds.ts';
export { routingView } from '../../core/page/routing/routingView.ts';

/** What an explanation of a Task's routing is made of. */
export interface KnownOfTask {
  /** As the API answered it; absent for one that is deleted. */
  readonly text: string | undefined;
  readonly history: HistoryRows | { readonly failure: Failure };
  readonly readings: RoutingReadings;
}

/** Explains how a Task is routed. If its events could not be read, the explanation says so. */
export function explainTask(
  { text, history, readings }: KnownOfTask,
  present: Presenter,
): RoutingExplanation {
  const explanation = explainRouting({
    ...(text !== undefined && { task: text }),
    history: 'failure' in history ? [] : readHistory(history, present),
    ...{ readings, present, clock: formatTime },
  });
  if (!('failure' in history)) return explanation;
  const missing = message(
    '{0} {1}',
    message('The events of the Task could not be read.'),
    failureSentence(history.failure, present),
  );
  return { ...explanation, missing: [missing, ...explanation.missing] };
}

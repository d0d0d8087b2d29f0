import { explainRouting } from '../../core/explanation/explain/explainRouting.ts';
import { withoutEvents } from '../../core/explanation/explain/withoutEvents.ts';
import type { RoutingExplanation } from '../../core/explanation/routingExplanation.ts';
import type { RoutingReadings } from '../../core/explanation/routingReadings.ts';
import type { HistoryRows } from '../../core/history/historyRows.ts';
import { readHistory } from '../../core/history/taskHistory.ts';
import type { Presenter } from '../../core/privacy/presenter.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { formatTime } from '../ui/formatTime.ts';

// For those who explain; here, as this is what loads the routing engine.
export { readingNeeds } from '../../core/explanation/readingNeeds.ts';
export { routingView } from '../../core/page/routing/routingView.ts';

/** What is known of a Task, for an explanation of its routing. */
export interface KnownOfTask {
  /** As the API answered it; absent for one that is deleted. */
  readonly text: string | undefined;
  readonly history: HistoryRows | { readonly failure: Failure };
  readonly readings: RoutingReadings;
}

/** Explains how a Task is routed. Without its events, the rest still stands. */
export function explainTask(
  { text, history, readings }: KnownOfTask,
  present: Presenter,
): RoutingExplanation {
  const explanation = explainRouting({
    ...(text !== undefined && { task: text }),
    history: 'failure' in history ? [] : readHistory(history, present),
    ...{ readings, present, clock: formatTime },
  });
  return 'failure' in history ? withoutEvents(explanation, history.failure, present) : explanation;
}

import { describeFailure } from '../../failures/describeFailure.ts';
import { message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { Failure } from '../../taskrouter/failure.ts';
import type { RoutingExplanation } from '../routingExplanation.ts';

/** Says with an explanation that the Task's events could not be read. The rest still stands. */
export function withoutEvents(
  explanation: RoutingExplanation,
  failure: Failure,
  present: Presenter,
): RoutingExplanation {
  const missing = message(
    '{0} {1}',
    message('The events of the Task could not be read.'),
    describeFailure(present.failure(failure)),
  );
  return { ...explanation, missing: [missing, ...explanation.missing] };
}

import { describeDuration } from '../../messages/duration.ts';
import { message, type Message } from '../../messages/message.ts';
import { truthOf } from '../../routing/simulate/candidates.ts';
import { withReason } from '../../routing/simulate/describeOutcome.ts';
import { refusedOffers } from '../subject/reservationOffers.ts';
import type { ShownRouting } from '../shownRouting.ts';
import { evaluateFilter } from '../way/explainFilters.ts';
import type { CauseFacts, FoundCause } from './waitingCause.ts';

/** A voice Task that waits for longer has often lost its caller. Twilio names no number. */
const LONG_CALL_SECONDS = 30 * 60;

/** What may matter as well, although it is not the cause. */
export function describeNotes(
  found: FoundCause,
  facts: CauseFacts,
  { shown, now }: { readonly shown: ShownRouting; readonly now: number },
): readonly Message[] {
  const { task, workspace, offers } = facts;
  // The remedy of this cause names the nearest filter already.
  const isTold = found.cause === 'defaultFilter';
  const notes: Message[] = isTold ? [] : [...describeFilterChoice(facts, shown)];
  const { updated } = workspace.workflow ?? {};
  if (updated !== undefined && task.created !== undefined && updated > task.created) {
    notes.push(
      message(
        'The Workflow was changed at {0}, after the Task was created. That may matter.',
        shown.clock(updated),
      ),
    );
  }
  const age = task.created === undefined ? 0 : (now - task.created) / 1000;
  if (task.routed.channel === 'voice' && age >= LONG_CALL_SECONDS && task.status === 'pending') {
    notes.push(
      message(
        'The Task has waited for {0}. The call may have ended. TaskRouter does not say.',
        describeDuration(age),
      ),
    );
  }
  const refused = refusedOffers(offers);
  if (found.cause !== 'offeredAgain' && found.cause !== 'offered' && refused.length > 0) {
    notes.push(
      refused.length === 1
        ? message('It was offered once and not accepted.')
        : message('It was offered {0} times and not accepted.', refused.length),
    );
  }
  const orders = new Set(workspace.queues.flatMap(({ taskOrder }) => taskOrder ?? []));
  if (orders.size > 1 && (facts.ahead?.count ?? 0) > 0) {
    notes.push(
      message(
        'Other TaskQueues give out Tasks in another order. The Workspace decides which go first.',
      ),
    );
  }
  return notes;
}

/**
 * For a Task in the default filter, why the filters do not match, the nearest first. For any other Task, that its
 * filter does not match any more.
 */
function describeFilterChoice({ task, workspace, filter }: CauseFacts, shown: ShownRouting) {
  const filters = workspace.workflow?.configuration.filters ?? [];
  const here = filters.find(({ index }) => index === filter);
  const attributes = task.routed.attributes;
  if (filter === 'default') {
    const failing = filters
      .map((one) => ({ one, evaluation: evaluateFilter(one, attributes) }))
      .filter(({ evaluation }) => truthOf(evaluation) === 'false')
      .toSorted((a, b) => falseClauses(a.evaluation) - falseClauses(b.evaluation));
    return failing
      .slice(0, 3)
      .map(({ one, evaluation }) =>
        withReason(
          message('Filter {0} does not match.', shown.filterLabel(one.index)),
          evaluation,
          shown.present,
        ),
      );
  }
  if (here === undefined) return [];
  const evaluation = evaluateFilter(here, attributes);
  return truthOf(evaluation) === 'false'
    ? [
        withReason(
          message(
            'TaskRouter chose filter {0}, which does not match the Task as it is now.',
            shown.filterLabel(here.index),
          ),
          evaluation,
          shown.present,
        ),
      ]
    : [];
}

function falseClauses({ clauses }: ReturnType<typeof evaluateFilter>): number {
  return clauses.filter(({ outcome }) => outcome === 'false').length;
}

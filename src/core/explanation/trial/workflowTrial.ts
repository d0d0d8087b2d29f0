import type { Presenter } from '../../privacy/presenter.ts';
import type {
  WorkflowConfiguration,
  WorkflowFilter,
} from '../../routing/configuration/workflowConfiguration.ts';
import { spanThrough, type PlacedConfiguration } from '../../routing/embedding/routingText.ts';
import type { Evaluation } from '../../routing/expression/evaluation/evaluation.ts';
import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import type { Span } from '../../routing/expression/syntax/span.ts';
import { evaluateIn } from '../../routing/simulate/candidates.ts';
import { readRoutedTask } from '../../routing/simulate/routingResources.ts';
import type { RoutingStep } from '../../routing/simulate/routingStep.ts';
import { simulateRouting } from '../../routing/simulate/simulateRouting.ts';

/** A Workflow's configuration, tried with a Task. */
export interface WorkflowTrial {
  readonly configuration: WorkflowConfiguration;
  readonly filters: readonly TriedFilter[];
  /** What follows if no Reservation is accepted. */
  readonly steps: readonly RoutingStep[];
}

export interface TriedFilter {
  readonly filter: WorkflowFilter;
  /** Absent if its expression is not a text, or if no Task comes to it. */
  readonly evaluation?: Evaluation;
  readonly outcome: 'match' | 'noMatch' | 'uncertain' | 'notReached';
  /** Its expression in the document, quotes included. */
  readonly span?: Span;
  /** Of the clauses of the evaluation, in their order. */
  readonly clauses: readonly Span[];
}

/**
 * Tries a configuration with a Task, without Workers.
 *
 * @param task JSON of a Task as the API gives it
 * @returns undefined if that is no JSON object
 */
export function tryWorkflow(
  { read, map }: PlacedConfiguration,
  task: string,
  present: Presenter,
): WorkflowTrial | undefined {
  const routed = readRoutedTask(task);
  if (routed === undefined) return undefined;
  const steps = simulateRouting({ configuration: read, task: routed, present });
  // A Task that stays in a step, or whose next one is not known, does not come to later filters.
  const end = steps.find(({ outcome }) => outcome === 'waits' || outcome === 'uncertain');
  const last = typeof end?.filter === 'number' ? end.filter : Infinity;
  const isDirect = routed.routingTarget !== undefined;
  const filters = read.filters.map((filter): TriedFilter => {
    const { expression, index } = filter;
    const span = expression && spanThrough(map, expression);
    const isReached = !isDirect && index <= last;
    if (expression?.kind !== 'string') {
      const outcome = isReached ? 'uncertain' : 'notReached';
      return { filter, outcome, clauses: [], ...(span && { span }) };
    }
    if (!isReached) return { filter, outcome: 'notReached', clauses: [], ...(span && { span }) };
    const evaluation = evaluateIn('task', parseExpression(expression.value), routed.attributes);
    return {
      ...{ filter, evaluation, outcome: outcomeOf(evaluation), ...(span && { span }) },
      clauses: evaluation.clauses.map(({ clause }) =>
        spanThrough(map, spanThrough(expression.map, clause)),
      ),
    };
  });
  return { configuration: read, filters, steps };
}

function outcomeOf({ outcome }: Evaluation): TriedFilter['outcome'] {
  if (outcome === 'true') return 'match';
  return outcome === 'false' ? 'noMatch' : 'uncertain';
}

import type { Presenter } from '../../privacy/presenter.ts';
import type { WorkflowFilter } from '../../routing/configuration/workflowConfiguration.ts';
import type { Evaluation } from '../../routing/expression/evaluation/evaluation.ts';
import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import { evaluateIn, truthOf } from '../../routing/simulate/candidates.ts';
import { shownReason } from '../../routing/simulate/describeOutcome.ts';
import type { RoutingStep } from '../../routing/simulate/routingStep.ts';
import type { CurrentStep } from './currentStep.ts';
import type { WayRequest } from './explainWay.ts';
import type { ExplainedClause, ExplainedFilter } from '../routingExplanation.ts';

const MAX_CLAUSES = 50;

/**
 * All filters in the order of the Workflow, and whether the Task's attributes match each.
 *
 * @param steps from the present one on; they decide which filters the Task reaches
 */
export function explainFilters(
  { task, workspace, visits, shown }: WayRequest,
  current: CurrentStep | undefined,
  steps: readonly RoutingStep[],
): readonly ExplainedFilter[] {
  const { present } = shown;
  const configuration = workspace.workflow?.configuration;
  if (configuration === undefined || task.routed.routingTarget !== undefined) return [];
  const here = current?.filter ?? visits.at(-1)?.filter ?? steps[0]?.filter;
  const last = lastReached(steps);
  const filters = configuration.filters.map((filter): ExplainedFilter => {
    const { index } = filter;
    const evaluation = evaluateFilter(filter, task.routed.attributes);
    const isReached = index <= last || index === here;
    const text = expressionOf(filter);
    return {
      ...{ index, name: nameOf(filter, present), isCurrent: index === here },
      ...(text !== undefined && { expression: present.expression(text) }),
      outcome: isReached ? outcomeOf(evaluation) : 'notReached',
      clauses: isReached && text !== undefined ? clausesOf(text, evaluation, present) : [],
    };
  });
  if (configuration.defaultFilter === undefined) return filters;
  const isDefault = here === 'default';
  return [
    ...filters,
    {
      ...{ index: 'default', name: '', isCurrent: isDefault, clauses: [] },
      outcome:
        isDefault || steps.some(({ filter }) => filter === 'default') ? 'match' : 'notReached',
    },
  ];
}

export function evaluateFilter(
  filter: WorkflowFilter,
  attributes: WayRequest['task']['routed']['attributes'],
): Evaluation {
  return evaluateIn('task', parseExpression(expressionOf(filter) ?? '${unknown}'), attributes);
}

export function expressionOf({ expression }: WorkflowFilter): string | undefined {
  return expression?.kind === 'string' ? expression.value : undefined;
}

function nameOf({ name, index }: WorkflowFilter, present: Presenter): string {
  return name === undefined || name === '' ? String(index + 1) : present.line(name);
}

/**
 * The last filter that a Task reaches, which is the one where it stays, or after which the next is not known.
 * `Infinity` if it passes all.
 */
function lastReached(steps: readonly RoutingStep[]): number {
  const end = steps.find(({ outcome }) => outcome === 'waits' || outcome === 'uncertain');
  return typeof end?.filter === 'number' ? end.filter : Infinity;
}

function outcomeOf(evaluation: Evaluation): ExplainedFilter['outcome'] {
  const truth = truthOf(evaluation);
  return truth === 'uncertain' ? truth : truth === 'true' ? 'match' : 'noMatch';
}

function clausesOf(
  text: string,
  { clauses, reasons, outcome }: Evaluation,
  present: Presenter,
): readonly ExplainedClause[] {
  if (outcome === 'invalid') {
    const shown = reasons.map((reason) => shownReason(reason, present));
    return [{ text: present.expression(text), outcome: 'uncertain', reasons: shown }];
  }
  return clauses.slice(0, MAX_CLAUSES).map((trace) => {
    const { offset, length } = trace.clause;
    return {
      text: present.expression(text.slice(offset, offset + length)),
      outcome: trace.outcome,
      reasons: trace.reasons.map((reason) => shownReason(reason, present)),
    };
  });
}

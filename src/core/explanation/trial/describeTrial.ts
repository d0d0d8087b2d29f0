import { describeDuration } from '../../messages/duration.ts';
import { message, type Localize, type MessageArgument } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { ClauseTrace } from '../../routing/expression/evaluation/evaluation.ts';
import { describeFilter, shownReason } from '../../routing/simulate/describeOutcome.ts';
import type { RoutedQueue } from '../../routing/simulate/routingResources.ts';
import type { RoutingStep } from '../../routing/simulate/routingStep.ts';
import { ShownRouting } from '../shownRouting.ts';
import type { TriedFilter, WorkflowTrial } from './workflowTrial.ts';

export interface TrialTexts {
  readonly present: Presenter;
  readonly localize: Localize;
  /** Those whose names are known. */
  readonly queues: readonly RoutedQueue[];
}

const MARKS = { match: '✓', noMatch: '✗', uncertain: '?', notReached: '–' } as const;
const CLAUSE_MARKS = { true: '✓', false: '✗', uncertain: '?' } as const;

const INDENT = '    ';
/** So that the times of steps stand in one column. */
const TIME_WIDTH = 12;

/**
 * A trial as lines of plain text: each filter with its conditions, then the steps.
 *
 * @param title what was tried with what
 */
export function describeTrial(
  { configuration, filters, steps }: WorkflowTrial,
  title: string,
  texts: TrialTexts,
): string {
  const { localize, present, queues } = texts;
  // Steps are told by the Task's age: no time is shown.
  const shown = new ShownRouting(present, String, queues, configuration);
  return [
    title,
    localize(message('What follows if no Reservation is accepted. Workers are not considered.')),
    '',
    localize(message('FILTERS')),
    ...filters.flatMap((filter) => filterLines(filter, texts)),
    '',
    localize(message('STEPS')),
    ...stepLines(filters, steps, shown, localize),
    '',
  ].join('\n');
}

function filterLines(tried: TriedFilter, texts: TrialTexts): readonly string[] {
  const { filter, outcome, evaluation } = tried;
  const { present, localize } = texts;
  const name = nameOf(tried, present);
  const note = outcome === 'notReached' ? ` (${localize(message('not reached'))})` : '';
  const head = `${MARKS[outcome]} ${filter.index + 1}. ${name}${note}`;
  if (evaluation === undefined) return [head];
  if (evaluation.outcome === 'invalid') {
    return [head, ...evaluation.reasons.map((reason) => line(shownReason(reason, present), texts))];
  }
  return [head, ...evaluation.clauses.flatMap((clause) => clauseLines(clause, texts))];
}

function clauseLines(trace: ClauseTrace, texts: TrialTexts): readonly string[] {
  const [met = '', ...rules] = trace.reasons.map((reason) =>
    texts.localize(shownReason(reason, texts.present)),
  );
  return [
    `${INDENT}${CLAUSE_MARKS[trace.outcome]} ${met}`,
    ...rules.map((rule) => `${INDENT}  ${rule}`),
  ];
}

function line(text: MessageArgument, { localize }: TrialTexts): string {
  return `${INDENT}${localize(text)}`;
}

function nameOf({ filter: { name } }: TriedFilter, present: Presenter): string {
  return name === undefined ? '' : present.line(name);
}

function stepLines(
  filters: readonly TriedFilter[],
  steps: readonly RoutingStep[],
  shown: ShownRouting,
  localize: Localize,
): readonly string[] {
  // What is said of the filters already.
  const said = new Set(
    filters.flatMap(({ filter, evaluation }) =>
      evaluation === undefined ? [] : [localize(describeFilter(filter, evaluation, shown.present))],
    ),
  );
  return steps.flatMap((step) => {
    const time = localize(describeDuration(step.age)).padEnd(TIME_WIDTH);
    const reasons = step.reasons.map(localize).filter((reason) => !said.has(reason));
    return [
      `${time}${localize(stepLabel(step, shown))}`,
      ...reasons.map((reason) => `${' '.repeat(TIME_WIDTH)}${reason}`),
    ];
  });
}

function stepLabel(
  { outcome, queue, priority, filter }: RoutingStep,
  shown: ShownRouting,
): MessageArgument {
  if (outcome === 'canceled') return message('Canceled');
  const label = shown.step(filter, shown.queue(queue ?? undefined), priority);
  if (outcome === 'skipped') return message('{0}: skipped', label);
  return outcome === 'uncertain' ? message('{0}: uncertain', label) : label;
}

import { describeDuration } from '../../messages/duration.ts';
import { message, type Localize, type MessageArgument } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { ClauseTrace } from '../../routing/expression/evaluation/evaluation.ts';
import { describeFilter, shownReason } from '../../routing/simulate/describeOutcome.ts';
import type { RoutingStep } from '../../routing/simulate/routingStep.ts';
import type { TriedFilter, WorkflowTrial } from './workflowTrial.ts';

export interface TrialTexts {
  readonly present: Presenter;
  readonly localize: Localize;
  /** What a TaskQueue is called, by the name or SID in the configuration. */
  readonly queueName: (queue: string) => string;
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
  { filters, steps }: WorkflowTrial,
  title: string,
  texts: TrialTexts,
): string {
  const { localize } = texts;
  return [
    title,
    localize(message('What follows if no Reservation is accepted. Workers are not considered.')),
    '',
    localize(message('FILTERS')),
    ...filters.flatMap((filter) => filterLines(filter, texts)),
    '',
    localize(message('STEPS')),
    ...stepLines(filters, steps, texts),
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
  texts: TrialTexts,
): readonly string[] {
  const { localize, present } = texts;
  // What is said of the filters already.
  const said = new Set(
    filters.flatMap(({ filter, evaluation }) =>
      evaluation === undefined ? [] : [localize(describeFilter(filter, evaluation, present))],
    ),
  );
  return steps.flatMap((step) => {
    const time = localize(describeDuration(step.age)).padEnd(TIME_WIDTH);
    const reasons = step.reasons.map(localize).filter((reason) => !said.has(reason));
    return [
      `${time}${localize(stepLabel(step, filters, texts))}`,
      ...reasons.map((reason) => `${' '.repeat(TIME_WIDTH)}${reason}`),
    ];
  });
}

function stepLabel(
  { outcome, queue, priority, filter }: RoutingStep,
  filters: readonly TriedFilter[],
  { queueName, present }: TrialTexts,
): MessageArgument {
  if (outcome === 'canceled') return message('Canceled');
  const where = queue === null ? message('No TaskQueue') : present.line(queueName(queue));
  const by = filterLabel(filter, filters, present);
  const place = by === undefined ? where : message('{0} ({1})', where, by);
  const label = priority === null ? place : message('{0}, priority {1}', place, priority);
  if (outcome === 'skipped') return message('{0}: skipped', label);
  return outcome === 'uncertain' ? message('{0}: uncertain', label) : label;
}

function filterLabel(
  filter: RoutingStep['filter'],
  filters: readonly TriedFilter[],
  present: Presenter,
): MessageArgument | undefined {
  if (filter === null) return undefined;
  if (filter === 'default') return message('default filter');
  if (filter === 'routingTarget') return message('routing target');
  const tried = filters.find((one) => one.filter.index === filter);
  const name = tried === undefined ? '' : nameOf(tried, present);
  return name === '' ? message('filter {0}', filter + 1) : name;
}

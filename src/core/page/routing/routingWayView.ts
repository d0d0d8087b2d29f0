import type {
  ExplainedFilter,
  ExplainedStep,
  NamedResource,
  RoutingWay,
} from '../../explanation/routingExplanation.ts';
import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { TaskReference } from '../../resources/resourceReference.ts';
import type { DetailsContext } from '../detailsContext.ts';
import { resourceLinkOf, type ResourceLink } from '../resourceLink.ts';

/** The way of a Task through its Workflow. */
export interface RoutingWayView {
  readonly workflow?: ResourceLink;
  readonly filters: readonly FilterView[];
  readonly steps: readonly StepView[];
  /** Whether the present step is a guess by the Task's queue, priority and age. */
  readonly isEstimated: boolean;
  readonly next?: NextStepView;
}

export interface FilterView {
  readonly index: ExplainedFilter['index'];
  readonly name: string;
  readonly expression?: string;
  readonly outcome: ExplainedFilter['outcome'];
  /** Whether it is the one that the Task went through, or would. */
  readonly isCurrent: boolean;
  readonly clauses: readonly ClauseView[];
}

export interface ClauseView {
  readonly text: string;
  readonly outcome: 'true' | 'false' | 'uncertain';
  /** The values that it met. */
  readonly reasons: readonly string[];
}

export interface StepView {
  readonly label: string;
  readonly queue?: ResourceLink;
  /** When it begins, in ms since the epoch. */
  readonly at?: number;
  readonly outcome: ExplainedStep['outcome'];
  readonly position: ExplainedStep['position'];
  readonly reasons: readonly string[];
}

/** What happens next: a sentence, or a step and when it begins, so that a clock can run down to it. */
export type NextStepView =
  | { readonly kind: 'sentence'; readonly sentence: string }
  | {
      readonly kind: 'step';
      readonly label: string;
      /** By the server's clock, in ms since the epoch. */
      readonly at: number;
    };

/** Expressions are shown whole, but no screen shows more than this. */
const MAX_EXPRESSION_CHARS = 2000;

export function routingWayView(
  { workflow, filters, steps, current, currentBy, next }: RoutingWay,
  say: (text: Message) => string,
  context: Pick<DetailsContext, 'task' | 'present' | 'localize'>,
): RoutingWayView {
  const { task, present } = context;
  const following = steps.find(({ position, outcome }, index) => {
    const isAhead = current === undefined ? position === 'ahead' : index > current;
    return isAhead && outcome !== 'skipped';
  });
  return {
    ...(workflow !== undefined && { workflow: linkOf(workflow, task, present) }),
    filters: filters.map((filter) => filterView(filter, say, context)),
    steps: steps.map((step) => stepView(step, say, task, present)),
    isEstimated: currentBy === 'estimated',
    ...(next !== undefined && { next: nextStep(next, following, say) }),
  };
}

function nextStep(
  next: Message,
  step: ExplainedStep | undefined,
  say: (text: Message) => string,
): NextStepView {
  return step?.at === undefined
    ? { kind: 'sentence', sentence: say(next) }
    : { kind: 'step', label: say(step.label), at: step.at };
}

function filterView(
  { index, name, expression, outcome, isCurrent, clauses }: ExplainedFilter,
  say: (text: Message) => string,
  { present, localize }: Pick<DetailsContext, 'present' | 'localize'>,
): FilterView {
  const number = index === 'default' ? message('Default filter') : message('Filter {0}', index + 1);
  return {
    index,
    // A filter without a name has its number for one.
    name: ['', String(Number(index) + 1)].includes(name) ? localize(number) : present.line(name),
    ...(expression !== undefined && {
      expression: present.line(expression, MAX_EXPRESSION_CHARS),
    }),
    ...{ outcome, isCurrent },
    clauses: clauses.map((clause) => ({
      text: present.line(clause.text, MAX_EXPRESSION_CHARS),
      outcome: clause.outcome,
      reasons: clause.reasons.map(say),
    })),
  };
}

function stepView(
  { label, queue, at, outcome, position, reasons }: ExplainedStep,
  say: (text: Message) => string,
  task: TaskReference,
  present: Presenter,
): StepView {
  return {
    label: say(label),
    ...(queue?.sid !== undefined && { queue: linkOf(queue, task, present) }),
    ...(at !== undefined && { at }),
    ...{ outcome, position },
    reasons: reasons.map(say),
  };
}

function linkOf(
  { sid = '', name }: NamedResource,
  task: TaskReference,
  present: Presenter,
): ResourceLink {
  return resourceLinkOf({ sid, name: name === sid ? '' : present.line(name) }, task);
}

import type {
  ExplainedClause,
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

/** The way of a Task through its Workflow, in the reader's language. */
export interface RoutingWayView {
  readonly workflow?: ResourceLink;
  readonly filters: readonly FilterView[];
  readonly steps: readonly StepView[];
  /** Whether the present step is estimated by the Task's TaskQueue, priority and age. */
  readonly isEstimated: boolean;
  readonly next?: NextStepView;
}

export type FilterView = Omit<ExplainedFilter, 'clauses'> & {
  readonly clauses: readonly ClauseView[];
};

export type ClauseView = Omit<ExplainedClause, 'reasons'> & {
  readonly reasons: readonly string[];
};

export type StepView = Pick<ExplainedStep, 'at' | 'outcome' | 'position'> & {
  readonly label: string;
  readonly reasons: readonly string[];
};

/** What happens next: a sentence, or a step and when it begins, so that a clock can run down to it. */
export type NextStepView =
  | { readonly kind: 'sentence'; readonly sentence: string }
  | {
      readonly kind: 'step';
      readonly label: string;
      /** By the server's clock, in ms since the epoch. */
      readonly at: number;
    };

/** A longer expression fits no screen. */
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
    steps: steps.map((step) => stepView(step, say)),
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
  { index, name, expression, clauses, ...rest }: ExplainedFilter,
  say: (text: Message) => string,
  { present, localize }: Pick<DetailsContext, 'present' | 'localize'>,
): FilterView {
  const number = index === 'default' ? message('Default filter') : message('Filter {0}', index + 1);
  return {
    ...{ ...rest, index },
    // A filter without a name has its number for one.
    name: ['', String(Number(index) + 1)].includes(name) ? localize(number) : present.line(name),
    ...(expression !== undefined && {
      expression: present.line(expression, MAX_EXPRESSION_CHARS),
    }),
    clauses: clauses.map(({ text, outcome, reasons }) => ({
      ...{ text: present.line(text, MAX_EXPRESSION_CHARS), outcome },
      reasons: reasons.map(say),
    })),
  };
}

function stepView(
  { label, at, outcome, position, reasons }: ExplainedStep,
  say: (text: Message) => string,
): StepView {
  return {
    ...{ label: say(label), outcome, position, reasons: reasons.map(say) },
    ...(at !== undefined && { at }),
  };
}

function linkOf(
  { sid = '', name }: NamedResource,
  task: TaskReference,
  present: Presenter,
): ResourceLink {
  return resourceLinkOf({ sid, name: name === sid ? '' : present.line(name) }, task);
}

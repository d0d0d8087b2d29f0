import { formatMessage, plainEnglish } from '../messages/message.ts';
import { message, type Message } from '../messages/message.ts';
import { presenter } from '../privacy/presenter.ts';
import { checkConfiguration } from './check/checkConfiguration.ts';
import type { ProblemSeverity } from './check/routingProblem.ts';
import { readConfiguration } from './configuration/workflowConfiguration.ts';
import { evaluateText, type EvaluationText } from './expression/evaluation/evaluateText.ts';
import { EXPRESSION_SCOPES, type ExpressionScope } from './expression/names/expressionScope.ts';
import type { Candidate } from './simulate/candidates.ts';
import {
  readRoutedQueues,
  readRoutedTask,
  readRoutedWorkers,
} from './simulate/routingResources.ts';
import type { RoutingStep } from './simulate/routingStep.ts';
import { simulateRouting } from './simulate/simulateRouting.ts';

// For the boxes that expressions are typed into; here, as this is what loads the engine.
export { checkTaskExpression } from './check/checkTaskExpression.ts';

/** An expression with the values that it is evaluated for. */
export interface EvaluateRequest {
  readonly expression: string;
  /**
   * - `task`: keys of a Task's attributes, as in filters
   * - `worker`: keys of a Worker's attributes and `sid`, `friendly_name`, `activity_name`,
   *   `activity_sid`, as in `target_workers`
   * - `target`: `task.…` and `worker.…`, as in the expression of a target
   * - `skipIf`: `workers.available`, `workers.unavailable`, `workers.WA…`
   */
  readonly scope: ExpressionScope;
  /** JSON of the keys; for `target` `{"task": …, "worker": …}`, for `skipIf` `{"workers": …}`. */
  readonly values: string;
}

export interface CheckedProblem {
  readonly code: string;
  readonly message: string;
  /** In UTF-16 code units, as is `length`. */
  readonly offset: number;
  readonly length: number;
  readonly severity: ProblemSeverity;
}

export interface SimulateRequest {
  /** The text of a Workflow's configuration. */
  readonly configuration: string;
  /** JSON of a Task as the API gives it; what is missing is not known. */
  readonly task: string;
  /** JSON array of TaskQueues, each with `workers` (SIDs) and `counts` where they are known. */
  readonly queues?: string;
  /** JSON array of Workers, each with `channels` and `pending_reservations` where they are known. */
  readonly workers?: string;
}

export interface SimulatedStep {
  /** Seconds of the Task's age at which the step begins. */
  readonly age: number;
  readonly filter: number | 'default' | 'routingTarget' | null;
  readonly target: number | null;
  readonly queue: string | null;
  readonly priority: number | null;
  /** Friendly names, best first. */
  readonly eligible?: readonly string[];
  /** Of those whose expression is uncertain. */
  readonly unsure?: readonly string[];
  readonly outcome: 'waits' | 'skipped' | 'moved' | 'canceled' | 'uncertain';
  readonly reasons: readonly string[];
}

/** What other extensions can ask. Nothing in it asks the network or throws for what is in a text. */
export interface RoutingApi {
  /** @throws TypeError for an unknown scope */
  evaluate(request: EvaluateRequest): Promise<EvaluationText>;
  /** @param configuration the text of a Workflow's configuration */
  check(configuration: string): Promise<readonly CheckedProblem[]>;
  simulate(request: SimulateRequest): Promise<{ readonly steps: readonly SimulatedStep[] }>;
}

export const routingApi: RoutingApi = {
  evaluate: (request) => answer(() => evaluate(request)),
  check: (configuration) => answer(() => check(configuration)),
  simulate: (request) => answer(() => ({ steps: simulate(request) })),
};

/** A fault of the caller rejects, as a promise should. */
function answer<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => {
    resolve(work());
  });
}

function evaluate({ expression, scope, values }: EvaluateRequest): EvaluationText {
  if (!EXPRESSION_SCOPES.includes(scope)) {
    throw new TypeError(`scope: ${scope} (${EXPRESSION_SCOPES.join(', ')})`);
  }
  return evaluateText(expression, scope, values);
}

function check(configuration: string): readonly CheckedProblem[] {
  return checkConfiguration(configuration).map(
    ({ code, message: text, offset, length, severity }) => ({
      ...{ code, message: inEnglish(text), offset, length, severity },
    }),
  );
}

function simulate({
  configuration,
  task,
  queues,
  workers,
}: SimulateRequest): readonly SimulatedStep[] {
  const read = {
    task: readRoutedTask(task),
    queues: queues === undefined ? [] : readRoutedQueues(queues),
    workers: workers === undefined ? [] : readRoutedWorkers(workers),
  };
  if (read.task === undefined) return [unreadable(message('The Task is not a JSON object.'))];
  if (read.queues === undefined)
    return [unreadable(message('The TaskQueues are not a JSON array.'))];
  if (read.workers === undefined) return [unreadable(message('The Workers are not a JSON array.'))];
  const steps = simulateRouting({
    configuration: readConfiguration(configuration),
    ...{ task: read.task, queues: read.queues },
    // They are the caller's own.
    present: presenter(false),
    ...(workers !== undefined && { workers: read.workers }),
  });
  return steps.map(shownStep);
}

function unreadable(reason: Message): SimulatedStep {
  return {
    ...{ age: 0, filter: null, target: null, queue: null, priority: null },
    ...{ outcome: 'uncertain', reasons: [inEnglish(reason)] },
  };
}

function shownStep({ workers, reasons, ...step }: RoutingStep): SimulatedStep {
  const names = (candidates: readonly Candidate[]) => candidates.map(({ worker }) => worker.name);
  return {
    ...step,
    ...(workers && { eligible: names(workers.eligible) }),
    ...(workers && workers.unsure.length > 0 && { unsure: names(workers.unsure) }),
    reasons: [...reasons, ...(workers?.reasons ?? [])].map(inEnglish),
  };
}

function inEnglish(text: Message): string {
  return formatMessage(text, plainEnglish);
}

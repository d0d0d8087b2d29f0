import type { JsonValue } from '../../json/jsonValue.ts';
import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { WorkflowTarget } from '../configuration/workflowConfiguration.ts';
import { evaluateExpression, outcomeOf } from '../expression/evaluation/evaluateExpression.ts';
import type { Evaluation } from '../expression/evaluation/evaluation.ts';
import { RoutingValues } from '../expression/evaluation/routingValues.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import { parseOrderBy } from '../expression/orderBy.ts';
import { parseExpression, type ParsedExpression } from '../expression/syntax/parseExpression.ts';
import { describeObstacle, obstacleOf, type Obstacle } from './availability.ts';
import { withReason } from './describeOutcome.ts';
import { orderWorkers } from './orderWorkers.ts';
import { targetValue, workerValue } from './routedValues.ts';
import type { RoutedQueue, RoutedTask, RoutedWorker } from './routingResources.ts';

/** What a Worker is to a step of a Task. */
export interface Candidate {
  readonly worker: RoutedWorker;
  /** Whether it is in the TaskQueue, by the server's answer or by the expression. */
  readonly isMember: Truth;
  /** Whether the expression of the target, and its known Worker, let it through. */
  readonly isMatch: Truth;
  readonly obstacle?: Obstacle;
}

type Truth = 'true' | 'false' | 'uncertain';

/** What is not asked for is not found out: it takes time for thousands of Workers. */
export interface StepWorkers {
  /** Whether anybody can or may take the Task. */
  readonly mayTake: boolean;
  /** All that were given: first those who can take the Task, in the order in which they are offered it. */
  readonly all: readonly Candidate[];
  readonly eligible: readonly Candidate[];
  readonly unsure: readonly Candidate[];
  readonly reasons: readonly Message[];
}

const MAX_REASONS = 10;

interface Membership {
  /** Absent if the expression of the TaskQueue is not known. */
  readonly parsed?: ParsedExpression;
  /** By the index of the Worker, where it was asked for. */
  readonly found: Truth[];
}

/** Finds who can take a Task at a step, of Workers and TaskQueues that stay the same from step to step. */
export class Candidates {
  readonly #task: RoutedTask;
  readonly #queues: readonly RoutedQueue[];
  readonly #workers: readonly RoutedWorker[];
  readonly #present: Presenter;
  /** By the TaskQueue: what each Worker is to it. */
  readonly #memberships = new Map<RoutedQueue, Membership>();

  constructor(
    task: RoutedTask,
    queues: readonly RoutedQueue[],
    workers: readonly RoutedWorker[],
    present: Presenter,
  ) {
    this.#task = task;
    this.#queues = queues;
    this.#workers = workers;
    this.#present = present;
  }

  /** @param name its SID, or its friendly name where no SID is known */
  queue(name: string | undefined): RoutedQueue | undefined {
    if (name === undefined) return undefined;
    return (
      this.#queues.find(({ sid }) => sid === name) ??
      this.#queues.find((queue) => queue.name === name)
    );
  }

  of(queue: RoutedQueue | undefined, target: WorkflowTarget | undefined): StepWorkers {
    const tests = target === undefined ? [] : testsOf(target);
    const orderBy = target?.orderBy?.kind === 'string' ? target.orderBy.value : undefined;
    return new LazyStep({
      judge: () => this.#judge(queue, tests, orderBy),
      describe: (all) => this.#describe(all, queue, tests),
      mayTake: () =>
        this.#workers.some((worker, index) => {
          if (obstacleOf(worker, this.#task.channel) !== undefined) return false;
          const isMember = this.#isMember(queue, worker, index);
          return isMember !== 'false' && this.#matches(tests, worker) !== 'false';
        }),
    });
  }

  #judge(
    queue: RoutedQueue | undefined,
    tests: readonly ParsedExpression[],
    orderBy: string | undefined,
  ): JudgedWorkers {
    const clauses = orderBy === undefined ? [] : parseOrderBy(orderBy).clauses;
    const possible: Candidate[] = [];
    const others: Candidate[] = [];
    for (const [index, worker] of this.#workers.entries()) {
      const isMember = this.#isMember(queue, worker, index);
      const obstacle = obstacleOf(worker, this.#task.channel);
      // Of those who are not in the TaskQueue nothing more is asked.
      const isMatch = isMember === 'false' ? 'true' : this.#matches(tests, worker);
      const isPossible = isMember !== 'false' && isMatch !== 'false' && obstacle === undefined;
      if (isPossible) possible.push({ worker, isMember, isMatch });
      else others.push({ worker, isMember, isMatch, ...(obstacle && { obstacle }) });
    }
    const sorted = orderWorkers(possible, clauses, (worker) => this.valuesOf(worker));
    const isCertain = ({ isMember, isMatch }: Candidate) =>
      isMember === 'true' && isMatch === 'true';
    return {
      all: [...sorted, ...others],
      eligible: sorted.filter(isCertain),
      unsure: sorted.filter((candidate) => !isCertain(candidate)),
    };
  }

  /** Of the scope `target`. */
  valuesOf(worker: RoutedWorker): RoutingValues {
    return new RoutingValues('target', targetValue(this.#task, workerValue(worker)));
  }

  #matches(tests: readonly ParsedExpression[], worker: RoutedWorker): Truth {
    let found: Truth = 'true';
    for (const test of tests) {
      const outcome = outcomeOf(test, this.valuesOf(worker));
      if (outcome === 'false') return outcome;
      if (outcome !== 'true') found = 'uncertain';
    }
    return found;
  }

  #isMember(queue: RoutedQueue | undefined, worker: RoutedWorker, index: number): Truth {
    if (queue === undefined) return 'true';
    if (queue.members !== undefined) return queue.members.has(worker.sid ?? '') ? 'true' : 'false';
    let membership = this.#memberships.get(queue);
    if (membership === undefined) {
      const { targetWorkers: text } = queue;
      membership = { found: [], ...(text !== undefined && { parsed: parseExpression(text) }) };
      this.#memberships.set(queue, membership);
    }
    const { parsed, found } = membership;
    if (parsed === undefined) return 'true';
    return (found[index] ??= truthIn('worker', parsed, workerValue(worker)));
  }

  /** Why some of the Workers cannot take the Task, or may not. */
  #describe(
    all: readonly Candidate[],
    queue: RoutedQueue | undefined,
    tests: readonly ParsedExpression[],
  ): readonly Message[] {
    const reasons: Message[] = [];
    const present = this.#present;
    for (const { worker, isMember, isMatch, obstacle } of all) {
      if (reasons.length >= MAX_REASONS) break;
      const name = present.line(worker.name);
      if (isMember === 'false') continue;
      const { evaluation } = isMatch === 'true' ? {} : matchOf(tests, this.valuesOf(worker));
      if (isMatch === 'false') {
        reasons.push(
          withReason(message('{0} does not match the target.', name), evaluation, present),
        );
      } else if (obstacle !== undefined) {
        reasons.push(describeObstacle(obstacle, worker, this.#task.channel, present));
      } else if (isMatch === 'uncertain') {
        const text = message('Whether {0} matches the target is uncertain.', name);
        reasons.push(withReason(text, evaluation, present));
      } else if (isMember === 'uncertain') {
        const text = message('Whether {0} is in the TaskQueue is uncertain.', name);
        const parsed = parseExpression(queue?.targetWorkers ?? '');
        reasons.push(withReason(text, evaluateIn('worker', parsed, workerValue(worker)), present));
      }
    }
    return reasons;
  }
}

type JudgedWorkers = Pick<StepWorkers, 'all' | 'eligible' | 'unsure'>;

interface StepWork {
  judge(): JudgedWorkers;
  describe(all: readonly Candidate[]): readonly Message[];
  mayTake(): boolean;
}

class LazyStep implements StepWorkers {
  readonly #work: StepWork;
  #judged: JudgedWorkers | undefined;
  #reasons: readonly Message[] | undefined;
  #mayTake: boolean | undefined;

  constructor(work: StepWork) {
    this.#work = work;
  }

  get mayTake(): boolean {
    return (this.#mayTake ??= this.#work.mayTake());
  }

  get all(): readonly Candidate[] {
    return this.#judge().all;
  }

  get eligible(): readonly Candidate[] {
    return this.#judge().eligible;
  }

  get unsure(): readonly Candidate[] {
    return this.#judge().unsure;
  }

  get reasons(): readonly Message[] {
    return (this.#reasons ??= this.#work.describe(this.all));
  }

  #judge(): JudgedWorkers {
    return (this.#judged ??= this.#work.judge());
  }
}

/** The first test that fails, or else the first in doubt. */
export function matchOf(
  tests: readonly ParsedExpression[],
  values: RoutingValues,
): { readonly isMatch: Truth; readonly evaluation?: Evaluation } {
  let doubtful: Evaluation | undefined;
  for (const test of tests) {
    const evaluation = evaluateExpression(test, values);
    if (evaluation.outcome === 'false') return { isMatch: 'false', evaluation };
    if (evaluation.outcome !== 'true') doubtful ??= evaluation;
  }
  return doubtful === undefined
    ? { isMatch: 'true' }
    : { isMatch: 'uncertain', evaluation: doubtful };
}

/** What a Worker must meet at a target: its expression, and that it is the known Worker. */
export function testsOf(target: WorkflowTarget): readonly ParsedExpression[] {
  const { expression, knownWorkerSid, knownWorkerName } = target;
  const text = expression?.kind === 'string' ? expression.value : undefined;
  const texts = [text, ...knownWorkerTests(target)];
  const isPlaceholder = [expression, knownWorkerSid, knownWorkerName].some(
    (node) => node?.kind === 'placeholder',
  );
  const all = isPlaceholder ? [...texts, '${unknown}'] : texts;
  return all.filter((text) => text !== undefined).map(parseExpression);
}

/** That a Worker is the one which the Task names. */
export function knownWorkerTests({
  knownWorkerSid,
  knownWorkerName,
}: WorkflowTarget): readonly string[] {
  return [
    ...(knownWorkerSid?.kind === 'string' ? [`worker.sid == ${knownWorkerSid.value}`] : []),
    ...(knownWorkerName?.kind === 'string'
      ? [`worker.friendly_name == ${knownWorkerName.value}`]
      : []),
  ];
}

/** Without values, an expression that names any is uncertain. */
export function evaluateIn(
  scope: ExpressionScope,
  parsed: ParsedExpression,
  value: JsonValue | undefined,
): Evaluation {
  if (value !== undefined) return evaluateExpression(parsed, new RoutingValues(scope, value));
  const hidden = parsed.tokens.some(({ kind }) => kind === 'path')
    ? parseExpression('${unknown}')
    : parsed;
  return evaluateExpression(hidden, new RoutingValues(scope, { kind: 'object', members: [] }));
}

/** The outcome alone, which takes a part of the time. */
export function truthIn(
  scope: ExpressionScope,
  parsed: ParsedExpression,
  value: JsonValue | undefined,
): Truth {
  if (value === undefined) return truthOf(evaluateIn(scope, parsed, value));
  return truthOf({ outcome: outcomeOf(parsed, new RoutingValues(scope, value)) });
}

/** What cannot be parsed decides nothing. */
export function truthOf({ outcome }: Pick<Evaluation, 'outcome'>): Truth {
  return outcome === 'invalid' ? 'uncertain' : outcome;
}

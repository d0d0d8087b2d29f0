import type { JsonValue } from '../../json/jsonValue.ts';
import { message, type Message } from '../../messages/message.ts';
import { shownText } from '../../messages/shownText.ts';
import type { WorkflowTarget } from '../configuration/workflowConfiguration.ts';
import { evaluateExpression } from '../expression/evaluation/evaluateExpression.ts';
import type { Evaluation } from '../expression/evaluation/evaluation.ts';
import { RoutingValues } from '../expression/evaluation/routingValues.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import { parseExpression, type ParsedExpression } from '../expression/syntax/parseExpression.ts';
import { obstacleOf, type Obstacle } from './availability.ts';
import { withReason } from './describeOutcome.ts';
import { orderWorkers } from './orderWorkers.ts';
import { targetValue, workerValue } from './routedValues.ts';
import type { RoutedQueue, RoutedTask, RoutedWorker } from './routingResources.ts';

/** What a Worker is to a step of a Task, and why. */
export interface Candidate {
  readonly worker: RoutedWorker;
  /** Of the Task and the Worker, for the expression of a target. */
  readonly values: RoutingValues;
  /** By the server's answer, or by the expression of the TaskQueue. */
  readonly isMember: Truth;
  /** Why, where an expression says so. */
  readonly membership?: Evaluation;
  /** Whether the expression of the target, and its known Worker, let it through. */
  readonly isMatch: Truth;
  readonly match?: Evaluation;
  readonly obstacle?: Obstacle;
}

type Truth = 'true' | 'false' | 'uncertain';

/** The Workers of a step, the known ones of its TaskQueue first asked. */
export interface StepWorkers {
  /** All that were given, in the order in which the Task is offered to those who can take it. */
  readonly all: readonly Candidate[];
  readonly eligible: readonly Candidate[];
  readonly unsure: readonly Candidate[];
  readonly reasons: readonly Message[];
}

const MAX_REASONS = 10;

/** Finds who can take a Task at a step, of Workers and TaskQueues that stay the same from step to step. */
export class Candidates {
  readonly #task: RoutedTask;
  readonly #queues: readonly RoutedQueue[];
  readonly #workers: readonly { readonly worker: RoutedWorker; readonly value?: JsonValue }[];
  /** By the TaskQueue: what each Worker is to it. */
  readonly #members = new Map<RoutedQueue, ReadonlyMap<RoutedWorker, Membership>>();

  constructor(task: RoutedTask, queues: readonly RoutedQueue[], workers: readonly RoutedWorker[]) {
    this.#task = task;
    this.#queues = queues;
    this.#workers = workers.map((worker) => {
      const value = workerValue(worker);
      return value === undefined ? { worker } : { worker, value };
    });
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
    const members = queue && this.#membersOf(queue);
    const tests = target === undefined ? [] : testsOf(target);
    const found = this.#workers.map(({ worker, value }): Candidate => {
      const membership = members?.get(worker) ?? { isMember: 'true' as const };
      const obstacle = obstacleOf(worker, this.#task.channel);
      const values = new RoutingValues('target', targetValue(this.#task, value));
      const matching = matchOf(tests, values, membership.isMember);
      return { worker, values, ...membership, ...matching, ...(obstacle && { obstacle }) };
    });
    const orderBy = target?.orderBy?.kind === 'string' ? target.orderBy.value : undefined;
    const all = orderWorkers(found, orderBy);
    const possible = all.filter(
      ({ isMember, isMatch, obstacle }) =>
        isMember !== 'false' && isMatch !== 'false' && obstacle === undefined,
    );
    const isCertain = ({ isMember, isMatch }: Candidate) =>
      isMember === 'true' && isMatch === 'true';
    return {
      all,
      eligible: possible.filter(isCertain),
      unsure: possible.filter((candidate) => !isCertain(candidate)),
      reasons: describeCandidates(all),
    };
  }

  #membersOf(queue: RoutedQueue): ReadonlyMap<RoutedWorker, Membership> {
    const known = this.#members.get(queue);
    if (known !== undefined) return known;
    const { members, targetWorkers } = queue;
    const parsed = targetWorkers === undefined ? undefined : parseExpression(targetWorkers);
    const found = this.#workers.map(({ worker, value }): [RoutedWorker, Membership] => {
      if (members !== undefined) {
        return [worker, { isMember: members.has(worker.sid ?? '') ? 'true' : 'false' }];
      }
      if (parsed === undefined) return [worker, { isMember: 'true' }];
      const membership = evaluateIn('worker', parsed, value);
      return [worker, { isMember: truthOf(membership), membership }];
    });
    const result = new Map(found);
    this.#members.set(queue, result);
    return result;
  }
}

interface Membership {
  readonly isMember: Truth;
  readonly membership?: Evaluation;
}

function matchOf(
  tests: readonly ParsedExpression[],
  values: RoutingValues,
  isMember: Truth,
): Pick<Candidate, 'isMatch' | 'match'> {
  // Of those who are not in the TaskQueue nothing more is asked.
  if (isMember === 'false') return { isMatch: 'true' };
  let doubtful: Evaluation | undefined;
  for (const test of tests) {
    const match = evaluateExpression(test, values);
    if (match.outcome === 'false') return { isMatch: 'false', match };
    if (match.outcome !== 'true') doubtful ??= match;
  }
  return doubtful === undefined ? { isMatch: 'true' } : { isMatch: 'uncertain', match: doubtful };
}

/** What a Worker must meet at a target: its expression, and that it is the known Worker. */
function testsOf(target: WorkflowTarget): readonly ParsedExpression[] {
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

/** What cannot be parsed decides nothing. */
export function truthOf({ outcome }: Evaluation): Truth {
  return outcome === 'invalid' ? 'uncertain' : outcome;
}

function describeCandidates(all: readonly Candidate[]): readonly Message[] {
  const reasons: Message[] = [];
  for (const { worker, isMember, isMatch, match, membership, obstacle } of all) {
    if (reasons.length >= MAX_REASONS) break;
    const name = shownText(worker.name, false);
    if (isMember === 'false') continue;
    if (isMatch === 'false') {
      reasons.push(withReason(message('{0} does not match the target.', name), match));
    } else if (obstacle !== undefined) reasons.push(obstacle.reason);
    else if (isMatch === 'uncertain') {
      reasons.push(
        withReason(message('Whether {0} matches the target is uncertain.', name), match),
      );
    } else if (isMember === 'uncertain') {
      const text = message('Whether {0} is in the TaskQueue is uncertain.', name);
      reasons.push(withReason(text, membership));
    }
  }
  return reasons;
}

import { describeDuration } from '../../messages/duration.ts';
import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import {
  countIn,
  memberValue,
  type ConfigurationNode,
} from '../configuration/configurationNode.ts';
import type {
  WorkflowConfiguration,
  WorkflowFilter,
  WorkflowTarget,
} from '../configuration/workflowConfiguration.ts';
import { evaluateExpression } from '../expression/evaluation/evaluateExpression.ts';
import { parseExpression } from '../expression/syntax/parseExpression.ts';
import {
  Candidates,
  evaluateIn,
  knownWorkerTests,
  truthOf,
  type StepWorkers,
} from './candidates.ts';
import { describeFilter } from './describeOutcome.ts';
import { routeDirectly } from './routeDirectly.ts';
import type { RoutedQueue, RoutedTask, RoutedWorker } from './routingResources.ts';
import type { RoutingStep, StepPosition } from './routingStep.ts';
import { skipOutcome } from './skipCondition.ts';

export interface Simulation {
  readonly configuration: WorkflowConfiguration;
  readonly task: RoutedTask;
  readonly queues?: readonly RoutedQueue[] | undefined;
  /** Undefined if they are not known, which is not the same as none. */
  readonly workers?: readonly RoutedWorker[] | undefined;
  /** Where the Task is known to be; by default it has just been created. */
  readonly from?: StepPosition | undefined;
  /** For the reasons, which hold names and values. */
  readonly present: Presenter;
}

/**
 * The way of a Task through a Workflow from its creation on, if no Reservation is accepted and all stays
 * as it is. Timeouts add up and run on the Task's age.
 *
 * @see https://www.twilio.com/docs/taskrouter/task-evaluation
 */
export function simulateRouting(simulation: Simulation): readonly RoutingStep[] {
  const { task, queues = [], workers, present } = simulation;
  const candidates = new Candidates(task, queues, workers ?? [], present);
  const { routingTarget } = task;
  if (routingTarget !== undefined) {
    return routeDirectly(routingTarget, task, candidates, workers !== undefined, present);
  }
  return new Walk(simulation, candidates).steps();
}

class Walk {
  readonly #simulation: Simulation;
  readonly #candidates: Candidates;
  readonly #present: Presenter;
  readonly #steps: RoutingStep[] = [];
  /** For the next step. */
  #reasons: Message[] = [];
  #age: number;
  #priority: number | null;
  /** What the Task left so far, and by what. */
  #wasTimedOut = false;
  #wasSkipped = false;

  constructor(simulation: Simulation, candidates: Candidates) {
    this.#simulation = simulation;
    this.#candidates = candidates;
    this.#present = simulation.present;
    this.#age = simulation.from?.age ?? 0;
    this.#priority = simulation.task.priority ?? null;
  }

  steps(): readonly RoutingStep[] {
    const { configuration, from } = this.#simulation;
    const { routing, filters, faults } = configuration;
    if (routing === undefined) {
      this.#uncertain(null, message('The configuration cannot be read.'));
      return this.#steps;
    }
    if (faults.length > 0) {
      this.#reasons.push(message('The configuration is not valid JSON, so the steps may differ.'));
    }
    const array = memberValue(routing, 'filters');
    if (array?.kind === 'placeholder') {
      this.#uncertain(null, message('The filters are a placeholder.'));
      return this.#steps;
    }
    const elements = array?.kind === 'array' ? array.elements : [];
    const byNode = new Map(filters.map((filter) => [filter.node as ConfigurationNode, filter]));
    for (const [index, element] of elements.entries()) {
      if (from !== undefined && (from.filter === 'default' || index < from.filter)) continue;
      const filter = byNode.get(element);
      if (filter === undefined && element.kind !== 'placeholder') continue;
      if (filter === undefined) {
        this.#uncertain(index, message('Filter {0} is a placeholder.', index + 1));
        return this.#steps;
      }
      if (this.#passFilter(filter) === 'ends') return this.#steps;
    }
    this.#afterFilters(configuration);
    return this.#steps;
  }

  #passFilter(filter: WorkflowFilter): 'ends' | 'goesOn' {
    const { index, expression, targets, isOpen } = filter;
    if (expression?.kind !== 'string') {
      this.#uncertain(
        index,
        expression === undefined
          ? message('Twilio does not document a filter without an expression.')
          : message('The expression of filter {0} is not known.', index + 1),
      );
      return 'ends';
    }
    const { from, task } = this.#simulation;
    const first = from?.filter === index ? (from.target ?? 0) : 0;
    const evaluation = evaluateIn('task', parseExpression(expression.value), task.attributes);
    const reason = describeFilter(filter, evaluation, this.#present);
    const truth = truthOf(evaluation);
    // Where the Task is known to be, TaskRouter let it through.
    if (from?.filter !== index || truth === 'true') {
      if (truth === 'uncertain') {
        this.#uncertain(index, reason);
        return 'ends';
      }
      this.#reasons.push(reason);
      if (truth === 'false') return 'goesOn';
    }
    if (targets.length === 0 || isOpen) {
      this.#uncertain(index, message('The targets of filter {0} are not known.', index + 1));
      return 'ends';
    }
    for (const target of targets) {
      if (target.index < first) continue;
      const isLast = target === targets.at(-1);
      if (this.#passTarget(index, target, isLast) === 'ends') return 'ends';
    }
    return 'goesOn';
  }

  #passTarget(filter: number, target: WorkflowTarget, isLast: boolean): 'ends' | 'goesOn' {
    const { workers, task, from } = this.#simulation;
    const name = target.queue?.kind === 'string' ? target.queue.value : undefined;
    const queue = this.#candidates.queue(name);
    const found = workers && this.#candidates.of(queue, target);
    const own = countIn(target.priority);
    const priority = target.priority === undefined ? this.#priority : (own ?? null);
    const step = { filter, target: target.index, queue: name ?? null, priority };
    const { skipIf, timeout } = target;
    // Who is in a step has not skipped it.
    const isEntered = from?.filter === filter && from.target === target.index;
    if (skipIf !== undefined && !isEntered) {
      const { outcome, reason } = skipOutcome(skipIf, queue, found, this.#present);
      this.#reasons.push(reason);
      if (outcome !== 'stays') {
        this.#add({ ...step, outcome }, found);
        this.#wasSkipped = true;
        return outcome === 'skipped' ? 'goesOn' : 'ends';
      }
    }
    this.#noteKnownWorker(target, found);
    this.#priority = priority;
    if (timeout === undefined) {
      this.#reasons.push(message('This target has no timeout, so the Task stays here.'));
      return this.#wait(step, found);
    }
    const seconds = countIn(timeout);
    if (seconds === undefined) {
      this.#reasons.push(message('The timeout of this target is not a number.'));
      this.#add({ ...step, outcome: 'uncertain' }, found);
      return 'ends';
    }
    const end = this.#age + seconds;
    if (task.timeout !== undefined && end >= task.timeout) return this.#wait(step, found);
    const { reservationTimeout } = task;
    const mayBeReserved = found?.mayTake !== false;
    if (!isLast && mayBeReserved) this.#reasons.push(conflict());
    if (reservationTimeout !== undefined && reservationTimeout < seconds && !isLast) {
      // Known to happen as soon as there is a Worker: then two pages of the documentation contradict each other.
      if (mayBeReserved) {
        this.#add({ ...step, outcome: 'uncertain' }, found);
        return 'ends';
      }
    }
    this.#reasons.push(
      message('This target times out when the Task is {0} old.', describeDuration(end)),
    );
    this.#add({ ...step, outcome: 'moved' }, found);
    this.#wasTimedOut = true;
    this.#age = end;
    return 'goesOn';
  }

  #noteKnownWorker(target: WorkflowTarget, found: StepWorkers | undefined): void {
    const { knownWorkerSid, knownWorkerName } = target;
    if (knownWorkerSid === undefined && knownWorkerName === undefined) return;
    if (found?.mayTake !== false) return;
    this.#reasons.push(
      message('The known Worker cannot take the Task, which stays in this step in every case.'),
    );
    const tests = knownWorkerTests(target).map(parseExpression);
    const isElsewhere = found.all.some(({ isMember, worker }) => {
      if (isMember !== 'false') return false;
      const values = this.#candidates.valuesOf(worker);
      return tests.every((test) => evaluateExpression(test, values).outcome === 'true');
    });
    if (isElsewhere) {
      this.#reasons.push(message('The known Worker is not in the TaskQueue (error 40152).'));
    }
  }

  /** In a step that is left by the Task's own timeout only. */
  #wait(step: StepStart, workers: StepWorkers | undefined): 'ends' {
    this.#add({ ...step, outcome: 'waits' }, workers);
    const { timeout } = this.#simulation.task;
    if (timeout !== undefined) {
      this.#age = timeout;
      this.#cancel(
        step.filter,
        message('The Task is {0} old: Task TTL Exceeded.', describeDuration(timeout)),
      );
    }
    return 'ends';
  }

  #afterFilters({ root, routing, defaultFilter }: WorkflowConfiguration): void {
    const last = this.#steps.at(-1)?.filter ?? null;
    if (this.#wasTimedOut) {
      this.#cancel(
        last,
        message(
          'No target is left and no other filter matches: Task canceled on Workflow timeout.',
        ),
      );
      return;
    }
    if (routing?.isOpen === true && defaultFilter === undefined) {
      this.#uncertain(null, message('A placeholder may stand for a default_filter.'));
      return;
    }
    const isMisplaced = root?.kind === 'object' && memberValue(root, 'default_filter');
    if (isMisplaced && defaultFilter === undefined) {
      const text = message('Twilio does not document a default_filter outside of task_routing.');
      this.#uncertain(null, text);
      return;
    }
    if (defaultFilter === undefined) {
      this.#cancel(
        last,
        this.#wasSkipped
          ? message('The last target is skipped and there is no default_filter.')
          : message('No filter matches and there is no default_filter (error 14222).'),
      );
      return;
    }
    const queue = defaultFilter.queue?.kind === 'string' ? defaultFilter.queue.value : undefined;
    this.#reasons.push(
      this.#wasSkipped
        ? message('All targets are skipped, so the Task goes to the default_filter.')
        : message('No filter matches, so the Task goes to the default_filter.'),
    );
    // What another priority means there is not documented.
    const priority = defaultFilter.priority === undefined ? this.#priority : null;
    const found =
      this.#simulation.workers && this.#candidates.of(this.#candidates.queue(queue), undefined);
    this.#wait({ filter: 'default', target: null, queue: queue ?? null, priority }, found);
  }

  #cancel(filter: RoutingStep['filter'], reason: Message): void {
    this.#reasons.push(reason);
    const { queue = null } = this.#steps.at(-1) ?? {};
    this.#add({ filter, target: null, queue, priority: this.#priority, outcome: 'canceled' });
  }

  #uncertain(filter: number | null, reason: Message): void {
    this.#reasons.push(reason);
    const { queue = null } = this.#steps.at(-1) ?? {};
    this.#add({ filter, target: null, queue, priority: this.#priority, outcome: 'uncertain' });
  }

  #add(step: StepStart & Pick<RoutingStep, 'outcome'>, workers?: StepWorkers): void {
    const reasons = this.#reasons;
    this.#steps.push({ age: this.#age, ...step, ...(workers && { workers }), reasons });
    this.#reasons = [];
  }
}

type StepStart = Pick<RoutingStep, 'filter' | 'target' | 'queue' | 'priority'>;

/** The page on Task evaluation and that on the lifecycle. */
function conflict(): Message {
  return message(
    'Sources conflict on what follows if a Reservation times out before the target: the next target at once, or other Workers of this one.',
  );
}

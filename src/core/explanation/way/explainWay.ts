import { describeDuration } from '../../messages/duration.ts';
import { message, type Message } from '../../messages/message.ts';
import { isTime } from '../../resources/timestamp.ts';
import type { WorkflowTarget } from '../../routing/configuration/workflowConfiguration.ts';
import type { StepWorkers } from '../../routing/simulate/candidates.ts';
import type { RoutingStep } from '../../routing/simulate/routingStep.ts';
import { simulateRouting } from '../../routing/simulate/simulateRouting.ts';
import { locateStep, type CurrentStep } from './currentStep.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import { explainFilters } from './explainFilters.ts';
import { explainVisits } from './explainVisits.ts';
import type { Offer } from '../subject/reservationOffers.ts';
import type { RoutedWorkspace } from '../subject/routedWorkspace.ts';
import type { ExplainedStep, RoutingWay } from '../routingExplanation.ts';
import type { RoutingVisit } from './routingVisits.ts';
import type { ShownRouting } from '../shownRouting.ts';

/** The way of a Task through its Workflow, and the step that it is in. */
export interface ExplainedWay {
  readonly way: RoutingWay;
  readonly current?: CurrentStep;
  /** Absent for the default, and if the step is not known. */
  readonly target?: WorkflowTarget;
  /** The Workers of the step that the Task is in; absent if none are known. */
  readonly workers?: StepWorkers;
}

export interface WayRequest {
  readonly task: ExplainedTask;
  readonly workspace: RoutedWorkspace;
  readonly visits: readonly RoutingVisit[];
  readonly offers: readonly Offer[];
  readonly shown: ShownRouting;
  /** By the server's clock, in ms since the epoch. */
  readonly now: number;
}

export function explainWay(request: WayRequest): ExplainedWay {
  const { task, workspace, visits, shown, now } = request;
  const { workflow, queues, workers } = workspace;
  const named = shownWorkflow(request);
  const told = explainVisits(request);
  if (task.state !== 'waiting' || workflow === undefined) {
    const filters = workflow === undefined ? [] : explainFilters(request, undefined, []);
    const current = told.findIndex(
      ({ outcome }) => task.state === 'waiting' && outcome === 'waits',
    );
    const steps = told.map((step, index) =>
      index === current ? { ...step, position: 'current' as const } : step,
    );
    return {
      way: {
        ...{ ...(named && { workflow: named }), filters, steps },
        ...(current >= 0 && { current, currentBy: 'events' }),
      },
    };
  }
  const { configuration, reservationTimeout } = workflow;
  const { present } = shown;
  const age = task.created === undefined ? 0 : Math.floor((now - task.created) / 1000);
  const routed = {
    ...task.routed,
    ...(reservationTimeout !== undefined && { reservationTimeout }),
  };
  const direct = task.routed.routingTarget !== undefined;
  const current = direct ? undefined : locateStep(task, workspace, visits, age);
  const simulated = simulateRouting({
    ...{ configuration, task: routed, queues, workers, present },
    ...(current && { from: current }),
  });
  const isKnown = current !== undefined || direct;
  const ahead = simulated.map((step, index) =>
    explainStep(step, request, isKnown ? (index === 0 ? 'current' : 'ahead') : 'unknown'),
  );
  const passed = current === undefined ? [] : passedSteps(request, current, told);
  const first = simulated[0];
  const next = isKnown ? describeNext(simulated, current, request) : undefined;
  return {
    way: {
      ...(named && { workflow: named }),
      filters: explainFilters(request, current, simulated),
      steps: [...passed, ...ahead],
      ...(isKnown && ahead.length > 0 && { current: passed.length }),
      ...(isKnown && { currentBy: current?.by ?? 'events' }),
      ...(next && { next }),
    },
    ...(current && { current }),
    ...(current && targetOf(request, current)),
    ...(isKnown && first?.workers && { workers: first.workers }),
  };
}

function shownWorkflow({ task, workspace, shown }: WayRequest) {
  const sid = workspace.workflow?.sid ?? task.workflowSid;
  const name = workspace.workflow?.name ?? task.workflowName ?? sid;
  if (name === undefined) return undefined;
  return { ...(sid !== undefined && { sid }), name: shown.present.line(name) };
}

function targetOf({ workspace }: WayRequest, { filter, target }: CurrentStep) {
  const filters = workspace.workflow?.configuration.filters ?? [];
  const found = filters
    .find(({ index }) => index === filter)
    ?.targets.find(({ index }) => index === target);
  return found === undefined ? {} : { target: found };
}

/** The steps before the present one: by the Task's events if there are any, otherwise by simulation. */
function passedSteps(
  request: WayRequest,
  { by, filter, target }: CurrentStep,
  told: readonly ExplainedStep[],
): readonly ExplainedStep[] {
  const { task, workspace } = request;
  const { workflow, queues, workers } = workspace;
  if (by === 'events' && told.length > 1) return told.slice(0, -1);
  if (workflow === undefined || (filter === 0 && target === 0)) return [];
  const simulated = simulateRouting({
    ...{ configuration: workflow.configuration, task: task.routed, queues, workers },
    present: request.shown.present,
  });
  const index = simulated.findIndex((step) => step.filter === filter && step.target === target);
  // Which Workers were available then is not known, so the simulation may not get here.
  if (index < 0) return [];
  return simulated.slice(0, index).map((step) => explainStep(step, request, 'passed'));
}

function explainStep(
  { age, filter, target, queue: name, priority, outcome, reasons }: RoutingStep,
  { task, shown }: WayRequest,
  position: ExplainedStep['position'],
): ExplainedStep {
  const queue = shown.queue(name ?? undefined);
  const at = task.created === undefined ? undefined : task.created + age * 1000;
  return {
    ...{ age, filter, target, priority, outcome, position, reasons },
    ...(at !== undefined && isTime(at) && { at }),
    ...(queue && outcome !== 'canceled' && { queue }),
    label: outcome === 'canceled' ? message('Canceled') : shown.step(filter, queue, priority),
  };
}

function describeNext(
  steps: readonly RoutingStep[],
  current: CurrentStep | undefined,
  { task, shown, now }: WayRequest,
): Message | undefined {
  const next = steps.find(({ outcome }, index) => index > 0 && outcome !== 'skipped');
  if (next === undefined || task.created === undefined) return undefined;
  const at = task.created + next.age * 1000;
  // The Task's own timeout runs from its creation, whatever happens to its targets.
  const isTimeout = next.age === task.routed.timeout;
  const isTimed = isTimeout || current?.isTimed !== false;
  if (next.outcome === 'canceled') {
    return isTimed ? message('Canceled at {0}', shown.clock(at)) : message('Then canceled');
  }
  const label = shown.step(next.filter, shown.queue(next.queue ?? undefined), next.priority);
  if (!isTimed) return message('Then: {0}', label);
  const seconds = Math.round((at - now) / 1000);
  return seconds <= 0
    ? message('Any moment: {0}', label)
    : message('In {0}: {1}', describeDuration(seconds), label);
}

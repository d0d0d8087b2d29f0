import { readConfiguration } from '../../core/routing/configuration/workflowConfiguration.ts';
import {
  readRoutedQueues,
  readRoutedTask,
  readRoutedWorkers,
} from '../../core/routing/simulate/routingResources.ts';
import type { RoutingStep } from '../../core/routing/simulate/routingStep.ts';
import { presenter } from '../../core/privacy/presenter.ts';
import { simulateRouting } from '../../core/routing/simulate/simulateRouting.ts';
import type {
  LifecycleStep,
  RoutedBy,
  SampleTask,
  SampleWorkflow,
  SampleWorkspace,
} from '../data/sampleWorkspace.ts';
import { sidIn } from '../sampleSid.ts';

/** TaskRouter's reason. https://www.twilio.com/docs/taskrouter/api/event */
const TIMED_OUT = 'Task canceled on Workflow timeout';

/**
 * A Workspace in which the Tasks without a TaskQueue go where their Workflow sends them. Their Reservations stay
 * as written. A Task leaves the Workflow when a Reservation is accepted, or when it ends.
 */
export function routeTasks(workspace: SampleWorkspace): SampleWorkspace {
  return { ...workspace, tasks: workspace.tasks.map((task) => routeTask(task, workspace)) };
}

function routeTask(task: SampleTask, workspace: SampleWorkspace): SampleTask {
  const [created, ...written] = task.lifecycle;
  const workflow = workspace.workflows.find(({ name }) => name === task.workflow);
  if (created?.step !== 'create' || created.queue !== undefined || workflow === undefined) {
    return task;
  }
  const steps = stepsOf(task, workflow, created.at, workspace);
  const [first, ...later] = steps.filter(({ outcome }) => outcome !== 'skipped');
  const entered = first && stepTo(first, workflow, workspace);
  const routed = later.flatMap((step): readonly LifecycleStep[] => {
    const at = created.at + step.age;
    if (step.outcome === 'canceled' && step.age >= task.timeout) return [];
    if (step.outcome === 'canceled') return [{ at, step: 'cancel', reason: TIMED_OUT }];
    const moved = stepTo(step, workflow, workspace);
    return moved === undefined ? [] : [{ at, step: 'moveToQueue', ...moved }];
  });
  const leaves = written.find(({ step }) => ['accept', 'complete', 'cancel'].includes(step));
  const taken = routed.filter(({ at }) => at < (leaves?.at ?? Infinity));
  const rest = [...taken, ...written].sort((one, other) => one.at - other.at);
  return { ...task, lifecycle: [{ ...created, ...entered }, ...rest] };
}

function stepsOf(
  task: SampleTask,
  workflow: SampleWorkflow,
  createdAt: number,
  workspace: SampleWorkspace,
): readonly RoutingStep[] {
  const { attributes, priority, timeout, channel } = task;
  const routed = readRoutedTask(
    JSON.stringify({ attributes, priority, timeout, task_channel_unique_name: channel }),
  );
  if (routed === undefined) return [];
  const queues = workspace.queues.map(({ name, targetWorkers }) => ({
    ...{ sid: sidIn(workspace, 'WQ', name), friendly_name: name, target_workers: targetWorkers },
  }));
  return simulateRouting({
    // No text of the result is shown.
    present: presenter(true),
    configuration: readConfiguration(workflow.configuration),
    task: routed,
    queues: readRoutedQueues(JSON.stringify(queues)) ?? [],
    workers: readRoutedWorkers(JSON.stringify(workersAt(createdAt, workspace))) ?? [],
  });
}

/** The Workers with their Activities at that time, as `skip_if` counts them. */
function workersAt(seconds: number, workspace: SampleWorkspace): readonly object[] {
  return workspace.workers.map(({ name, attributes, shifts }) => {
    const activity = shifts.findLast(({ at }) => at <= seconds)?.activity ?? '';
    return {
      sid: sidIn(workspace, 'WK', name),
      friendly_name: name,
      attributes,
      activity_name: activity,
      activity_sid: sidIn(workspace, 'WA', activity),
      available: workspace.activities.some((one) => one.name === activity && one.available),
    };
  });
}

/** The TaskQueue of a step of the Workflow. Returns `undefined` if it has none. */
function stepTo(
  { queue: sid, priority, filter, target }: RoutingStep,
  workflow: SampleWorkflow,
  workspace: SampleWorkspace,
): { readonly queue: string; readonly routedBy: RoutedBy } | undefined {
  const queue = workspace.queues.find(({ name }) => sidIn(workspace, 'WQ', name) === sid)?.name;
  if (queue === undefined) return undefined;
  const described =
    typeof filter === 'number' ? describeTarget(workflow, filter, target ?? 0) : undefined;
  return { queue, routedBy: { priority: priority ?? 0, ...described } };
}

function describeTarget(workflow: SampleWorkflow, at: number, target: number) {
  const filter = readConfiguration(workflow.configuration).filters[at];
  const expression = filter?.expression;
  const targetExpression = filter?.targets[target]?.expression;
  return {
    ...(expression?.kind === 'string' && {
      filter: { name: filter?.name ?? '', expression: expression.value },
    }),
    ...(targetExpression?.kind === 'string' && { targetExpression: targetExpression.value }),
  };
}

import { countIn } from '../../routing/configuration/configurationNode.ts';
import type { WorkflowConfiguration } from '../../routing/configuration/workflowConfiguration.ts';
import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import { evaluateIn, truthOf } from '../../routing/simulate/candidates.ts';
import type { StepPosition } from '../../routing/simulate/routingStep.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import type { RoutedWorkspace } from '../subject/routedWorkspace.ts';
import type { RoutingVisit } from './routingVisits.ts';

/** Where a waiting Task is in its Workflow. */
export interface CurrentStep extends StepPosition {
  readonly by: 'events' | 'estimated';
  /** Whether it ends after the documented sum of timeouts. Routing the Task again may restart its timeout. */
  readonly isTimed: boolean;
}

/**
 * The step of the Task's last event, if that fits the TaskQueue that the Task is in. Otherwise the step that fits
 * its TaskQueue, priority and age.
 *
 * @param age of the Task, in seconds
 */
export function locateStep(
  task: ExplainedTask,
  { workflow, queue }: RoutedWorkspace,
  visits: readonly RoutingVisit[],
  age: number,
): CurrentStep | undefined {
  const last = visits.at(-1);
  const isHere =
    last?.queue?.sid === undefined || last.queue.sid === '' || last.queue.sid === task.queueSid;
  if (last !== undefined && last.filter !== null && last.leftBy === undefined && isHere) {
    const { filter, target, from, evaluations, isCertain } = last;
    const began =
      from === undefined || task.created === undefined ? undefined : (from - task.created) / 1000;
    return {
      ...{ filter, target, age: Math.max(0, Math.floor(began ?? age)) },
      ...{ by: isCertain ? 'events' : 'estimated' },
      isTimed: began !== undefined && evaluations.length === 0,
    };
  }
  // The events name a target that the Workflow does not have any more.
  if (last?.filter === null && isHere && last.leftBy === undefined) return undefined;
  const configuration = workflow?.configuration;
  if (configuration === undefined || queue === undefined) return undefined;
  const places = placesIn(configuration, task).filter(
    (place) =>
      (place.queue === queue.sid || place.queue === queue.name) &&
      (place.priority === undefined ||
        task.priority === undefined ||
        place.priority === task.priority),
  );
  const found = places.findLast((place) => place.age <= age) ?? places[0];
  if (found === undefined) return undefined;
  const { filter, target, age: began } = found;
  return {
    filter,
    target,
    age: began,
    by: 'estimated',
    isTimed: found.isTimed && places.length === 1,
  };
}

interface Place extends StepPosition {
  readonly queue?: string;
  readonly priority?: number;
  /** Whether all targets before it are certain to be passed, so that its time is known. */
  readonly isTimed: boolean;
}

/** The targets that the Task may come to, with its age then if all before them time out. */
function placesIn(
  { filters, defaultFilter }: WorkflowConfiguration,
  { routed }: ExplainedTask,
): readonly Place[] {
  const places: Place[] = [];
  let age = 0;
  let isTimed = true;
  let isTaken = false;
  for (const { index, expression, targets } of filters) {
    const truth =
      expression?.kind === 'string'
        ? truthOf(evaluateIn('task', parseExpression(expression.value), routed.attributes))
        : 'uncertain';
    if (truth === 'false') continue;
    isTimed &&= truth === 'true';
    for (const { index: target, queue, priority, timeout, skipIf } of targets) {
      const count = countIn(priority);
      isTimed &&= skipIf === undefined;
      places.push({
        ...{ filter: index, target, age, isTimed },
        ...(queue?.kind === 'string' && { queue: queue.value }),
        ...(count !== undefined && { priority: count }),
      });
      isTaken ||= truth === 'true' && skipIf === undefined;
      const seconds = countIn(timeout);
      // Tasks stay in a target without a timeout, unless they skip it.
      if (seconds === undefined && truth === 'true' && skipIf === undefined) return places;
      if (seconds === undefined && skipIf === undefined) break;
      age += seconds ?? 0;
    }
  }
  const queue = defaultFilter?.queue;
  if (queue?.kind !== 'string' || isTaken) return places;
  return [...places, { filter: 'default', target: null, age: 0, isTimed, queue: queue.value }];
}

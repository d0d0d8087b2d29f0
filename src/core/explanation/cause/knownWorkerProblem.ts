import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import { RoutingValues } from '../../routing/expression/evaluation/routingValues.ts';
import { printValue } from '../../routing/expression/evaluation/routingValue.ts';
import { parseKnownWorker } from '../../routing/expression/knownWorker.ts';
import type { Candidate, StepWorkers } from '../../routing/simulate/candidates.ts';
import { evaluateIn, knownWorkerTests, truthOf } from '../../routing/simulate/candidates.ts';
import { targetValue, workerValue } from '../../routing/simulate/routedValues.ts';
import type { CauseFacts } from './waitingCause.ts';

/** Why the one Worker that a target asks for does not get the Task. */
export interface KnownWorkerProblem {
  readonly problem:
    /** The attribute that names it is missing or null. */
    | 'notNamed'
    | 'missing'
    | 'elsewhere'
    /** The expression of the target is false for it. */
    | 'noMatch'
    | 'obstacle';
  /** Absent if there is no such Worker. */
  readonly candidate?: Candidate;
  /** The attribute that names it, such as `task.agent_sid`; absent for a routing target. */
  readonly path?: string;
  /** The value that names it, as an expression writes it. */
  readonly value?: string;
}

/** Returns `undefined` if the known Worker can take the Task, or if that is uncertain. */
export function findKnownWorker(
  { task, target, filter, workspace }: CauseFacts,
  step: StepWorkers,
): KnownWorkerProblem | undefined {
  if (filter === 'routingTarget') {
    const sid = task.routed.routingTarget;
    if (sid?.startsWith('WK') !== true) return undefined;
    const [candidate] = step.all;
    if (candidate !== undefined) return problemOf(candidate, step, {});
    return workspace.areWorkersComplete ? { problem: 'missing', value: sid } : undefined;
  }
  const node = target?.knownWorkerSid ?? target?.knownWorkerName;
  if (target === undefined || node?.kind !== 'string') return undefined;
  const { path } = parseKnownWorker(node.value);
  if (path === undefined || task.routed.attributes === undefined) return undefined;
  const values = new RoutingValues('target', targetValue(task.routed, undefined));
  const { value, doubt } = values.read(path);
  if (doubt !== undefined || value.type === 'unknown') return undefined;
  if (value.type === 'null') return { problem: 'notNamed', path: path.text };
  const named = { path: path.text, value: printValue(value) };
  const tests = knownWorkerTests(target).map(parseExpression);
  const candidate = step.all.find(({ worker }) => {
    const own = workerValue(worker);
    return tests.every(
      (test) =>
        own !== undefined &&
        truthOf(evaluateIn('target', test, targetValue(task.routed, own))) === 'true',
    );
  });
  if (candidate !== undefined) return problemOf(candidate, step, named);
  return workspace.areWorkersComplete ? { problem: 'missing', ...named } : undefined;
}

function problemOf(
  candidate: Candidate,
  step: StepWorkers,
  named: Pick<KnownWorkerProblem, 'path' | 'value'>,
): KnownWorkerProblem | undefined {
  const { isMember, isMatch, obstacle } = candidate;
  if (isMember === 'false') return { problem: 'elsewhere', candidate, ...named };
  if (isMatch === 'false') return { problem: 'noMatch', candidate, ...named };
  // A routing target may ignore capacity and availability.
  const isBlocked = obstacle !== undefined && !step.eligible.includes(candidate);
  return isBlocked ? { problem: 'obstacle', candidate, ...named } : undefined;
}

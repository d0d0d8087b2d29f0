import { message, type Message } from '../../messages/message.ts';
import type { Evaluation } from '../../routing/expression/evaluation/evaluation.ts';
import type { Reason } from '../../routing/expression/evaluation/reason.ts';
import { nearestName } from '../../routing/expression/syntax/nearestName.ts';
import { onlyWordOf } from '../../routing/expression/syntax/expression.ts';
import {
  parseExpression,
  type ParsedExpression,
} from '../../routing/expression/syntax/parseExpression.ts';
import { evaluateIn, type Candidate } from '../../routing/simulate/candidates.ts';
import { shownReason } from '../../routing/simulate/describeOutcome.ts';
import { targetValue, workerValue } from '../../routing/simulate/routedValues.ts';
import { knownExpression } from '../subject/routedWorkspace.ts';
import { evaluateFilter, expressionOf } from '../way/explainFilters.ts';
import type { WorkerReasons } from '../workers/workerReasons.ts';
import type { CauseFacts } from './waitingCause.ts';

/** How many Workers are evaluated. */
const MAX_WORKERS = 2_000;

/** Names a Worker who fails one condition only, rather an available one. */
export function nearMiss(facts: CauseFacts, request: WorkerReasons): Message | undefined {
  const { step, target, workspace, task } = facts;
  const { present } = request.shown;
  const members = step?.all.filter(({ isMember }) => isMember !== 'false') ?? [];
  const isOfQueue = members.length === 0;
  const own = target?.expression?.kind === 'string' ? target.expression.value : undefined;
  const expression = isOfQueue ? workspace.queue && knownExpression(workspace.queue) : own;
  if (expression === undefined || step === undefined) return undefined;
  const parsed = parseExpression(expression);
  if (!isPlain(parsed)) return undefined;
  const candidates = (isOfQueue ? step.all : members).slice(0, MAX_WORKERS);
  const evaluate = ({ worker }: Candidate) =>
    isOfQueue
      ? evaluateIn('worker', parsed, workerValue(worker))
      : evaluateIn('target', parsed, targetValue(task.routed, workerValue(worker)));
  let found: { readonly candidate: Candidate; readonly evaluation: Evaluation } | undefined;
  for (const candidate of candidates) {
    const evaluation = evaluate(candidate);
    const failing = evaluation.clauses.filter(({ outcome }) => outcome !== 'true');
    if (failing.length !== 1 || failing[0]?.outcome !== 'false') continue;
    found ??= { candidate, evaluation };
    if (candidate.worker.available !== true || candidate.obstacle !== undefined) continue;
    found = { candidate, evaluation };
    break;
  }
  const [reason] = found?.evaluation.reasons ?? [];
  if (found === undefined || reason === undefined) return undefined;
  const name = present.line(found.candidate.worker.name);
  return message('{0} fails one condition only. {1}', name, shownReason(reason, present));
}

/** Names a filter of which the Task fails one condition only, rather one that looks misspelled. */
export function nearFilter(
  { task, workspace }: CauseFacts,
  { shown }: WorkerReasons,
): Message | undefined {
  const filters = workspace.workflow?.configuration.filters ?? [];
  const near = filters.flatMap((filter) => {
    const expression = expressionOf(filter);
    if (expression === undefined || !isPlain(parseExpression(expression))) return [];
    const { clauses, reasons } = evaluateFilter(filter, task.routed.attributes);
    const failing = clauses.filter(({ outcome }) => outcome !== 'true');
    const [reason] = reasons;
    const isNear = failing.length === 1 && failing[0]?.outcome === 'false';
    return isNear && reason !== undefined ? [{ filter, reason, distance: distanceOf(reason) }] : [];
  });
  const [best] = near.toSorted((one, other) => one.distance - other.distance);
  if (best === undefined) return undefined;
  const { filter, reason } = best;
  const text = message(
    'The Task fails one condition of filter {0}.',
    shown.filterLabel(filter.index),
  );
  return message('{0} {1}', text, shownReason(reason, shown.present));
}

/** Ranks a failing condition: a value that looks misspelled, then any other value, then a missing attribute. */
function distanceOf(reason: Reason): number {
  if (reason.kind !== 'relation' || reason.left.value === 'NULL') return 2;
  return nearestName(reason.left.value, [reason.right.value]) === undefined ? 1 : 0;
}

/** Whether an expression is one condition, or several that are joined by AND only. */
function isPlain({ root, faults }: ParsedExpression): boolean {
  if (root === undefined || faults.length > 0) return false;
  if (root.kind === 'comparison') return true;
  return (
    root.kind === 'chain' &&
    onlyWordOf(root) === 'AND' &&
    root.terms.every(({ kind }) => kind === 'comparison')
  );
}

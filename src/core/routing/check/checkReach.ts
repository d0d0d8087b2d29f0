import { memberValue } from '../configuration/configurationNode.ts';
import type {
  WorkflowConfiguration,
  WorkflowFilter,
} from '../configuration/workflowConfiguration.ts';
import { ExpressionIdentity } from '../expression/analysis/expressionIdentity.ts';
import { parseExpression } from '../expression/syntax/parseExpression.ts';
import type { CheckedExpressions } from './checkedExpressions.ts';
import { routingProblem, type RoutingProblem } from './routingProblem.ts';

/** Filters that no Task reaches, and a last target that ends in a cancellation. */
export function checkReach(
  configuration: WorkflowConfiguration,
  checked: CheckedExpressions,
): readonly RoutingProblem[] {
  const timeout = checkLastTimeout(configuration);
  const unreachable = checkFilters(configuration, checked);
  return timeout === undefined ? unreachable : [...unreachable, timeout];
}

function checkFilters(
  { filters }: WorkflowConfiguration,
  checked: CheckedExpressions,
): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  const identity = new ExpressionIdentity();
  /** By the number of an expression: the first filter with it that keeps its Tasks. */
  const keepers = new Map<number, WorkflowFilter>();
  const repeated = repeatedFingerprints(filters, checked);
  let catchAll: WorkflowFilter | undefined;
  for (const filter of filters) {
    const { expression } = filter;
    if (expression?.kind !== 'string') continue;
    const { isKnown, constant, fingerprint } = checked.of(expression.value, 'task');
    if (!isKnown && catchAll === undefined) continue;
    const root =
      isKnown && repeated.has(fingerprint) ? parseExpression(expression.value).root : undefined;
    const id = root && identity.idOf(root);
    const same = id === undefined ? undefined : keepers.get(id);
    const before = catchAll ?? same;
    if (before !== undefined) {
      const why = before === catchAll ? 'always' : 'same';
      const { offset, length } = expression;
      const args = [String(before.index + 1), why];
      problems.push(
        routingProblem({ kind: 'unreachableFilter', severity: 'warning', offset, length, args }),
      );
    } else if (isKnown && keepsTasks(filter)) {
      if (constant === 'true') catchAll = filter;
      if (id !== undefined) keepers.set(id, filter);
    }
  }
  return problems;
}

/**
 * Of expressions that may mean the same. To number an expression takes longer than to read it, and most
 * have a key or a value that no other has.
 */
function repeatedFingerprints(
  filters: readonly WorkflowFilter[],
  checked: CheckedExpressions,
): ReadonlySet<number> {
  const seen = new Set<number>();
  const repeated = new Set<number>();
  for (const { expression } of filters) {
    if (expression?.kind !== 'string') continue;
    const { fingerprint } = checked.of(expression.value, 'task');
    (seen.has(fingerprint) ? repeated : seen).add(fingerprint);
  }
  return repeated;
}

/**
 * Whether a Task that a filter matches never goes on to another: after its last target it would go to
 * the next filter that matches, but a target without timeout and skip_if is never left.
 */
function keepsTasks({ targets, isOpen }: WorkflowFilter): boolean {
  if (isOpen) return false;
  return targets.some(
    ({ timeout, skipIf, node }) => timeout === undefined && skipIf === undefined && !node.isOpen,
  );
}

/** Whether the Tasks of the last filter are canceled in the end, with no default filter at all. */
function checkLastTimeout({ routing, filters }: WorkflowConfiguration): RoutingProblem | undefined {
  if (routing === undefined || routing.isOpen) return undefined;
  const array = memberValue(routing, 'filters');
  const hasDefault = memberValue(routing, 'default_filter') !== undefined;
  const last = filters.at(-1);
  if (hasDefault || array?.kind !== 'array' || last === undefined || last.isOpen) return undefined;
  // A placeholder after it may be another filter.
  if (array.elements.at(-1) !== last.node) return undefined;
  const timeout = last.targets.at(-1)?.timeout;
  if (timeout === undefined) return undefined;
  const { offset, length } = timeout;
  return routingProblem({ kind: 'timeoutCancels', severity: 'hint', offset, length });
}

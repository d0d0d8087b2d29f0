import { memberValue } from '../configuration/configurationNode.ts';
import type {
  WorkflowConfiguration,
  WorkflowFilter,
} from '../configuration/workflowConfiguration.ts';
import { findSame } from '../expression/analysis/findSame.ts';
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
  const groups = groupSame(filters, checked);
  /** By the group of an expression: the first filter with it that keeps its Tasks. */
  const keepers = new Map<WorkflowFilter, WorkflowFilter>();
  let catchAll: WorkflowFilter | undefined;
  for (const filter of filters) {
    const { expression } = filter;
    if (expression?.kind !== 'string') continue;
    const { isKnown, constant } = checked.of(expression.value, 'task');
    const group = groups.get(filter) ?? filter;
    const before = catchAll ?? keepers.get(group);
    if (before !== undefined) {
      const why = before === catchAll ? 'always' : 'same';
      const { offset, length } = expression;
      const args = [String(before.index + 1), why];
      problems.push(
        routingProblem({ kind: 'unreachableFilter', severity: 'warning', offset, length, args }),
      );
    } else if (isKnown && keepsTasks(filter)) {
      if (constant === 'true') catchAll = filter;
      keepers.set(group, filter);
    }
  }
  return problems;
}

/** For filters whose expressions mean the same as that of another one: the first of them. */
function groupSame(
  filters: readonly WorkflowFilter[],
  checked: CheckedExpressions,
): ReadonlyMap<WorkflowFilter, WorkflowFilter> {
  const byFingerprint = new Map<number, { filter: WorkflowFilter; text: string }[]>();
  for (const filter of filters) {
    if (filter.expression?.kind !== 'string') continue;
    const text = filter.expression.value;
    const { isKnown, fingerprint } = checked.of(text, 'task');
    if (!isKnown) continue;
    const alike = byFingerprint.get(fingerprint);
    if (alike === undefined) byFingerprint.set(fingerprint, [{ filter, text }]);
    else alike.push({ filter, text });
  }
  const groups = new Map<WorkflowFilter, WorkflowFilter>();
  for (const alike of byFingerprint.values()) {
    if (alike.length < 2) continue;
    for (const [index, first] of findSame(alike.map(({ text }) => parseExpression(text)))) {
      const [one, other] = [alike[index]?.filter, alike[first]?.filter];
      if (one !== undefined && other !== undefined) groups.set(one, other);
    }
  }
  return groups;
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

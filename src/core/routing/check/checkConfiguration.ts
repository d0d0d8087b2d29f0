import type { ConfigurationNode, StringNode } from '../configuration/configurationNode.ts';
import {
  readConfiguration,
  type WorkflowConfiguration,
} from '../configuration/workflowConfiguration.ts';
import type { ExpressionScope } from '../expression/names/expressionScope.ts';
import type { TextFix } from '../expression/syntax/span.ts';
import { CheckedExpressions } from './checkedExpressions.ts';
import { checkKnownWorker, checkOrderBy } from './checkExpression.ts';
import { checkKeys } from './checkKeys.ts';
import { checkReach } from './checkReach.ts';
import { checkValues } from './checkValues.ts';
import { routingProblem, type RoutingProblem } from './routingProblem.ts';

/** What is wrong with the text of a Workflow's configuration, in the order of the text. Never throws. */
export function checkConfiguration(text: string): readonly RoutingProblem[] {
  return checkReadConfiguration(readConfiguration(text), new CheckedExpressions());
}

/** @param checked of the same configuration as it was before a change, or new */
export function checkReadConfiguration(
  configuration: WorkflowConfiguration,
  checked: CheckedExpressions,
): readonly RoutingProblem[] {
  checked.begin();
  const problems: RoutingProblem[] = [
    ...configuration.faults.map(({ kind, offset, length }) =>
      routingProblem({ kind: 'invalidJson', severity: 'error', offset, length, args: [kind] }),
    ),
    ...checkKeys(configuration),
    ...checkValues(configuration),
    ...checkReach(configuration, checked),
  ];
  const add = (
    node: ConfigurationNode | undefined,
    check: (node: StringNode) => readonly RoutingProblem[],
  ) => {
    // Of a string that is not closed, what is missing is the quote.
    if (node?.kind === 'string' && node.isClosed) problems.push(...placed(node, check(node)));
  };
  const inScope = (scope: ExpressionScope) => (node: StringNode) =>
    checked.of(node.value, scope).problems;
  for (const { expression, targets } of configuration.filters) {
    add(expression, inScope('task'));
    for (const target of targets) {
      add(target.expression, inScope('target'));
      add(target.skipIf, inScope('skipIf'));
      add(target.orderBy, ({ value }) => checkOrderBy(value));
      for (const node of [target.knownWorkerSid, target.knownWorkerName]) {
        add(node, ({ value }) => checkKnownWorker(value));
      }
    }
  }
  return problems.sort((one, other) => one.offset - other.offset);
}

/** The problems of an expression, at their places in the configuration that it is a string of. */
function placed(
  { map }: StringNode,
  problems: readonly RoutingProblem[],
): readonly RoutingProblem[] {
  if (problems.length === 0) return problems;
  const place = (offset: number, length: number) => {
    const start = map.toText(offset);
    return { offset: start, length: map.toText(offset + length) - start };
  };
  return problems.map(({ offset, length, fixes, ...problem }) => ({
    ...problem,
    ...place(offset, length),
    fixes: fixes.map((fix) => inJson(fix, place)),
  }));
}

function inJson(
  { offset, length, text }: TextFix,
  place: (offset: number, length: number) => { offset: number; length: number },
): TextFix {
  return { ...place(offset, length), text: JSON.stringify(text).slice(1, -1) };
}

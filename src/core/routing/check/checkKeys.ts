import { configurationKeys, type ConfigurationLevel } from '../configuration/configurationKeys.ts';
import type { ObjectNode, StringNode } from '../configuration/configurationNode.ts';
import type { WorkflowConfiguration } from '../configuration/workflowConfiguration.ts';
import { nearestName } from '../expression/syntax/nearestName.ts';
import { routingProblem, type RoutingProblem } from './routingProblem.ts';

/** By the level that a key belongs to: the key of what it belongs in. */
const owners = [
  ['routing', 'task_routing'],
  ['target', 'targets'],
  ['filter', 'filters'],
] as const;

/** Where a name for a filter is written in another way, the documented one is meant. */
const meantKeys: ReadonlyMap<string, string> = new Map([['friendly_name', 'filter_friendly_name']]);

/** Keys that TaskRouter does not know where they stand. */
export function checkKeys({
  root,
  routing,
  filters,
  defaultFilter,
}: WorkflowConfiguration): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  const check = (node: ObjectNode, level: ConfigurationLevel) => {
    for (const { key, value } of node.members) {
      if (isKnown(key.value, level)) continue;
      // What is null is as good as left out.
      const isLeftOut = isComment(key) || value?.kind === 'null';
      const problem = isLeftOut ? undefined : problemOf(key, level);
      if (problem !== undefined) problems.push(problem);
    }
  };
  if (root?.kind === 'object' && routing !== root) check(root, 'root');
  if (routing !== undefined) check(routing, 'routing');
  for (const { node, targets } of filters) {
    check(node, 'filter');
    for (const target of targets) check(target.node, 'target');
  }
  if (defaultFilter !== undefined) check(defaultFilter.node, 'defaultFilter');
  return problems;
}

/** `$schema`, `_comment`, `//` and the like are there for tools and readers. */
function isComment({ value }: StringNode): boolean {
  return /^(?:$|[$_/#]|comment$)/i.test(value);
}

function isKnown(key: string, level: ConfigurationLevel): boolean {
  return Object.hasOwn(configurationKeys[level], key);
}

function problemOf(node: StringNode, level: ConfigurationLevel): RoutingProblem | undefined {
  const { value: key, offset, length } = node;
  const meant = meantKey(key, Object.keys(configurationKeys[level]));
  if (meant !== undefined) {
    const start = node.map.toText(0);
    const fixes = [{ offset: start, length: node.map.toText(key.length) - start, text: meant }];
    return routingProblem({
      ...{ kind: 'unknownKey', severity: 'warning', offset, length, args: [key, meant], fixes },
    });
  }
  const owner = owners.find(([other]) => isKnown(key, other))?.[1];
  if (level === 'defaultFilter' && owner !== undefined) {
    return routingProblem({
      ...{ kind: 'undocumentedKey', severity: 'hint', offset, length, args: [key] },
    });
  }
  if (owner !== undefined) {
    return routingProblem({
      ...{ kind: 'misplacedKey', severity: 'warning', offset, length, args: [key, owner] },
    });
  }
  // Around a configuration there may be anything else, as in the file of another tool.
  if (level === 'root') return undefined;
  return routingProblem({ kind: 'unknownKey', severity: 'warning', offset, length, args: [key] });
}

function meantKey(key: string, known: readonly string[]): string | undefined {
  const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const found = known.find((name) => plain(name) === plain(key)) ?? nearestName(key, known);
  return found === undefined ? undefined : (meantKeys.get(found) ?? found);
}

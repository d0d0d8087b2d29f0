import { memberValue, type StringNode } from '../configuration/configurationNode.ts';
import type { WorkflowConfiguration } from '../configuration/workflowConfiguration.ts';

/** The strings in the text of a configuration that name a TaskQueue, in its order. */
export function queueStrings({
  filters,
  defaultFilter,
}: WorkflowConfiguration): readonly StringNode[] {
  const targets = filters.flatMap((filter) => filter.targets);
  return [...targets, ...(defaultFilter === undefined ? [] : [defaultFilter])]
    .flatMap(({ node }) => {
      // Its own: what is inherited stands elsewhere.
      const queue = memberValue(node, 'queue');
      return queue?.kind === 'string' ? [queue] : [];
    })
    .sort((one, other) => one.offset - other.offset);
}

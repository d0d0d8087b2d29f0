import {
  prefixesInPath,
  resourceKinds,
  taskRouterPrefixes,
  type TaskRouterPrefix,
} from '../../resources/resourceKind.ts';
import { productSids } from './productSids.ts';

export const taskRouterSids = productSids(
  {
    name: 'TaskRouter',
    host: 'taskrouter',
    root: '/v1/',
    docs: 'taskrouter/api',
  },
  [
    ...taskRouterPrefixes.map(
      (prefix) => [prefix, resourceKinds[prefix].name, pageOf(prefix), pathOf(prefix)] as const,
    ),
    // Only examples of the OpenAPI document know these two; no schema has them.
    ['OU', 'Operating Unit', 'workspace'],
    ['WP', 'Attention Profile', 'workspace'],
  ],
);

/** Those of one resource but reservations are called by it. */
function pageOf(prefix: TaskRouterPrefix): string {
  return prefix === 'WR' ? 'reservations' : wordsOf(prefix).join('-').toLowerCase();
}

/** With the names of the OpenAPI document. */
function pathOf(prefix: TaskRouterPrefix): string {
  return prefixesInPath(prefix)
    .map(([part]) => {
      const parameter = part === prefix ? 'Sid' : `${wordsOf(part).join('')}Sid`;
      return `${resourceKinds[part].collection}/{${parameter}}`;
    })
    .join('/');
}

function wordsOf(prefix: TaskRouterPrefix): readonly string[] {
  return resourceKinds[prefix].name.split(' ');
}

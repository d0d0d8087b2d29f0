import type { NamedFilter } from './namedFilter.ts';

const KEYS = {
  status: ['statuses'],
  queue: ['taskQueueSid', 'taskQueueName'],
  workflow: ['workflowSid', 'workflowName'],
  priority: ['priority'],
  expression: ['expression'],
} as const satisfies Readonly<Record<string, readonly (keyof NamedFilter)[]>>;

/** What Tasks can be filtered by, each at once with the others. */
export type FilterFacet = keyof typeof KEYS;

/** What a filter says of one facet, and of all others. */
export function splitFilter(
  filter: NamedFilter,
  facet: FilterFacet,
): { readonly own: NamedFilter; readonly others: NamedFilter } {
  const keys: readonly string[] = KEYS[facet];
  const pick = (wanted: boolean) =>
    Object.fromEntries(
      Object.entries(filter).filter(([key]) => keys.includes(key) === wanted),
    ) as NamedFilter;
  return { own: pick(true), others: pick(false) };
}

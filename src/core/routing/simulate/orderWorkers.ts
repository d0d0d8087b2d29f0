import type { RoutingValues } from '../expression/evaluation/routingValues.ts';
import { compareWorkers, type parseOrderBy } from '../expression/orderBy.ts';
import type { RoutedWorker } from './routingResources.ts';

interface OrderedWorker {
  readonly worker: RoutedWorker;
}

type Clauses = ReturnType<typeof parseOrderBy>['clauses'];

/**
 * Workers in the order in which they are offered a Task: by `order_by`; of equals, first the one that has
 * been in its status for the longest time. Sources conflict on whether it is that one or each in turn.
 *
 * @see https://www.twilio.com/docs/taskrouter/order-workers
 * @param valuesOf of the scope `target`
 */
export function orderWorkers<Item extends OrderedWorker>(
  items: readonly Item[],
  clauses: Clauses,
  valuesOf: (worker: RoutedWorker) => RoutingValues,
): readonly Item[] {
  const ranks = ranksOf(items, clauses, valuesOf);
  return items.toSorted((one, other) => {
    const [rank = 0, otherRank = 0] = [ranks.get(one), ranks.get(other)];
    if (rank !== otherRank) return rank - otherRank;
    const [since, otherSince] = [one.worker.since ?? Infinity, other.worker.since ?? Infinity];
    return since === otherSince ? 0 : since - otherSince;
  });
}

/** Few values are shared by many Workers, and comparing them to the last digit takes time. */
function ranksOf<Item extends OrderedWorker>(
  items: readonly Item[],
  clauses: Clauses,
  valuesOf: (worker: RoutedWorker) => RoutingValues,
): ReadonlyMap<Item, number> {
  const ranks = new Map<Item, number>();
  if (clauses.length === 0) return ranks;
  const alike = new Map<string, { readonly values: RoutingValues; readonly items: Item[] }>();
  for (const item of items) {
    const values = valuesOf(item.worker);
    const key = JSON.stringify(clauses.map(({ path }) => values.read(path)));
    const others = alike.get(key);
    if (others === undefined) alike.set(key, { values, items: [item] });
    else others.items.push(item);
  }
  const groups = [...alike.values()].sort(
    (one, other) => compareWorkers(clauses, one.values, other.values).order,
  );
  let rank = 0;
  let before: RoutingValues | undefined;
  for (const group of groups) {
    const isHigher =
      before !== undefined && compareWorkers(clauses, before, group.values).order !== 0;
    if (isHigher) rank += 1;
    for (const item of group.items) ranks.set(item, rank);
    before = group.values;
  }
  return ranks;
}

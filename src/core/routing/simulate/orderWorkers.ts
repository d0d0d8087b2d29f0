import type { RoutingValues } from '../expression/evaluation/routingValues.ts';
import { compareWorkers, type parseOrderBy } from '../expression/orderBy.ts';
import type { RoutedWorker } from './routingResources.ts';

interface OrderedWorker {
  readonly worker: RoutedWorker;
  /** Of the scope `target`. */
  readonly values: RoutingValues;
}

type Clauses = ReturnType<typeof parseOrderBy>['clauses'];

/**
 * Workers in the order in which they are offered a Task: by `order_by`; of equals, first the one that has
 * been in its status for the longest time. Sources conflict on whether it is that one or each in turn.
 *
 * @see https://www.twilio.com/docs/taskrouter/order-workers
 */
export function orderWorkers<Item extends OrderedWorker>(
  items: readonly Item[],
  clauses: Clauses,
): readonly Item[] {
  const ranks = ranksOf(items, clauses);
  return items.toSorted((one, other) => {
    const [rank = 0, otherRank = 0] = [ranks.get(one), ranks.get(other)];
    if (rank !== otherRank) return rank - otherRank;
    const [since, otherSince] = [one.worker.since ?? Infinity, other.worker.since ?? Infinity];
    return since === otherSince ? 0 : since - otherSince;
  });
}

/** Few values are shared by many Workers, and comparing them to the last digit takes time. */
function ranksOf(items: readonly OrderedWorker[], clauses: Clauses) {
  const alike = new Map<string, OrderedWorker[]>();
  for (const item of items) {
    const key = JSON.stringify(clauses.map(({ path }) => item.values.read(path)));
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [item]);
    else others.push(item);
  }
  const groups = [...alike.values()].sort(([one], [other]) =>
    one === undefined || other === undefined
      ? 0
      : compareWorkers(clauses, one.values, other.values).order,
  );
  const ranks = new Map<OrderedWorker, number>();
  let rank = 0;
  let before: OrderedWorker | undefined;
  for (const group of groups) {
    const [first] = group;
    const isHigher =
      before !== undefined &&
      first !== undefined &&
      compareWorkers(clauses, before.values, first.values).order !== 0;
    if (isHigher) rank += 1;
    for (const item of group) ranks.set(item, rank);
    before = first;
  }
  return ranks;
}

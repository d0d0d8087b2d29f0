import { compareWorkers, parseOrderBy } from '../expression/orderBy.ts';
import type { RoutingValues } from '../expression/evaluation/routingValues.ts';
import type { RoutedWorker } from './routingResources.ts';

interface OrderedWorker {
  readonly worker: RoutedWorker;
  /** Of the scope `target`. */
  readonly values: RoutingValues;
}

/**
 * Workers in the order in which they are offered a Task: by `order_by`; of equals, first the one that has
 * been in its status for the longest time. Sources conflict on whether it is that one or one after the
 * other.
 *
 * @see https://www.twilio.com/docs/taskrouter/order-workers
 */
export function orderWorkers<Item extends OrderedWorker>(
  items: readonly Item[],
  orderBy: string | undefined,
): readonly Item[] {
  const clauses = orderBy === undefined ? [] : parseOrderBy(orderBy).clauses;
  return items.toSorted((one, other) => {
    const { order } = compareWorkers(clauses, one.values, other.values);
    if (order !== 0) return order;
    const [since, otherSince] = [one.worker.since ?? Infinity, other.worker.since ?? Infinity];
    return since === otherSince ? 0 : since - otherSince;
  });
}

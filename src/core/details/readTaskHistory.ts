import type { ResourceList } from '../lists/resourceList.ts';
import type { ListedResource, ResourcePage } from '../lists/resourcePage.ts';
import type { TaskReference } from '../tasks/taskReference.ts';
import type { TaskSource } from '../tasks/taskSource.ts';
import type { HistoryRows } from './readHistory.ts';
import { earliestEvent } from './earliestEvent.ts';
import { failureOf } from '../failures/failureOf.ts';

/** A Task with more events than these pages have is no longer read by eye. */
const MOST_PAGES = 5;

/**
 * Reads the events of the last 30 days and the reservations of a Task.
 *
 * @param now in ms since the epoch
 * @param firstEvents the first page of the events, if it was read for the same purpose
 * @throws TaskRouterFailure if either cannot be read; `signal.reason` when cancelled
 */
export async function readTaskHistory(
  source: Pick<TaskSource, 'listResources'>,
  { workspaceSid, taskSid }: TaskReference,
  now: number,
  signal: AbortSignal,
  firstEvents?: ResourcePage,
): Promise<HistoryRows> {
  const startDate = earliestEvent(now);
  const read = (list: ResourceList, first?: ResourcePage) => readAll(source, list, signal, first);
  const [events, reservations] = await Promise.all([
    read({ kind: 'Events', workspaceSid, taskSid, startDate }, firstEvents),
    read({ kind: 'Reservations', workspaceSid, taskSid }).catch((error: unknown) => {
      if (failureOf(error)?.kind === 'notFound') return [];
      throw error;
    }),
  ]);
  return { events, reservations };
}

async function readAll(
  source: Pick<TaskSource, 'listResources'>,
  list: ResourceList,
  signal: AbortSignal,
  first?: ResourcePage,
): Promise<readonly ListedResource[]> {
  const rows: ListedResource[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const known = pages === 0 ? first : undefined;
    const page = known ?? (await source.listResources(list, signal, next));
    rows.push(...page.rows);
    if (page.next === undefined || page.next === next) break;
    next = page.next;
  }
  return rows;
}

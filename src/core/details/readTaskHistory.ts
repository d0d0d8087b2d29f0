import type { TaskReference } from '../resources/resourceReference.ts';
import { failureOf } from '../taskrouter/failure.ts';
import type { ListedResource, ResourcePage } from '../taskrouter/listPage.ts';
import type { ResourceList } from '../taskrouter/resourceList.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import { earliestEvent } from './earliestEvent.ts';
import type { HistoryRows } from './readHistory.ts';

/** A Task with more events than these pages have is no longer read by eye. */
const MOST_PAGES = 5;

/** A page can be longer than it was asked to be, and a browser takes its time for each row. */
const MAX_HISTORY_ROWS = 2000;

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
      if (failureOf(error)?.kind === 'notFound') return { rows: [], isCut: false };
      throw error;
    }),
  ]);
  const isCut = events.isCut || reservations.isCut;
  return { events: events.rows, reservations: reservations.rows, ...(isCut && { isCut }) };
}

interface Rows {
  readonly rows: readonly ListedResource[];
  /** Whether there are more, which are older. */
  readonly isCut: boolean;
}

async function readAll(
  source: Pick<TaskSource, 'listResources'>,
  list: ResourceList,
  signal: AbortSignal,
  first?: ResourcePage,
): Promise<Rows> {
  const rows: ListedResource[] = [];
  let next: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const known = pages === 0 ? first : undefined;
    const page = known ?? (await source.listResources(list, signal, next));
    const room = MAX_HISTORY_ROWS - rows.length;
    for (const row of page.rows.slice(0, room)) rows.push(row);
    if (page.rows.length > room) return { rows, isCut: true };
    if (page.next === undefined || page.next === next) return { rows, isCut: false };
    next = page.next;
  }
  return { rows, isCut: true };
}

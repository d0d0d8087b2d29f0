import type { TaskReference } from '../resources/resourceReference.ts';
import { asFailure } from '../taskrouter/failure.ts';
import type { ListedResource, ResourcePage } from '../taskrouter/listPage.ts';
import type { ResourceList } from '../taskrouter/resourceList.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';

/** What was read about a Task besides itself, in any order; rows may stand twice. */
export interface HistoryRows {
  readonly events: readonly ListedResource[];
  readonly reservations: readonly ListedResource[];
  /** Whether there are more, which are older. */
  readonly isCut?: boolean;
}

/** A Task with more events than these pages have is no longer read by eye. */
const MAX_PAGES = 5;

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
      if (asFailure(error)?.kind === 'notFound') return { rows: [], isCut: false };
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
  for (let pages = 0; pages < MAX_PAGES; pages++) {
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

/** TaskRouter keeps events that long. */
const EVENT_RETENTION_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Since when there are events, in ISO 8601.
 *
 * @param now in ms since the epoch
 */
export function earliestEvent(now: number): string {
  return new Date(now - EVENT_RETENTION_MS).toISOString().replace(/\.\d+/, '');
}

/** Where a Task was that is gone, with the first page of its events, so that it is asked for once. */
export interface FoundDeletedTask {
  readonly workspaceSid: string;
  readonly events: ResourcePage;
}

/**
 * In which of some Workspaces a Task was that is gone: the one that still has events of it; nothing if
 * none has. One that cannot be asked is no obstacle if another has them.
 *
 * @param now in ms since the epoch
 * @throws TaskRouterFailure if that remains unknown; `signal.reason` when cancelled
 */
export async function findDeletedTask(
  source: Pick<TaskSource, 'listResources'>,
  taskSid: string,
  workspaceSids: readonly string[],
  now: number,
  signal: AbortSignal,
): Promise<FoundDeletedTask | undefined> {
  const startDate = earliestEvent(now);
  const asked = await Promise.allSettled(
    workspaceSids.map(async (workspaceSid) => {
      const list = { kind: 'Events', workspaceSid, taskSid, startDate } as const;
      return { workspaceSid, events: await source.listResources(list, signal) };
    }),
  );
  signal.throwIfAborted();
  for (const one of asked) {
    if (one.status === 'fulfilled' && one.value.events.rows.length > 0) return one.value;
  }
  for (const one of asked) if (one.status === 'rejected') throw one.reason;
  return undefined;
}

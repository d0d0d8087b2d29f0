import type { ListedResource } from '../taskrouter/listPage.ts';
import type { ResourceList } from '../taskrouter/resourceList.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import type { ReadRows } from './routingReadings.ts';

/** Rows, and where the list continues. */
export interface ReadPages extends ReadRows {
  readonly pages: number;
  readonly next?: string;
}

/**
 * Reads a list page after page, up to a number of pages.
 *
 * @param start pages of the same list that were read already
 * @throws TaskRouterFailure if a page cannot be read; `signal.reason` when cancelled
 */
export async function readRows(
  source: Pick<TaskSource, 'listResources'>,
  list: ResourceList,
  maxPages: number,
  signal: AbortSignal,
  start: ReadPages = { rows: [], isCut: true, pages: 0 },
): Promise<ReadPages> {
  const rows: ListedResource[] = [...start.rows];
  let { next, isCut, pages } = start;
  while (isCut && pages < maxPages) {
    const page = await source.listResources(list, signal, next);
    pages++;
    for (const row of page.rows) rows.push(row);
    // A page that leads to itself would never end.
    isCut = page.next !== undefined && page.next !== next;
    next = page.next;
  }
  return { rows, isCut, pages, ...(next !== undefined && { next }) };
}

import type { Failure } from '../failures/taskRouterFailure.ts';
import type { ListedResource, ResourcePage } from '../lists/resourcePage.ts';
import { Reading } from './reading.ts';

/** Reads a page: the first, or the one that `next` of another leads to. */
export type ReadPage = (next: string | undefined) => Promise<ResourcePage>;

interface Pages {
  /** By SID: a row that stands on two pages, because it moved meanwhile, is one row. */
  readonly rows: Map<string, ListedResource>;
  readonly next: string | undefined;
  readonly count: number;
  readonly readAt: number;
}

/**
 * A list as far as somebody has looked into it: its first page, and as many more as were asked for,
 * which are all read again when it is called stale.
 */
export class PagedList {
  readonly #read: ReadPage;
  readonly #now: () => number;
  readonly #pages = new Reading<Pages>((last) => this.#readPages(last?.count ?? 1));

  /** @param now the time in ms since the epoch */
  constructor(read: ReadPage, now: () => number) {
    this.#read = read;
    this.#now = now;
  }

  /** In the order of the API. */
  get rows(): readonly ListedResource[] {
    return [...(this.#pages.value?.rows.values() ?? [])];
  }

  /** Whether another page is known of. */
  get hasMore(): boolean {
    return this.#pages.value?.next !== undefined;
  }

  /** Why the latest attempt to read this, or more of it, failed. */
  get failure(): Failure | undefined {
    return this.#pages.failure;
  }

  /** When the latest page came, in ms since the epoch; 0 before. */
  get readAt(): number {
    return this.#pages.value?.readAt ?? 0;
  }

  /** Settles when the list is up to date, or has failed; rejects when cut. */
  load(): Promise<void> {
    return this.#pages.load();
  }

  /** Adds the next page, if one is known of; settles as `load` does. */
  loadMore(): Promise<void> {
    return this.#pages.change(async (pages) => {
      const { rows, next, count } = pages;
      if (next === undefined) return pages;
      const page = await this.#read(next);
      // A page that leads to itself would lead there for ever.
      return this.#join(rows, { ...page, next: page.next === next ? undefined : page.next }, count);
    });
  }

  /** The next `load` reads again. */
  invalidate(): void {
    this.#pages.invalidate();
  }

  async #readPages(count: number): Promise<Pages> {
    const rows = new Map<string, ListedResource>();
    let pages = this.#join(rows, await this.#read(undefined), 0);
    while (pages.next !== undefined && pages.count < count) {
      pages = this.#join(rows, await this.#read(pages.next), pages.count);
    }
    return pages;
  }

  /** Adds to the rows in place: copying them for each page would make a long list slow. */
  #join(
    rows: Map<string, ListedResource>,
    page: { readonly rows: ResourcePage['rows']; readonly next?: string | undefined },
    count: number,
  ): Pages {
    for (const row of page.rows) rows.set(row.sid, row);
    return { rows, next: page.next, count: count + 1, readAt: this.#now() };
  }
}

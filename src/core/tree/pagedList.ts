import { asFailure, type Failure } from '../taskrouter/failure.ts';
import type { ListedResource, ResourcePage } from '../taskrouter/listPage.ts';
import { CachedValue } from '../tasks/cachedValue.ts';

/** Reads a page: the first, or the one that `next` of another leads to. */
export type ReadPage = (next: string | undefined) => Promise<ResourcePage>;

/** A row, and when its page came, in ms since the epoch. */
interface LoadedRow extends ListedResource {
  readonly readAt: number;
}

interface Pages {
  /** Grows with each page: copying it for each would make a long list slow. */
  readonly rows: LoadedRow[];
  /** A row that stands on two pages, because it moved meanwhile, is one row. */
  readonly sids: Set<string>;
  /** The addresses of pages that were read. A page that leads to one of them would never end. */
  readonly followed: Set<string>;
  readonly next: string | undefined;
  readonly count: number;
  /** Why the page behind these could not be read. */
  readonly nextFailure?: Failure;
}

/**
 * A list as far as the user has opened it: its first page, and as many more as were loaded,
 * which are all read again when it is called stale.
 */
export class PagedList {
  readonly #read: ReadPage;
  readonly #now: () => number;
  readonly #pages = new CachedValue<Pages>((last) => this.#readPages(last?.count ?? 1));

  /** @param now the time in ms since the epoch */
  constructor(read: ReadPage, now: () => number) {
    this.#read = read;
    this.#now = now;
  }

  /** In the order of the API. The same array for as long as further pages only add to it. */
  get rows(): readonly LoadedRow[] {
    return this.#pages.value?.rows ?? [];
  }

  has(sid: string): boolean {
    return this.#pages.value?.sids.has(sid) ?? false;
  }

  /** How many pages were read. */
  get pageCount(): number {
    return this.#pages.value?.count ?? 0;
  }

  /** Whether another page is known of. */
  get hasMore(): boolean {
    return this.#pages.value?.next !== undefined;
  }

  /** Why the latest attempt to read these pages failed. */
  get failure(): Failure | undefined {
    return this.#pages.failure;
  }

  /** Why the latest attempt to read one more failed. */
  get nextFailure(): Failure | undefined {
    return this.#pages.value?.nextFailure;
  }

  /** Settles when the list is up to date or has failed. Rejects if it was aborted. */
  load(): Promise<void> {
    return this.#pages.load();
  }

  /** Adds the next page, if there is one. Concurrent calls add one page. Settles as `load` does. */
  loadMore(): Promise<void> {
    const { pageCount } = this;
    return this.#pages.change((pages) =>
      pages.count === pageCount ? this.#addPage(pages) : Promise.resolve(pages),
    );
  }

  /** The next `load` reads again. */
  invalidate(): void {
    this.#pages.invalidate();
  }

  async #readPages(count: number): Promise<Pages> {
    const none = { rows: [], sids: new Set<string>(), followed: new Set<string>(), count: 0 };
    let pages = this.#join(none, await this.#read(undefined));
    while (pages.next !== undefined && pages.count < count) {
      pages = this.#join(pages, await this.#read(pages.next), pages.next);
    }
    return pages;
  }

  async #addPage(pages: Pages): Promise<Pages> {
    const { next } = pages;
    if (next === undefined) return pages;
    try {
      return this.#join(pages, await this.#read(next), next);
    } catch (error) {
      const nextFailure = asFailure(error);
      if (nextFailure === undefined) throw error;
      return { ...pages, nextFailure };
    }
  }

  #join(
    { rows, sids, followed, count }: Omit<Pages, 'next'>,
    page: ResourcePage,
    address?: string,
  ): Pages {
    const readAt = this.#now();
    if (address !== undefined) followed.add(address);
    for (const { sid, text } of page.rows) {
      if (sids.has(sid)) continue;
      sids.add(sid);
      rows.push({ sid, text, readAt });
    }
    const leadsOn = page.next !== undefined && !followed.has(page.next);
    return { rows, sids, followed, next: leadsOn ? page.next : undefined, count: count + 1 };
  }
}

interface MadeNodes<Node> {
  readonly from: readonly LoadedRow[];
  readonly nodes: Node[];
}

/** The nodes of a list's rows. Each is created once, so that another page costs only its own time. */
export class ListRows<Node> {
  readonly #made = new WeakMap<PagedList, MadeNodes<Node>>();

  /**
   * @returns all nodes, of which those from `firstNew` on are new
   */
  of(
    list: PagedList,
    make: (row: LoadedRow) => Node,
  ): { readonly nodes: readonly Node[]; readonly firstNew: number } {
    const { rows } = list;
    const before = this.#made.get(list);
    const made = before?.from === rows ? before : { from: rows, nodes: [] };
    this.#made.set(list, made);
    const firstNew = made.nodes.length;
    for (const row of rows.slice(firstNew)) made.nodes.push(make(row));
    return { nodes: made.nodes, firstNew };
  }
}

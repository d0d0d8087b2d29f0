import type { PagedList, ReadRow } from './pagedList.ts';

interface Made<Node> {
  readonly from: readonly ReadRow[];
  readonly nodes: Node[];
}

/** The nodes of a list's rows, each made once, so that a page more costs the time of a page. */
export class ListRows<Node> {
  readonly #made = new WeakMap<PagedList, Made<Node>>();

  /**
   * @returns all nodes, of which those from `firstNew` on are new
   */
  of(
    list: PagedList,
    make: (row: ReadRow) => Node,
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

import { untilAborted } from '../base/async.ts';
import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { Connections } from '../profiles/connection.ts';
import { taskStatuses } from '../resources/taskStatus.ts';
import { TaskRouterFailure } from '../taskrouter/failure.ts';
import type { ResourceList } from '../taskrouter/resourceList.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import type { Workspace } from '../taskrouter/workspace.ts';
import { CachedValue } from '../tasks/cachedValue.ts';
import type { NamedFilter } from './namedFilter.ts';
import { PagedList } from './pagedList.ts';
import {
  isOldestFirst,
  type FailureNode,
  type GroupNode,
  type ListNode,
  type StatusNode,
} from './treeNode.ts';

export interface ProfileTreeLoaderOptions {
  readonly profileId: string;
  readonly connections: Connections;
  /** Hears of the profile's Workspaces as they are listed. */
  readonly onWorkspaces: (workspaces: readonly Workspace[]) => void;
  /** The time in ms since the epoch. */
  readonly now: () => number;
}

/** How many Tasks of a Workspace have which status. */
type Counts = ReadonlyMap<string, number>;

/** A group is read whole where one of it is to be chosen, up to so many pages. */
const MAX_PAGES = 10;

/** What was read of one profile for its tree, each part when it was first looked at. */
export class ProfileTreeLoader {
  readonly #options: ProfileTreeLoaderOptions;
  readonly #cut = new AbortController();
  readonly #counts = new Map<string, CachedValue<Counts>>();
  /** By the id of the node above. */
  readonly #lists = new Map<string, PagedList>();
  readonly #filters = new Map<string, NamedFilter>();
  #workspacesReadAt: number | undefined;
  readonly workspaces = new CachedValue(() => this.#readWorkspaces());

  constructor(options: ProfileTreeLoaderOptions) {
    this.#options = options;
  }

  /** Aborts when this is disposed. */
  get signal(): AbortSignal {
    return this.#cut.signal;
  }

  /** The filters that are set, by Workspace SID. */
  get filters(): ReadonlyMap<string, NamedFilter> {
    return this.#filters;
  }

  /** Narrows the Tasks of a Workspace; nothing lets all be shown again. */
  setFilter(workspaceSid: string, filter: NamedFilter | undefined): void {
    if (filter === undefined) this.#filters.delete(workspaceSid);
    else this.#filters.set(workspaceSid, filter);
    for (const status of taskStatuses) {
      this.#lists.delete(`${this.#options.profileId}/${workspaceSid}/${status}`);
    }
  }

  counts(workspaceSid: string): CachedValue<Counts> {
    const known = this.#counts.get(workspaceSid);
    if (known !== undefined) return known;
    const counts = new CachedValue(async () => {
      const source = await this.#open();
      return countsOf(await source.fetchStatistics({ workspaceSid }, this.signal));
    });
    this.#counts.set(workspaceSid, counts);
    return counts;
  }

  /** The list below a node as it is up to date, or has failed; rejects once this is disposed. */
  async list(node: ListNode): Promise<PagedList> {
    for (;;) {
      const list = this.#listOf(node);
      await list.load();
      // With another filter it has become another list meanwhile.
      if (this.#lists.get(node.id) === list) return list;
    }
  }

  /** When the Workspaces, or the list below a node, were read. */
  readAt(id: string | undefined): number | undefined {
    return id === undefined ? this.#workspacesReadAt : this.#lists.get(id)?.rows[0]?.readAt;
  }

  /** How much of a list was read. Absent if it was not looked at yet. */
  listedOf(node: StatusNode): StatusNode['listed'] {
    const list = this.#lists.get(node.id);
    return list === undefined || list.pageCount === 0
      ? undefined
      : { rows: list.rows.length, hasMore: list.hasMore };
  }

  /** Adds the next page to a list that was looked at. */
  async loadMore(node: ListNode): Promise<void> {
    await this.#lists.get(node.id)?.loadMore();
  }

  /**
   * A group as a whole, up to some pages.
   *
   * @throws TaskRouterFailure if it cannot be read
   */
  async wholeGroup(node: GroupNode): Promise<PagedList> {
    this.#lists.get(node.id)?.invalidate();
    const list = await this.list(node);
    const failureIn = ({ failure, nextFailure }: PagedList) => failure ?? nextFailure;
    while (failureIn(list) === undefined && list.hasMore && list.pageCount < MAX_PAGES) {
      await list.loadMore();
    }
    const failure = failureIn(list);
    if (failure !== undefined) throw new TaskRouterFailure(failure);
    return list;
  }

  /** Lets go of what was read below the rows that a list has no more. */
  pruneBelow(node: ListNode, list: PagedList): void {
    const above = `${node.id}/`;
    for (const id of this.#lists.keys()) {
      const [sid = ''] = id.startsWith(above) ? id.slice(above.length).split('/') : [];
      if (sid !== '' && !list.has(sid)) this.#lists.delete(id);
    }
  }

  /** Everything is read again when it is next looked at. */
  refresh(): void {
    this.workspaces.invalidate();
    for (const counts of this.#counts.values()) counts.invalidate();
    for (const list of this.#lists.values()) list.invalidate();
  }

  /** What could not be read is read again when it is next looked at, a next page at once. */
  async retry({ of }: FailureNode): Promise<void> {
    if (of === undefined) this.workspaces.invalidate();
    else if (of.kind === 'workspace') this.#counts.get(of.workspaceSid)?.invalidate();
    else if (of.kind === 'more') await this.loadMore(of.list);
    else this.#lists.get(of.id)?.invalidate();
  }

  /** Cuts what is under way. */
  dispose(): void {
    this.#cut.abort();
  }

  async #readWorkspaces(): Promise<readonly Workspace[]> {
    const source = await this.#open();
    // One that stands on two pages is one row.
    const all = new Map<string, Workspace>();
    for await (const page of source.listWorkspaces(this.signal)) {
      this.#options.onWorkspaces(page);
      for (const workspace of page) all.set(workspace.sid, workspace);
    }
    this.#workspacesReadAt = this.#options.now();
    return [...all.values()].sort(compareWorkspaces);
  }

  #listOf(node: ListNode): PagedList {
    const known = this.#lists.get(node.id);
    if (known !== undefined) return known;
    const asked = this.#resourceList(node);
    const list = new PagedList(async (next) => {
      const source = await this.#open();
      return source.listResources(asked, this.signal, next);
    }, this.#options.now);
    this.#lists.set(node.id, list);
    return list;
  }

  #resourceList(node: ListNode): ResourceList {
    const { workspaceSid } = node;
    switch (node.kind) {
      case 'group':
        return { kind: node.of, workspaceSid };
      case 'section':
        return { kind: 'Reservations', workspaceSid, taskSid: node.taskSid };
      case 'status': {
        const filter = { ...this.#filters.get(workspaceSid), statuses: [node.status] };
        // The Task that has waited longest matters most. Of the others, the latest do.
        const list = { kind: 'Tasks', workspaceSid, filter } as const;
        return isOldestFirst(node.status) ? { ...list, order: 'oldest' } : list;
      }
    }
  }

  /** Anew for each request: the profile's credentials may have been replaced. */
  async #open(): Promise<TaskSource> {
    const { connections, profileId } = this.#options;
    const { source } = await untilAborted(connections.open(profileId), this.signal);
    return source;
  }
}

function countsOf(statistics: string): Counts {
  const answer = parseJson(statistics);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const counts = Object.entries(asRecord(fields['tasks_by_status']));
  return new Map(counts.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}

/** As people count: "Site 2" stands before "Site 10", in the order of their language. */
const collator = new Intl.Collator(undefined, { numeric: true });

/** By name, those without one last; those of one name by SID, so that no refresh turns them around. */
function compareWorkspaces(one: Workspace, other: Workspace): number {
  const nameless = Number(one.friendlyName === '') - Number(other.friendlyName === '');
  return (
    nameless ||
    collator.compare(one.friendlyName, other.friendlyName) ||
    (one.sid < other.sid ? -1 : 1)
  );
}

import { TaskRouterFailure, type Failure } from '../failures/taskRouterFailure.ts';
import { fieldsOf } from '../json/fieldsOf.ts';
import { parseJson } from '../json/parseJson.ts';
import type { ResourceList } from '../lists/resourceList.ts';
import type { Connections } from '../profiles/connections.ts';
import type { ProfiledResource } from '../tasks/profiledResource.ts';
import type { TaskSource } from '../tasks/taskSource.ts';
import { taskStatuses } from '../tasks/taskStatus.ts';
import type { TaskStore } from '../tasks/taskStore.ts';
import type { Workspace } from '../tasks/workspace.ts';
import { untilAborted } from '../untilAborted.ts';
import type { NamedFilter } from './namedFilter.ts';
import { jsonChildren } from './jsonChildren.ts';
import { PagedList } from './pagedList.ts';
import { Reading } from './reading.ts';
import { resourceRow } from './resourceRow.ts';
import { rootGap, type RootGap } from './rootGap.ts';
import { ShownTasks } from './shownTasks.ts';
import { taskChildren } from './taskChildren.ts';
import type {
  FailureNode,
  GroupKind,
  ListNode,
  ResourceNode,
  TaskNode,
  TreeNode,
} from './treeNode.ts';

export interface ProfileTreeParts {
  readonly profileId: string;
  readonly connections: Connections;
  readonly store: Pick<TaskStore, 'get' | 'fetch' | 'forget'>;
  /** Hears of the profile's Workspaces as they are listed. */
  readonly learn: (workspaces: readonly Workspace[]) => void;
  /** Whether somebody looks at its document: what was answered for it is then kept. */
  readonly isOpen: (resource: ProfiledResource) => boolean;
  /** As `taskrouter.privacyMode` asks. */
  readonly masked: () => boolean;
  /** The time in ms since the epoch. */
  readonly now: () => number;
}

/** What the tree shows at its top: rows, or why there are none. */
export type TreeRoot =
  | { readonly kind: 'rows'; readonly nodes: readonly TreeNode[] }
  | { readonly kind: 'gap'; readonly gap: RootGap; readonly failure?: Failure };

const GROUPS: readonly GroupKind[] = ['TaskQueues', 'Workflows', 'Workers', 'TaskChannels'];

/**
 * What one profile sees, read as somebody looks into it: a list when its row is opened, once, until
 * `refresh`. Asks nothing by itself. What could not be read is a row among the others.
 */
export class ProfileTree {
  readonly #parts: ProfileTreeParts;
  readonly #cut = new AbortController();
  readonly #workspaces = new Reading(() => this.#readWorkspaces());
  readonly #statistics = new Map<string, Reading<ReadonlyMap<string, number>>>();
  readonly #lists = new Map<string, PagedList>();
  readonly #filters = new Map<string, NamedFilter>();
  /** The Tasks that have a row. */
  readonly tasks: ShownTasks;

  constructor(parts: ProfileTreeParts) {
    this.#parts = parts;
    this.tasks = new ShownTasks(parts.profileId);
  }

  get profileId(): string {
    return this.#parts.profileId;
  }

  /** The rows at the top; rejects once this is disposed. */
  async root(): Promise<TreeRoot> {
    await this.#workspaces.load();
    const { value: workspaces, failure } = this.#workspaces;
    const gap = failure && rootGap(failure);
    if (workspaces === undefined && gap !== undefined) {
      return { kind: 'gap', gap, ...(failure !== undefined && { failure }) };
    }
    if (workspaces?.length === 0 && failure === undefined)
      return { kind: 'gap', gap: 'noWorkspace' };
    const { profileId: profile } = this.#parts;
    const nodes = (workspaces ?? []).map(({ sid, friendlyName: name }): TreeNode => {
      const isOnly = workspaces?.length === 1;
      const id = `${profile}/${sid}`;
      return { kind: 'workspace', id, profile, sid, workspaceSid: sid, name, isOnly };
    });
    return { kind: 'rows', nodes: [...this.#failureRow(failure), ...nodes] };
  }

  /** The rows below another, asking for them if need be; rejects once this is disposed. */
  async children(node: TreeNode): Promise<readonly TreeNode[]> {
    switch (node.kind) {
      case 'workspace':
        return this.#workspaceChildren(node);
      case 'status':
      case 'group':
        return this.#listChildren(node);
      case 'task':
        return this.#taskChildren(node);
      case 'section':
        return node.of === 'reservations'
          ? this.#listChildren(node)
          : jsonChildren(node, node.value);
      case 'json':
        return jsonChildren(node, node.value);
      case 'resource':
      case 'fact':
      case 'more':
      case 'failure':
        return [];
    }
  }

  /** Everything is read again when it is next looked at. */
  refresh(): void {
    this.#workspaces.invalidate();
    for (const reading of this.#statistics.values()) reading.invalidate();
    for (const list of this.#lists.values()) list.invalidate();
    this.tasks.clear();
  }

  /** What could not be read is read again when it is next looked at, a next page at once. */
  async retry({ of }: FailureNode): Promise<void> {
    if (of === undefined) this.#workspaces.invalidate();
    else if (of.kind === 'workspace') this.#statistics.get(of.workspaceSid)?.invalidate();
    else if (of.kind === 'more') await this.loadMore(of.list);
    else this.#lists.get(of.id)?.invalidate();
  }

  /** Adds the next page to a list that was looked at. */
  async loadMore(node: ListNode): Promise<void> {
    await this.#lists.get(node.id)?.loadMore();
  }

  filter(workspaceSid: string): NamedFilter | undefined {
    return this.#filters.get(workspaceSid);
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
      this.#lists.delete(`${this.profileId}/${workspaceSid}/${status}`);
    }
  }

  /**
   * Lists the Workspaces unless they are.
   *
   * @throws TaskRouterFailure if they cannot be listed
   */
  async loadWorkspaces(): Promise<void> {
    await this.#workspaces.load();
    const { value, failure } = this.#workspaces;
    if (value === undefined && failure !== undefined) throw new TaskRouterFailure(failure);
  }

  /** Workspaces as they were listed last; none before. */
  get workspaces(): readonly Workspace[] {
    return this.#workspaces.value ?? [];
  }

  /**
   * The rows of a group, up to a thousand, whether they are looked at or not.
   *
   * @throws TaskRouterFailure if they cannot be read
   */
  async readGroup(workspaceSid: string, of: GroupKind): Promise<readonly ResourceNode[]> {
    const { profileId: profile } = this.#parts;
    const node = {
      kind: 'group',
      id: `${profile}/${workspaceSid}/${of}`,
      profile,
      workspaceSid,
      of,
    } as const;
    const list = this.#listOf(node);
    list.invalidate();
    await list.load();
    while (list.failure === undefined && list.hasMore && list.rows.length < 1000) {
      await list.loadMore();
    }
    if (list.failure !== undefined) throw new TaskRouterFailure(list.failure);
    return list.rows.map((row) => resourceRow(node, row));
  }

  /** Cuts what is under way. */
  dispose(): void {
    this.#cut.abort();
  }

  async #readWorkspaces(): Promise<readonly Workspace[]> {
    const source = await this.#open();
    const all: Workspace[] = [];
    for await (const page of source.listWorkspaces(this.#cut.signal)) {
      this.#parts.learn(page);
      all.push(...page);
    }
    return all.toSorted((one, other) => one.friendlyName.localeCompare(other.friendlyName));
  }

  async #workspaceChildren(node: TreeNode & { kind: 'workspace' }): Promise<readonly TreeNode[]> {
    const { id, profile, workspaceSid } = node;
    const filter = this.#filters.get(workspaceSid);
    // The counts are those of all Tasks.
    const counts = isNarrow(filter) ? undefined : this.#statisticsOf(workspaceSid);
    await counts?.load();
    const statuses = taskStatuses
      .filter((status) => filter?.statuses?.includes(status) ?? true)
      .map((status): TreeNode => {
        const count = counts?.value?.get(status);
        const place = { id: `${id}/${status}`, profile, workspaceSid };
        return { kind: 'status', ...place, status, ...(count !== undefined && { count }) };
      });
    const groups = GROUPS.map((of): TreeNode => ({
      kind: 'group',
      id: `${id}/${of}`,
      profile,
      workspaceSid,
      of,
    }));
    return [...this.#failureRow(counts?.failure, node), ...statuses, ...groups];
  }

  #statisticsOf(workspaceSid: string): Reading<ReadonlyMap<string, number>> {
    const known = this.#statistics.get(workspaceSid);
    if (known !== undefined) return known;
    const reading = new Reading(async () => {
      const source = await this.#open();
      const text = await source.fetchStatistics({ workspaceSid }, this.#cut.signal);
      return countsOf(text);
    });
    this.#statistics.set(workspaceSid, reading);
    return reading;
  }

  async #listChildren(node: ListNode): Promise<readonly TreeNode[]> {
    const list = this.#listOf(node);
    await list.load();
    const { rows, failure, hasMore, readAt } = list;
    const { id, profile, workspaceSid } = node;
    const nodes = rows.map((row): TreeNode => {
      if (node.kind !== 'status') return resourceRow(node, row);
      const place = { id: `${id}/${row.sid}`, profile, workspaceSid, taskSid: row.sid };
      return this.tasks.show({ kind: 'task', ...place, text: row.text, fetchedAt: readAt });
    });
    const more = {
      ...({ kind: 'more', id: `${id}/more`, profile, list: node, count: rows.length } as const),
    };
    // A page that failed is told where it would stand, a list that failed above what it had.
    return failure !== undefined && rows.length > 0 && hasMore
      ? [...nodes, ...this.#failureRow(failure, more)]
      : [...this.#failureRow(failure, node), ...nodes, ...(hasMore ? [more] : [])];
  }

  #listOf(node: ListNode): PagedList {
    const known = this.#lists.get(node.id);
    if (known !== undefined) return known;
    const asked = this.#resourceList(node);
    const list = new PagedList(async (next) => {
      const source = await this.#open();
      return source.listResources(asked, this.#cut.signal, next);
    }, this.#parts.now);
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
        return { kind: 'Tasks', workspaceSid, filter };
      }
    }
  }

  /** A list may leave out the attributes of a Task: looking into it fetches it then. */
  async #taskChildren(node: TaskNode): Promise<readonly TreeNode[]> {
    const { store, masked, isOpen } = this.#parts;
    const { profile: profileId, workspaceSid, taskSid } = node;
    const task = { profileId, workspaceSid, taskSid };
    const { text, listed, gone } = this.tasks.latest(node);
    const missing = (fieldsOf(parsed(text))['attributes'] ?? null) === null;
    if (!missing || !listed || gone) return taskChildren(node, text, masked());
    const fetching = new Reading(() => store.fetch(task, this.#cut.signal));
    await fetching.load();
    if (!isOpen(task)) store.forget(task);
    const { value, failure } = fetching;
    return [
      ...this.#failureRow(failure, node),
      ...taskChildren(node, value?.text ?? text, masked()),
    ];
  }

  #failureRow(failure: Failure | undefined, of?: TreeNode): readonly FailureNode[] {
    const { profileId: profile } = this.#parts;
    const id = `${of?.id ?? profile}/failure`;
    return failure === undefined
      ? []
      : [{ kind: 'failure', id, profile, failure, ...(of !== undefined && { of }) }];
  }

  /** Anew for each request: the profile's credentials may have been replaced. */
  async #open(): Promise<TaskSource> {
    const { connections, profileId } = this.#parts;
    const { source } = await untilAborted(connections.open(profileId), this.#cut.signal);
    return source;
  }
}

/** Whether a filter leaves out Tasks of the statuses that it shows, so that no count fits. */
function isNarrow({ taskQueueSid, workflowSid, priority, expression }: NamedFilter = {}): boolean {
  return [taskQueueSid, workflowSid, priority, expression].some((part) => part !== undefined);
}

function countsOf(statistics: string): ReadonlyMap<string, number> {
  const counts = fieldsOf(fieldsOf(parsed(statistics))['tasks_by_status']);
  return new Map(
    Object.entries(counts).filter(
      (entry): entry is [string, number] => typeof entry[1] === 'number',
    ),
  );
}

function parsed(text: string): unknown {
  const result = parseJson(text);
  return result.valid ? result.value : undefined;
}

import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { Presenter } from '../privacy/presenter.ts';
import type { ProfiledResource } from '../resources/resourceReference.ts';
import { taskStatuses } from '../resources/taskStatus.ts';
import { asFailure, TaskRouterFailure, type Failure } from '../taskrouter/failure.ts';
import type { Workspace } from '../taskrouter/workspace.ts';
import type { TaskStore } from '../tasks/taskStore.ts';
import { jsonChildren, resourceRow, taskChildren } from './childNodes.ts';
import { emptyReason, type EmptyReason } from './emptyReason.ts';
import type { NamedFilter } from './namedFilter.ts';
import { ListRows, type PagedList } from './pagedList.ts';
import { ProfileTreeLoader, type ProfileTreeLoaderOptions } from './profileTreeLoader.ts';
import { ShownTasks } from './shownTasks.ts';
import {
  groupKinds,
  type FailureNode,
  type GroupKind,
  type GroupNode,
  type ListNode,
  type LoadMoreNode,
  type ResourceNode,
  type StatusNode,
  type TaskNode,
  type TreeNode,
} from './treeNode.ts';

export interface ProfileTreeOptions extends ProfileTreeLoaderOptions {
  readonly store: Pick<TaskStore, 'fetchTransient'>;
  /** Whether its document is open. The answer for it is kept then. */
  readonly isOpen: (resource: ProfiledResource) => boolean;
  readonly present: () => Presenter;
}

/** What the tree shows at its top: rows, or why there are none. */
export type TreeRoot =
  | { readonly kind: 'rows'; readonly nodes: readonly TreeNode[] }
  | { readonly kind: 'empty'; readonly reason: EmptyReason; readonly failure?: Failure };

/**
 * What one profile sees, loaded as the user opens it: a list when its row is expanded, once, until
 * `refresh`. Sends no request on its own. A failure is a row among the others.
 */
export class ProfileTree {
  readonly #options: ProfileTreeOptions;
  readonly #loader: ProfileTreeLoader;
  readonly #taskRows = new ListRows<TaskNode>();
  /** The Tasks that have a row. */
  readonly tasks: ShownTasks;

  constructor(options: ProfileTreeOptions) {
    this.#options = options;
    this.#loader = new ProfileTreeLoader(options);
    this.tasks = new ShownTasks(options.profileId);
  }

  get profileId(): string {
    return this.#options.profileId;
  }

  /** The rows at the top; rejects once this is disposed. */
  async root(): Promise<TreeRoot> {
    const list = this.#loader.workspaces;
    await list.load();
    const { value: workspaces = [], failure } = list;
    const reason = failure === undefined ? 'noWorkspace' : emptyReason(failure);
    if (workspaces.length === 0 && reason !== undefined) {
      return { kind: 'empty', reason, ...(failure !== undefined && { failure }) };
    }
    const { profileId: profile } = this;
    const nodes = workspaces.map(({ sid, friendlyName: name }): TreeNode => {
      const isOnly = workspaces.length === 1;
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
        return this.#taskRowsOf(node);
      case 'group':
        return this.#resourceRowsOf(node);
      case 'task':
        return this.#taskChildren(node);
      case 'section':
        return node.of === 'reservations'
          ? this.#resourceRowsOf(node)
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

  /**
   * When the rows below a node, or those at the top, were read, in ms since the epoch. Absent if there are
   * none, or they are not read again.
   */
  readAt(node: TreeNode | undefined): number | undefined {
    return this.#loader.readAt(node?.id);
  }

  /** A status with how many of its Tasks have a row by now. */
  withListed(node: StatusNode): StatusNode {
    return { ...node, listed: this.#loader.listedOf(node) };
  }

  /** Everything is read again when it is next looked at. */
  refresh(): void {
    this.#loader.refresh();
  }

  /** What could not be read is read again when it is next looked at, a next page at once. */
  async retry(failed: FailureNode): Promise<void> {
    await this.#loader.retry(failed);
  }

  /** Adds the next page to a list that was looked at. */
  async loadMore(node: ListNode): Promise<void> {
    await this.#loader.loadMore(node);
  }

  /** The filters that are set, by Workspace SID. */
  get filters(): ReadonlyMap<string, NamedFilter> {
    return this.#loader.filters;
  }

  /** Narrows the Tasks of a Workspace; nothing lets all be shown again. */
  setFilter(workspaceSid: string, filter: NamedFilter | undefined): void {
    this.#loader.setFilter(workspaceSid, filter);
    for (const status of taskStatuses) {
      this.tasks.hide(`${this.profileId}/${workspaceSid}/${status}`);
    }
  }

  /**
   * Lists the Workspaces unless they are.
   *
   * @throws TaskRouterFailure if they cannot be listed
   */
  async loadWorkspaces(): Promise<void> {
    const list = this.#loader.workspaces;
    await list.load();
    const { value, failure } = list;
    if (value === undefined && failure !== undefined) throw new TaskRouterFailure(failure);
  }

  /** Workspaces as they were listed last; none before. */
  get workspaces(): readonly Workspace[] {
    return this.#loader.workspaces.value ?? [];
  }

  /**
   * The rows of a group, up to a thousand, whether they are looked at or not.
   *
   * @throws TaskRouterFailure if they cannot be read
   */
  async readGroup(workspaceSid: string, of: GroupKind): Promise<readonly ResourceNode[]> {
    const node = this.#group(workspaceSid, of);
    const { rows } = await this.#loader.wholeGroup(node);
    return rows.map((row) => resourceRow(node, row));
  }

  /** Cuts what is under way. */
  dispose(): void {
    this.#loader.dispose();
  }

  async #workspaceChildren(node: TreeNode & { kind: 'workspace' }): Promise<readonly TreeNode[]> {
    const { id, profile, workspaceSid } = node;
    const counts = this.#loader.counts(workspaceSid);
    await counts.load();
    // It can have become another one meanwhile.
    const filter = this.filters.get(workspaceSid);
    const narrowed = isNarrow(filter);
    const statuses = taskStatuses
      .filter((status) => filter?.statuses?.includes(status) ?? true)
      .map((status): TreeNode => {
        const count = counts.value?.get(status);
        const place = { id: `${id}/${status}`, profile, workspaceSid, status, narrowed };
        return { kind: 'status', ...place, ...(count !== undefined && { count }) };
      });
    const groups = groupKinds.map((of) => this.#group(workspaceSid, of));
    return [...this.#failureRow(counts.failure, node), ...statuses, ...groups];
  }

  #group(workspaceSid: string, of: GroupKind): GroupNode {
    const { profileId: profile } = this;
    return { kind: 'group', id: `${profile}/${workspaceSid}/${of}`, profile, workspaceSid, of };
  }

  async #taskRowsOf(node: TreeNode & { kind: 'status' }): Promise<readonly TreeNode[]> {
    const list = await this.#loader.list(node);
    this.#loader.pruneBelow(node, list);
    const { id, profile, workspaceSid } = node;
    const { nodes, firstNew } = this.#taskRows.of(list, ({ sid: taskSid, text, readAt }) => {
      const place = { id: `${id}/${taskSid}`, profile, workspaceSid, taskSid };
      return { kind: 'task', ...place, text, fetchedAt: readAt };
    });
    if (firstNew === 0) this.tasks.show(id, nodes);
    else this.tasks.add(id, nodes.slice(firstNew));
    return this.#listed(node, list, nodes);
  }

  async #resourceRowsOf(node: Exclude<ListNode, { kind: 'status' }>): Promise<readonly TreeNode[]> {
    const list = await this.#loader.list(node);
    return this.#listed(
      node,
      list,
      list.rows.map((row) => resourceRow(node, row)),
    );
  }

  /** Rows with what is to be said of their list: a page that failed is told where it would stand. */
  #listed(
    node: ListNode,
    { failure, nextFailure, hasMore, rows }: PagedList,
    nodes: readonly TreeNode[],
  ): readonly TreeNode[] {
    const { id, profile } = node;
    const total = node.kind === 'status' && !node.narrowed ? node.count : undefined;
    const more: LoadMoreNode = {
      ...{ kind: 'more', id: `${id}/more`, profile, list: node, count: rows.length },
      ...(total !== undefined && { total }),
    };
    const above: readonly TreeNode[] = this.#failureRow(failure, node);
    const below = this.#failureRow(nextFailure, more);
    // Of very many rows the copy is what takes the time, and this one is the quickest.
    return above.concat(nodes, hasMore && below.length === 0 ? [more] : below);
  }

  /** A list may leave out the attributes of a Task: looking into it fetches it then. */
  async #taskChildren(node: TaskNode): Promise<readonly TreeNode[]> {
    const { store, present, isOpen } = this.#options;
    const { profile: profileId, workspaceSid, taskSid } = node;
    const { text, listed, deleted } = this.tasks.latest(node);
    if (!listed || deleted || !lacksAttributes(text))
      return taskChildren(node, present().answer(text));
    try {
      const task = { profileId, workspaceSid, taskSid };
      const fetched = await store.fetchTransient(task, this.#loader.signal, isOpen);
      return taskChildren(node, present().answer(fetched.text));
    } catch (error) {
      const failure = asFailure(error);
      if (failure === undefined) throw error;
      // That it is gone its own row says.
      const told = this.tasks.latest(node).deleted ? undefined : failure;
      return [...this.#failureRow(told, node), ...taskChildren(node, present().answer(text))];
    }
  }

  #failureRow(failure: Failure | undefined, of?: TreeNode): readonly FailureNode[] {
    const { profileId: profile } = this;
    const id = `${of?.id ?? profile}/failure`;
    return failure === undefined
      ? []
      : [{ kind: 'failure', id, profile, failure, ...(of !== undefined && { of }) }];
  }
}

/** Whether a filter leaves out Tasks of the statuses that it shows. */
function isNarrow({ taskQueueSid, workflowSid, priority, expression }: NamedFilter = {}): boolean {
  return [taskQueueSid, workflowSid, priority, expression].some((part) => part !== undefined);
}

function lacksAttributes(task: string): boolean {
  const answer = parseJson(task);
  return answer.valid && (asRecord(answer.value)['attributes'] ?? null) === null;
}

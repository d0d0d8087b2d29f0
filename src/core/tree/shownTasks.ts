import { isTask, type ProfiledResource } from '../resources/resourceReference.ts';
import type { TaskRecord } from '../tasks/taskStore.ts';
import type { TaskNode } from './treeNode.ts';

/** What is known of a Task that has a row. */
export interface LatestTask {
  readonly text: string;
  /** When this was so, in ms since the epoch. */
  readonly fetchedAt: number;
  /** Whether TaskRouter has deleted it since. */
  readonly deleted: boolean;
  /** Whether it is the row of a list, which may leave out the attributes. */
  readonly listed: boolean;
}

interface TaskUpdate {
  readonly task: LatestTask;
  /** When it was heard, in ms since the epoch: that a Task is gone is heard later than the rest. */
  readonly at: number;
}

/** The Tasks that have a row, with what fetches have brought since the list was read. */
export class ShownTasks {
  readonly #profileId: string;
  /** By list, then by Task: one that moves on while lists are read can stand in two. */
  readonly #lists = new Map<string, Map<string, TaskNode>>();
  readonly #updates = new Map<string, TaskUpdate>();

  constructor(profileId: string) {
    this.#profileId = profileId;
  }

  /** Replaces all rows of a list, by the id of its node. */
  show(listId: string, nodes: readonly TaskNode[]): void {
    this.#lists.set(listId, new Map());
    this.add(listId, nodes);
    this.#dropUpdates();
  }

  /** Adds further rows of a list. */
  add(listId: string, nodes: readonly TaskNode[]): void {
    const rows = this.#lists.get(listId);
    for (const node of nodes) rows?.set(rowKey(node), node);
  }

  /** Discards the rows of a list that is not shown any more. */
  hide(listId: string): void {
    this.#lists.delete(listId);
    this.#dropUpdates();
  }

  /** The rows of a Task. */
  rows(task: Pick<TaskNode, 'workspaceSid' | 'taskSid'>): readonly TaskNode[] {
    const key = rowKey(task);
    return [...this.#lists.values()].flatMap((list) => list.get(key) ?? []);
  }

  /** What came last of a Task: its row of the list, or a fetch. */
  latest(node: TaskNode): LatestTask {
    return this.#updateOf(node).task;
  }

  /**
   * Takes what the store has of a Task.
   *
   * @returns the rows that have to be shown anew
   */
  update(resource: ProfiledResource, record: TaskRecord | undefined): readonly TaskNode[] {
    if (resource.profileId !== this.#profileId || !isTask(resource)) return [];
    const key = rowKey(resource);
    const rows = this.rows(resource);
    const [first, ...others] = rows;
    if (first === undefined || record === undefined || record.fetching) return [];
    const newest = others.reduce((one, row) => (row.fetchedAt > one.fetchedAt ? row : one), first);
    const before = this.#updateOf(newest);
    const after = newerUpdate(before, record);
    if (after === before) return [];
    this.#updates.set(key, after);
    // The same text is news as well, as a fetched Task lacks no attributes.
    const isSame =
      after.task.text === before.task.text && after.task.deleted === before.task.deleted;
    return isSame ? [] : rows;
  }

  #updateOf(node: TaskNode): TaskUpdate {
    const { text, fetchedAt } = node;
    // A row of the profile before can be asked about for a moment.
    const news = node.profile === this.#profileId ? this.#updates.get(rowKey(node)) : undefined;
    return news === undefined || news.at < fetchedAt
      ? { task: { text, fetchedAt, deleted: false, listed: true }, at: fetchedAt }
      : news;
  }

  /** Discards the updates of Tasks without a row. */
  #dropUpdates(): void {
    const lists = [...this.#lists.values()];
    for (const key of this.#updates.keys()) {
      if (!lists.some((list) => list.has(key))) this.#updates.delete(key);
    }
  }
}

/** Only the failure `notFound` is news about a Task. */
function newerUpdate(
  before: TaskUpdate,
  { fetched, failure, failedAt = 0 }: TaskRecord,
): TaskUpdate {
  if (failure?.kind === 'notFound' && !before.task.deleted) {
    return { task: { ...before.task, deleted: true }, at: failedAt };
  }
  const isNews = failure === undefined && fetched !== undefined && fetched.fetchedAt >= before.at;
  return isNews
    ? { task: { ...fetched, deleted: false, listed: false }, at: fetched.fetchedAt }
    : before;
}

function rowKey({ workspaceSid, taskSid }: Pick<TaskNode, 'workspaceSid' | 'taskSid'>): string {
  return `${workspaceSid}/${taskSid}`;
}

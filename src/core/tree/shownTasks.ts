import type { ProfiledResource } from '../tasks/profiledResource.ts';
import { isTask } from '../tasks/profiledTask.ts';
import type { TaskRecord } from '../tasks/taskStore.ts';
import type { TaskNode } from './treeNode.ts';

/** What is known of a Task that has a row. */
export interface LatestTask {
  readonly text: string;
  /** When this was so, in ms since the epoch. */
  readonly fetchedAt: number;
  /** Whether TaskRouter has deleted it since. */
  readonly gone: boolean;
  /** Whether it is the row of a list, which may leave out the attributes. */
  readonly listed: boolean;
}

/** The Tasks that have a row, with what fetches have brought since the list was read. */
export class ShownTasks {
  readonly #profileId: string;
  /** By Task, then by row: a Task that moves on while lists are read can stand in two. */
  readonly #rows = new Map<string, Map<string, TaskNode>>();
  readonly #latest = new Map<string, LatestTask>();

  constructor(profileId: string) {
    this.#profileId = profileId;
  }

  show(node: TaskNode): TaskNode {
    const key = keyOf(node);
    const rows = this.#rows.get(key) ?? new Map<string, TaskNode>();
    this.#rows.set(key, rows.set(node.id, node));
    return node;
  }

  /** What came last of a Task: its row of the list, or a fetch. */
  latest(node: TaskNode): LatestTask {
    const fetched = this.#latest.get(keyOf(node));
    const listed = { text: node.text, fetchedAt: node.fetchedAt, gone: false, listed: true };
    return fetched === undefined || fetched.fetchedAt < listed.fetchedAt ? listed : fetched;
  }

  /**
   * Takes what the store has of a Task.
   *
   * @returns the rows that have to be shown anew
   */
  learn(resource: ProfiledResource, record: TaskRecord | undefined): readonly TaskNode[] {
    if (resource.profileId !== this.#profileId || !isTask(resource)) return [];
    const key = keyOf(resource);
    const rows = [...(this.#rows.get(key)?.values() ?? [])];
    const [first] = rows;
    if (first === undefined || record === undefined || record.fetching) return [];
    const before = this.latest(first);
    const after = newest(before, record);
    if (after === before) return [];
    this.#latest.set(key, after);
    return rows;
  }

  /** Forgets all: the lists are to be read again. */
  clear(): void {
    this.#rows.clear();
  }
}

/** Any other failure than that the Task is gone says nothing new of it. */
function newest(before: LatestTask, { fetched, failure, failedAt = 0 }: TaskRecord): LatestTask {
  if (failure?.kind === 'notFound' && !before.gone) {
    return { ...before, fetchedAt: failedAt, gone: true };
  }
  const isNews =
    failure === undefined &&
    fetched !== undefined &&
    fetched.fetchedAt >= before.fetchedAt &&
    fetched.text !== before.text;
  return isNews ? { ...fetched, gone: false, listed: false } : before;
}

function keyOf({ workspaceSid, taskSid }: Pick<TaskNode, 'workspaceSid' | 'taskSid'>): string {
  return `${workspaceSid}/${taskSid}`;
}

import type { Profile } from '../profiles/profile.ts';
import { hasSameOwner } from '../profiles/secretVault.ts';
import {
  isTask,
  taskKey,
  type ProfiledResource,
  type ProfiledTask,
} from '../resources/resourceReference.ts';
import { summarizeTask, type TaskSummary } from '../taskrouter/taskSummary.ts';
import type { KnownTask } from './knownTasks.ts';
import type { TaskRecord } from './taskStore.ts';

/** A Task that was fetched or pinned. */
export interface RecentTask {
  readonly task: ProfiledTask;
  readonly pinned: boolean;
  /** The latest fetch in this window; absent for a pinned Task that has not been fetched yet. */
  readonly known?: {
    readonly summary: TaskSummary;
    /** In ms since the epoch. */
    readonly fetchedAt: number;
  };
  /** Whether the latest fetch found that it does not exist any more. */
  readonly deleted: boolean;
  /** The profile at the time of the fetch, if its account or host has changed since. */
  readonly formerProfile?: Profile;
}

/** Pinned Tasks do not count. */
const MAX_UNPINNED_TASKS = 100;

/**
 * The pinned Tasks, in a stable order, followed by the Tasks fetched in this window, the latest first.
 */
export class RecentTasks {
  /** The reverse of the list's order: what was pinned or fetched last is last. */
  readonly #tasks = new Map<string, RecentTask>();

  /**
   * @param pins in the order of the list
   * @param known the Tasks fetched so far, the latest first
   */
  constructor(pins: readonly ProfiledTask[], known: readonly KnownTask[]) {
    for (const task of pins.toReversed()) this.#put({ task, pinned: true, deleted: false });
    for (const { task, fetchedAt, ...summary } of known.toReversed()) {
      const { pinned = false } = this.#find(task) ?? {};
      this.#put({ task, pinned, known: { summary, fetchedAt }, deleted: false });
    }
  }

  list(): readonly RecentTask[] {
    const all = [...this.#tasks.values()].toReversed();
    const others = all.filter(({ pinned }) => !pinned);
    return [...all.filter(({ pinned }) => pinned), ...others.toSorted(latestFirst)];
  }

  /** In the order of the list. */
  get pins(): readonly ProfiledTask[] {
    return this.list().flatMap(({ pinned, task }) => (pinned ? [task] : []));
  }

  /**
   * Updates a Task from its record in the store.
   *
   * @returns whether the list has changed
   */
  update(resource: ProfiledResource, record: TaskRecord | undefined): boolean {
    if (!isTask(resource) || record === undefined || record.fetching) return false;
    const before = this.#find(resource);
    const { fetched, failure } = record;
    if (failure?.kind === 'notFound') {
      if (before === undefined || before.deleted) return false;
      this.#tasks.set(taskKey(resource), { ...before, deleted: true });
      return true;
    }
    const isNewer = fetched !== undefined && fetched.fetchedAt !== before?.known?.fetchedAt;
    if (!isNewer || failure !== undefined) return false;
    const { profileId, workspaceSid, taskSid } = resource;
    const known = { summary: summarizeTask(fetched.text), fetchedAt: fetched.fetchedAt };
    const task = before?.task ?? { profileId, workspaceSid, taskSid };
    this.#put({ task, pinned: before?.pinned ?? false, known, deleted: false });
    return true;
  }

  pin(task: ProfiledTask): void {
    const before = this.#find(task) ?? { task, deleted: false };
    this.#put({ ...before, pinned: true });
  }

  unpin(task: ProfiledTask): void {
    const before = this.#find(task);
    if (before === undefined) return;
    if (before.known === undefined) this.remove(task);
    else this.#put({ ...before, pinned: false });
  }

  remove(task: ProfiledTask): void {
    this.#tasks.delete(taskKey(task));
  }

  /** Marks the Tasks fetched with a profile as from an earlier account or host. */
  leaveHost(profile: Profile, current?: Profile): void {
    for (const [key, { formerProfile = profile, ...recent }] of this.#tasks) {
      if (recent.task.profileId !== profile.id || recent.known === undefined) continue;
      const isBack = current !== undefined && hasSameOwner(formerProfile, current);
      this.#tasks.set(key, isBack ? recent : { ...recent, formerProfile });
    }
  }

  /** Removes the Tasks of a removed profile. */
  dropProfile(profileId: string): void {
    for (const { task } of [...this.#tasks.values()]) {
      if (task.profileId === profileId) this.remove(task);
    }
  }

  #find(task: ProfiledTask): RecentTask | undefined {
    return this.#tasks.get(taskKey(task));
  }

  #put(recent: RecentTask): void {
    // A pinned Task keeps its position after a fetch, so that the row under the pointer stays the same.
    const keepsPosition = recent.pinned && this.#find(recent.task)?.pinned === true;
    if (!keepsPosition) this.remove(recent.task);
    this.#tasks.set(taskKey(recent.task), recent);
    const others = this.list().filter(({ pinned }) => !pinned);
    for (const { task } of others.slice(MAX_UNPINNED_TASKS)) this.remove(task);
  }
}

/** The Tasks that have each of the words in their SIDs or in what their row says. */
export function filterRecentTasks(
  tasks: readonly RecentTask[],
  text: string,
): readonly RecentTask[] {
  const words = text.toLowerCase().split(/\s+/);
  return tasks.filter(({ task, known }) => {
    const { status = '', channelName = '', queueName = '' } = known?.summary ?? {};
    const said = [task.workspaceSid, task.taskSid, status, channelName, queueName];
    const whole = said.join(' ').toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}

function latestFirst({ known: one }: RecentTask, { known: other }: RecentTask): number {
  return (other?.fetchedAt ?? 0) - (one?.fetchedAt ?? 0);
}

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

/** A Task that was fetched, or is to be kept at hand. */
export interface RecentTask {
  readonly task: ProfiledTask;
  readonly pinned: boolean;
  /** What the latest fetch in this window brought; absent for a pin that none has fetched yet. */
  readonly known?: {
    readonly summary: TaskSummary;
    /** In ms since the epoch. */
    readonly fetchedAt: number;
  };
  /** Whether it was not there any more when it was last asked for. */
  readonly deleted: boolean;
  /** The profile as it was, if it has another account or host by now. */
  readonly formerProfile?: Profile;
}

/** More is no list that anybody looks through. Pins are not counted. */
const MAX_UNPINNED_TASKS = 100;

/**
 * The Tasks that were fetched in this window, the latest first, behind those that are pinned, which
 * stay where they are.
 */
export class RecentTasks {
  /** What was pinned last comes last, and so does what was fetched last among the others. */
  readonly #tasks = new Map<string, RecentTask>();

  /**
   * @param pins in their order
   * @param known what was fetched so far, the latest first
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
   * Takes what the store has of a Task.
   *
   * @returns whether the list is another now
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
    const isNews = fetched !== undefined && fetched.fetchedAt !== before?.known?.fetchedAt;
    if (!isNews || failure !== undefined) return false;
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

  /** Says of what a profile fetched that it is of an account or host that the profile has left. */
  leaveHost(profile: Profile, current?: Profile): void {
    for (const [key, { formerProfile = profile, ...recent }] of this.#tasks) {
      if (recent.task.profileId !== profile.id || recent.known === undefined) continue;
      const isBack = current !== undefined && hasSameOwner(formerProfile, current);
      this.#tasks.set(key, isBack ? recent : { ...recent, formerProfile });
    }
  }

  /** Lets go of what a profile fetched that was removed. */
  dropProfile(profileId: string): void {
    for (const { task } of [...this.#tasks.values()]) {
      if (task.profileId === profileId) this.remove(task);
    }
  }

  #find(task: ProfiledTask): RecentTask | undefined {
    return this.#tasks.get(taskKey(task));
  }

  #put(recent: RecentTask): void {
    // A pin stays in its place when it is fetched: the row under the pointer is to be the same.
    const staysThere = recent.pinned && this.#find(recent.task)?.pinned === true;
    if (!staysThere) this.remove(recent.task);
    this.#tasks.set(taskKey(recent.task), recent);
    const others = this.list().filter(({ pinned }) => !pinned);
    for (const { task } of others.slice(MAX_UNPINNED_TASKS)) this.remove(task);
  }
}

function latestFirst({ known: one }: RecentTask, { known: other }: RecentTask): number {
  return (other?.fetchedAt ?? 0) - (one?.fetchedAt ?? 0);
}

import { describeDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { summarizeTask, type TaskSummary } from '../taskrouter/taskSummary.ts';

/** The facts of a Task that are kept after its document is closed. */
export interface KnownTask extends TaskSummary {
  readonly task: ProfiledTask;
  /** The time of the fetch, in ms since the epoch. */
  readonly fetchedAt: number;
}

const MAX_TASKS = 500;

/** A few facts of the last fetched Tasks, in memory only. */
export class KnownTasks {
  /** By `resourceKey`; the latest fetch is last. */
  readonly #tasks = new Map<string, KnownTask>();

  /** @param text the JSON of the answer */
  add({ profileId, workspaceSid, taskSid }: ProfiledTask, text: string, fetchedAt: number): void {
    const task = { profileId, workspaceSid, taskSid };
    this.delete(task);
    this.#tasks.set(taskKey(task), { ...summarizeTask(text), task, fetchedAt });
    if (this.#tasks.size <= MAX_TASKS) return;
    const [oldest] = this.#tasks.values();
    if (oldest !== undefined) this.delete(oldest.task);
  }

  delete(task: ProfiledTask): void {
    this.#tasks.delete(taskKey(task));
  }

  deleteProfile(profileId: string): void {
    for (const { task } of [...this.#tasks.values()]) {
      if (task.profileId === profileId) this.delete(task);
    }
  }

  /** All Tasks, the latest fetch first. */
  all(): readonly KnownTask[] {
    return [...this.#tasks.values()].toReversed();
  }

  /** The facts of a Task SID for each profile and Workspace, the latest fetch first. */
  get(taskSid: string): readonly KnownTask[] {
    const end = `/${taskSid.toLowerCase()}`;
    return [...this.#tasks]
      .filter(([key]) => key.endsWith(end))
      .map(([, known]) => known)
      .toReversed();
  }
}

/** Describes a Task that was fetched before: status, queue, age, profile, and time of the fetch. */
export function describeKnownTask(
  { status, queueName, ageSeconds }: KnownTask,
  shown: { readonly profile: string; readonly time: string; readonly present: Presenter },
): readonly MessageArgument[] {
  const show = (text = '') => shown.present.line(text);
  const queue = show(queueName);
  return [
    describeStatus(show(status) || undefined),
    ...(queue === '' ? [] : [message('TaskQueue {0}', queue)]),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
    message('profile {0}', shown.profile),
    message('fetched {0}', shown.time),
  ];
}

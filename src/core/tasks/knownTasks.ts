import { describeDuration } from '../messages/duration.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { shownText } from '../privacy/shownText.ts';
import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { summarizeTask, type TaskSummary } from '../taskrouter/taskSummary.ts';

/** What is remembered of a Task after its document is closed. */
export interface KnownTask extends TaskSummary {
  readonly task: ProfiledTask;
  /** When all this was so, in ms since the epoch. */
  readonly fetchedAt: number;
}

const MAX_TASKS = 500;

/** A few facts of the Tasks that were fetched last, in memory only. */
export class KnownTasks {
  /** By the keys of their resources; the latest fetch comes last. */
  readonly #tasks = new Map<string, KnownTask>();

  /** @param text of the answer, a JSON text */
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

  /** The latest fetch first. */
  all(): readonly KnownTask[] {
    return [...this.#tasks.values()].toReversed();
  }

  /** What is known of a Task SID under each profile and Workspace, the latest fetch first. */
  get(taskSid: string): readonly KnownTask[] {
    const end = `/${taskSid.toLowerCase()}`;
    return [...this.#tasks]
      .filter(([key]) => key.endsWith(end))
      .map(([, known]) => known)
      .toReversed();
  }
}

/** The facts of a line about a Task that was fetched before: status, queue, age, profile, and when. */
export function describeKnownTask(
  { status, queueName, ageSeconds }: KnownTask,
  shown: { readonly profile: string; readonly time: string; readonly masked: boolean },
): readonly MessageArgument[] {
  const show = (text = '') => shownText(text, shown.masked);
  const queue = show(queueName);
  return [
    describeStatus(show(status) || undefined),
    ...(queue === '' ? [] : [message('Task Queue {0}', queue)]),
    ...(ageSeconds === undefined ? [] : [message('{0} old', describeDuration(ageSeconds))]),
    message('profile {0}', shown.profile),
    message('fetched {0}', shown.time),
  ];
}

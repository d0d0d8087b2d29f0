import { asRecord, parseJson } from '../json/jsonObject.ts';
import { Listeners } from '../base/listeners.ts';
import type { Message } from '../messages/message.ts';
import { taskKey, type ProfiledTask } from '../resources/resourceReference.ts';

/** Why a Task waits, in one line. */
export interface KnownSummary {
  readonly summary: Message;
  /** When the Task was fetched that was explained, in ms since the epoch. */
  readonly at: number;
}

interface KeptSummary extends KnownSummary {
  readonly task: ProfiledTask;
  /** The fields of the Task on which the summary depends, as JSON. */
  readonly about: string;
}

/** A window explains few Tasks. */
const MAX_KEPT = 200;

/** Why Tasks wait, as far as it was explained, for places that send no requests: a CodeLens, a tooltip. */
export class KnownSummaries {
  readonly #kept = new Map<string, KeptSummary>();
  readonly #changed = new Listeners<ProfiledTask>();

  /** @param text the Task that was explained, as the API answered it */
  add({ profileId, workspaceSid, taskSid }: ProfiledTask, text: string, known: KnownSummary): void {
    const task = { profileId, workspaceSid, taskSid };
    const key = taskKey(task);
    const before = this.#kept.get(key);
    const about = routedState(text);
    this.#kept.delete(key);
    this.#kept.set(key, { ...known, task, about });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    const isSame =
      before?.about === about && JSON.stringify(before.summary) === JSON.stringify(known.summary);
    if (!isSame) this.#changed.fire(task);
  }

  /**
   * Returns the summary of a Task if the Task still waits with the same status, TaskQueue and priority.
   *
   * @param text the Task as it was fetched last; absent if that is not in memory any more
   */
  get(task: ProfiledTask, text: string | undefined): KnownSummary | undefined {
    const kept = this.#kept.get(taskKey(task));
    return text === undefined || kept?.about === routedState(text) ? kept : undefined;
  }

  /** Forgets what was found with a profile, or with all of them. */
  forget(profileId?: string): void {
    for (const [key, { task }] of [...this.#kept]) {
      if (profileId !== undefined && task.profileId !== profileId) continue;
      this.#kept.delete(key);
      this.#changed.fire(task);
    }
  }

  /** Fires after what is known of a Task has changed. */
  onDidChange(listener: (task: ProfiledTask) => void): { dispose(): void } {
    return this.#changed.add(listener);
  }
}

function routedState(text: string): string {
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const { assignment_status: status, task_queue_sid: queue, priority } = fields;
  return JSON.stringify([status, queue, priority]);
}

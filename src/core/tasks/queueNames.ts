import { asRecord, parseJson } from '../json/jsonObject.ts';
import { isSidOf } from '../sids/sid.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';
import type { FetchedTask } from './fetchHistory.ts';
import type { FetchedResource } from './taskStore.ts';

interface NamedQueue {
  readonly sid: string;
  readonly name: string;
}

/** The friendly names of TaskQueues that were read, by profile, in memory only. */
export class QueueNames {
  readonly #listed = new Map<string, Map<string, NamedQueue>>();
  readonly #inAnswers = new WeakMap<FetchedTask, NamedQueue | undefined>();

  /** Takes the names from rows of a list. */
  learn(profileId: string, rows: readonly ListedResource[]): void {
    const names = this.#listed.get(profileId) ?? new Map<string, NamedQueue>();
    this.#listed.set(profileId, names);
    for (const { sid, text } of rows) {
      const name = fieldsOf(text)['friendly_name'];
      if (typeof name === 'string' && name !== '') names.set(sid.toLowerCase(), { sid, name });
    }
  }

  forget(profileId: string): void {
    this.#listed.delete(profileId);
  }

  /**
   * All that are known under a profile, those read as a list first.
   *
   * @param fetched what the profile brought: a TaskQueue has its name, a Task that of its TaskQueue
   */
  all(profileId: string, fetched: readonly FetchedResource[]): readonly NamedQueue[] {
    const all = new Map(this.#listed.get(profileId));
    for (const { resource, fetched: answer } of fetched) {
      const queue = this.#queueIn(resource.sid, answer);
      if (queue !== undefined && !all.has(queue.sid.toLowerCase())) {
        all.set(queue.sid.toLowerCase(), queue);
      }
    }
    return [...all.values()];
  }

  #queueIn(sid: string | undefined, answer: FetchedTask): NamedQueue | undefined {
    if (!this.#inAnswers.has(answer)) this.#inAnswers.set(answer, namedQueue(sid, answer.text));
    return this.#inAnswers.get(answer);
  }
}

/** @param sid of a resource that is no Task */
function namedQueue(sid: string | undefined, text: string): NamedQueue | undefined {
  const fields = fieldsOf(text);
  const isQueue = isSidOf(sid, 'WQ');
  const name = fields[isQueue ? 'friendly_name' : 'task_queue_friendly_name'];
  const queueSid = isQueue ? sid : fields['task_queue_sid'];
  return typeof name === 'string' && name !== '' && isSidOf(queueSid, 'WQ')
    ? { sid: queueSid, name }
    : undefined;
}

function fieldsOf(text: string) {
  const answer = parseJson(text);
  return asRecord(answer.valid ? answer.value : undefined);
}

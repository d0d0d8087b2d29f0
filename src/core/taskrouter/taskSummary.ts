import { asRecord, isFiniteNumber } from '../json/jsonObject.ts';
import { shownText } from '../messages/plainText.ts';

/** The facts for one line about a Task, each absent if the API omits it. */
export interface TaskSummary {
  /** One of `taskStatuses`, or a status that TaskRouter adds later. */
  readonly status?: string;
  /** The friendly name of its TaskQueue. */
  readonly queueName?: string;
  /** The unique name of its Task Channel, such as `voice`. */
  readonly channelName?: string;
  readonly priority?: number;
  /** Seconds since the Task was created, at the time of the answer. */
  readonly ageSeconds?: number;
}

/** Reads the summary from a Task's JSON, in which any field may be missing or null. */
export function summarizeTask(text: string): TaskSummary {
  const fields = asRecord(JSON.parse(text));
  const { assignment_status: status, task_queue_friendly_name: queueName, age } = fields;
  const { task_channel_unique_name: channelName, priority } = fields;
  return {
    ...(typeof status === 'string' && { status }),
    ...(typeof queueName === 'string' && { queueName }),
    ...(typeof channelName === 'string' && { channelName }),
    ...(isFiniteNumber(priority) && { priority }),
    ...(isFiniteNumber(age) && { ageSeconds: age }),
  };
}

/** Twilio's versions are short numbers; a proxy can send something longer. */
const MAX_VERSION_LENGTH = 40;

/**
 * A Task's version, which differs after each change, without the syntax of an `ETag`: 3 for `"3"` and
 * `W/"3"`. Returns `undefined` if the answer has none.
 */
export function taskVersion(etag: string | undefined): string | undefined {
  const quoted = /^(?:W\/)?"(.*)"$/.exec(etag ?? '');
  return shownText(quoted?.[1] ?? etag ?? '', MAX_VERSION_LENGTH) || undefined;
}

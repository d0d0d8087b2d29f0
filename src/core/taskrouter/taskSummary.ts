import { asRecord } from '../json/jsonObject.ts';
import { shownText } from '../messages/plainText.ts';

/** The facts of a Task that a line about it shows, each absent if the API left it out. */
export interface TaskSummary {
  /** `pending`, `reserved`, `assigned`, `wrapping`, `completed`, `canceled`, or what comes next. */
  readonly status?: string;
  /** What people call the Task Queue that it is in. */
  readonly queueName?: string;
  /** The unique name of its Task Channel, such as `voice`. */
  readonly channelName?: string;
  readonly priority?: number;
  /** Seconds since the Task was created, at the time of the answer. */
  readonly ageSeconds?: number;
}

/** Reads the summary of a Task's JSON text, of which any field may be missing or null. */
export function summarizeTask(text: string): TaskSummary {
  const fields = asRecord(JSON.parse(text));
  const { assignment_status: status, task_queue_friendly_name: queueName, age } = fields;
  const { task_channel_unique_name: channelName, priority } = fields;
  return {
    ...(typeof status === 'string' && { status }),
    ...(typeof queueName === 'string' && { queueName }),
    ...(typeof channelName === 'string' && { channelName }),
    ...(typeof priority === 'number' && { priority }),
    ...(typeof age === 'number' && { ageSeconds: age }),
  };
}

/** Twilio's are a number; what is longer comes from something in between. */
const MAX_VERSION_LENGTH = 40;

/**
 * The version of a Task, which is another with each change of it, as people read it: 3 for the `ETag`
 * `"3"` and `W/"3"`. Nothing where the answer had none.
 */
export function taskVersion(etag: string | undefined): string | undefined {
  const quoted = /^(?:W\/)?"(.*)"$/.exec(etag ?? '');
  return shownText(quoted?.[1] ?? etag ?? '', MAX_VERSION_LENGTH) || undefined;
}

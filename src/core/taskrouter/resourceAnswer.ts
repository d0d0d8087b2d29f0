import { asRecord, isJsonContainer, parseJson } from '../json/jsonObject.ts';
import { resourceKind } from '../resources/resourceKind.ts';
import { ownSid, type ResourceReference } from '../resources/resourceReference.ts';
import { isSameSid, matchesIfPresent, parseSid } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';

/** A resource as TaskRouter answered it. */
export interface ResourceAnswer {
  /**
   * The body to the letter: a JSON object whose `sid` is that of the resource that was asked for.
   * Parsing and printing it again would change 64-bit numbers and drop duplicate keys.
   */
  readonly text: string;
  /** `ETag`, as it came: with each change of a Task it is another. Absent if the answer had none. */
  readonly etag?: string;
  /**
   * By how many milliseconds the server's clock is ahead of this machine's, negative if it is behind;
   * absent if they agree, or the answer did not tell. What lasts since a time in `text` is counted by it.
   */
  readonly serverAheadMs?: number;
}

/**
 * Holds an answer with status 200 against what was asked for.
 *
 * @throws TaskRouterFailure `notJson`, `notTask` or `anotherTask`
 */
export function readResourceAnswer(
  text: string,
  asked: ResourceReference,
  host: string,
): ResourceAnswer {
  const kind = findFault(text, asked);
  if (kind === 'notJson') throw new TaskRouterFailure({ kind, host });
  if (kind !== undefined) {
    throw new TaskRouterFailure({ kind, host, prefix: resourceKind(asked).prefix });
  }
  return { text };
}

function findFault(text: string, asked: ResourceReference) {
  const answer = parseJson(text);
  if (!answer.valid) return 'notJson';
  const { sid, workspace_sid: workspaceSid, task_sid: taskSid } = asRecord(answer.value);
  if (typeof sid !== 'string') return 'notTask';
  // Only reservations are asked for below their Task.
  const answersAsked =
    isSameSid(sid, ownSid(asked)) &&
    matchesIfPresent(workspaceSid, asked.workspaceSid) &&
    matchesIfPresent(taskSid, asked.taskSid);
  return answersAsked ? undefined : 'anotherTask';
}

/**
 * The time by the clock of the server that answered: what lasts since a time of the server's is counted by
 * it, as this machine's clock may be wrong.
 *
 * @param now by this machine's clock, in ms since the epoch
 */
export function serverNow(answer: ResourceAnswer | undefined, now: number): number {
  return now + (answer?.serverAheadMs ?? 0);
}

/** The Workspace SID in Flex's configuration; nothing if the text is anything else. */
export function readFlexWorkspace(text: string): string | undefined {
  if (!isJsonContainer(text)) return undefined;
  const { taskrouter_workspace_sid: sid } = JSON.parse(text) as Record<string, unknown>;
  return typeof sid === 'string' && parseSid(sid, 'WS').valid ? sid : undefined;
}

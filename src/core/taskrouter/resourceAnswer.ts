import { asRecord, isJsonContainer, parseJson } from '../json/jsonObject.ts';
import { resourceKind } from '../resources/resourceKind.ts';
import { ownSid, type ResourceReference } from '../resources/resourceReference.ts';
import { isSameSid, isSidOf } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';

/** TaskRouter's answer to a request for a resource. */
export interface ResourceAnswer {
  /**
   * The unchanged body: a JSON object whose `sid` is the requested one. Parsing and printing it would
   * change 64-bit numbers and drop duplicate keys.
   */
  readonly text: string;
  /** The unchanged `ETag`, which differs after each change of a Task. Absent if the answer has none. */
  readonly etag?: string;
  /**
   * How many milliseconds the server's clock is ahead of this machine's; negative if it is behind, absent if
   * they agree or the answer has no date. Durations since a time in `text` are computed with it.
   */
  readonly serverAheadMs?: number;
}

/**
 * Checks that an answer with status 200 is the requested resource.
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
  // `task_sid` is checked only for Reservations, as only those are requested below a Task.
  const answersAsked =
    isSameSid(sid, ownSid(asked)) &&
    matchesIfPresent(workspaceSid, asked.workspaceSid) &&
    matchesIfPresent(taskSid, asked.taskSid);
  return answersAsked ? undefined : 'anotherTask';
}

/**
 * The current time by the server's clock, for durations since a time in an answer: this machine's clock may
 * be wrong.
 *
 * @param now by this machine's clock, in ms since the epoch
 */
export function serverNow(answer: ResourceAnswer | undefined, now: number): number {
  return now + (answer?.serverAheadMs ?? 0);
}

/** The Workspace SID in Flex's configuration. Returns `undefined` if the text is not a configuration. */
export function readFlexWorkspace(text: string): string | undefined {
  if (!isJsonContainer(text)) return undefined;
  const { taskrouter_workspace_sid: sid } = JSON.parse(text) as Record<string, unknown>;
  return isSidOf(sid, 'WS') ? sid : undefined;
}

/**
 * Whether a SID in an answer is the requested one. True if the field is missing or null: TaskRouter's
 * OpenAPI document makes every field nullable and requires none.
 */
export function matchesIfPresent(field: unknown, asked: string | undefined): boolean {
  return typeof field !== 'string' || asked === undefined || isSameSid(field, asked);
}

import { asRecord, parseJson } from '../json/jsonObject.ts';
import { parseSid } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';

/** A Workspace of the account, as far as choosing one needs it. */
export interface Workspace {
  /** `WS` and 32 hex digits. */
  readonly sid: string;
  /** What people call it; empty if the API gave none. */
  readonly friendlyName: string;
}

/** One page of `GET /v1/Workspaces`. */
export interface WorkspacePage {
  readonly workspaces: readonly Workspace[];
  /** `meta.next_page_url` as it came; its origin is still to be checked. */
  readonly nextPageUrl?: string;
}

/**
 * Reads a page of Workspaces; rows without a well-formed SID are left out.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is no such page.
 */
export function readWorkspacePage(text: string, host: string): WorkspacePage {
  const answer = parseJson(text);
  if (!answer.valid) throw new TaskRouterFailure({ kind: 'notJson', host });
  const { workspaces, meta } = asRecord(answer.value);
  if (!Array.isArray(workspaces)) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });

  const nextPageUrl = asRecord(meta)['next_page_url'];
  return {
    workspaces: workspaces.flatMap(readWorkspace),
    ...(typeof nextPageUrl === 'string' && { nextPageUrl }),
  };
}

function readWorkspace(row: unknown): Workspace[] {
  const { sid, friendly_name: name } = asRecord(row);
  if (typeof sid !== 'string' || !parseSid(sid, 'WS').valid) return [];
  return [{ sid, friendlyName: typeof name === 'string' ? name : '' }];
}

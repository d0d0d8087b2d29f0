import { asRecord, parseJson } from '../json/jsonObject.ts';
import { isSidOf } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';

/** The facts of a Workspace that are needed to select one. */
export interface Workspace {
  /** `WS` and 32 hex digits. */
  readonly sid: string;
  /** Empty if the API gives none. */
  readonly friendlyName: string;
}

/** One page of `GET /v1/Workspaces`. */
export interface WorkspacePage {
  readonly workspaces: readonly Workspace[];
  /** The unchanged `meta.next_page_url`; its origin has not been checked. */
  readonly nextPageUrl?: string;
}

/**
 * Reads a page of Workspaces; rows without a well-formed SID are omitted.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is not such a page
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

/** Reads the answer to a request for a Workspace. Returns `undefined` if it is none. */
export function readWorkspaceAnswer(text: string): Workspace | undefined {
  const answer = parseJson(text);
  return answer.valid ? readWorkspace(answer.value)[0] : undefined;
}

function readWorkspace(row: unknown): Workspace[] {
  const { sid, friendly_name: name } = asRecord(row);
  if (!isSidOf(sid, 'WS')) return [];
  return [{ sid, friendlyName: typeof name === 'string' ? name : '' }];
}

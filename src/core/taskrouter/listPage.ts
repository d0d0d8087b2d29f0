import { asRecord, parseJson } from '../json/jsonObject.ts';
import { arrayElementTexts } from '../json/jsonTokens.ts';
import { isSidOf } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';
import { matchesIfPresent } from './resourceAnswer.ts';
import { listKinds, listOwner, type ResourceList } from './resourceList.ts';

/** One page of a list. */
export interface ResourcePage {
  /** In the order of the API. */
  readonly rows: readonly ListedResource[];
  /**
   * The unchanged `meta.next_page_url`, which is checked when it is followed. Absent at the end. By
   * https://www.twilio.com/docs/taskrouter/api/event, it can also be absent although there are more pages.
   */
  readonly next?: string;
}

/** A row of a list, which can have fewer fields than the resource fetched alone. */
export interface ListedResource {
  /** Well formed, with the prefix of the list's resources. */
  readonly sid: string;
  /** The unchanged row: a JSON object with its original numbers and duplicate keys. */
  readonly text: string;
}

/**
 * Reads a page of a list. Omits rows without a well-formed SID, and rows of another Workspace, Task or Worker
 * than the list.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is not a page of that list
 */
export function readListPage(text: string, list: ResourceList, host: string): ResourcePage {
  const answer = parseJson(text);
  if (!answer.valid) throw new TaskRouterFailure({ kind: 'notJson', host });
  const { key } = listKinds[list.kind];
  const { [key]: rows, meta } = asRecord(answer.value);
  if (!Array.isArray(rows)) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });

  const texts = arrayElementTexts(text, key);
  const next = asRecord(meta)['next_page_url'];
  return {
    rows: rows.flatMap((row, index) => readRow(row, texts[index] ?? '', list)),
    ...(typeof next === 'string' && { next }),
  };
}

function readRow(row: unknown, text: string, list: ResourceList): ListedResource[] {
  const fields = asRecord(row);
  const { sid, workspace_sid: workspaceSid, task_sid: taskSid, worker_sid: workerSid } = fields;
  const { prefix } = listKinds[list.kind];
  const owner = listOwner(list);
  const belongs =
    isSidOf(sid, prefix) &&
    matchesIfPresent(workspaceSid, owner.workspaceSid) &&
    matchesIfPresent(taskSid, owner.taskSid) &&
    matchesIfPresent(workerSid, owner.sid);
  return belongs ? [{ sid, text }] : [];
}

/**
 * The URL of the next page. An answer may choose the page, but not the host that gets the credentials or the
 * path that is requested with them.
 *
 * @param first the URL of the list's first page
 * @throws TaskRouterFailure `unexpectedAnswer` if `next` has another origin or path than `first`
 */
export function nextPageUrl(next: string, first: URL, host = first.host): URL {
  const url = URL.canParse(next) ? new URL(next) : undefined;
  const isSameList =
    url?.origin === first.origin &&
    // The case of hex digits does not matter.
    url.pathname.toLowerCase() === first.pathname.toLowerCase() &&
    // `fetch` rejects a URL with credentials.
    url.username + url.password === '';
  if (!isSameList) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });
  // Takes only the query from the answer and keeps the requested path.
  const page = new URL(first);
  page.search = url.search;
  return page;
}

import { asRecord, parseJson } from '../json/jsonObject.ts';
import { arrayElementTexts } from '../json/jsonTokens.ts';
import { isSidOf, matchesIfPresent } from '../sids/sid.ts';
import { TaskRouterFailure } from './failure.ts';
import { listKinds, listOwner, type ResourceList } from './resourceList.ts';

/** One page of a list. */
export interface ResourcePage {
  /** In the order of the API. */
  readonly rows: readonly ListedResource[];
  /**
   * `meta.next_page_url` as it came; its place is checked when it is followed. Absent at the end, and
   * by Twilio's pages on Tasks and Events it may be absent although more exist.
   */
  readonly next?: string;
}

/** A resource as a list has it, which can be less than a read of it alone answers. */
export interface ListedResource {
  /** Well formed, with the prefix of what the list is of. */
  readonly sid: string;
  /** The row to the letter: a JSON object, with numbers and duplicate keys as they came. */
  readonly text: string;
}

/**
 * Reads a page of a list. Rows without a well-formed SID are left out, and those that say that they
 * are of another Workspace or Task than the list: nobody asked for them.
 *
 * @throws TaskRouterFailure `notJson`, or `unexpectedAnswer` if it is no page of that list
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
  const { sid, workspace_sid: workspaceSid, task_sid: taskSid } = asRecord(row);
  const { prefix } = listKinds[list.kind];
  const owner = listOwner(list);
  const belongs =
    isSidOf(sid, prefix) &&
    matchesIfPresent(workspaceSid, owner.workspaceSid) &&
    matchesIfPresent(taskSid, owner.taskSid);
  return belongs ? [{ sid, text }] : [];
}

/**
 * The address of a page that the page before it names. An answer chooses which page comes next, but
 * neither who gets the credentials nor what is asked for with them.
 *
 * @param first the address of the list's first page
 * @throws TaskRouterFailure `unexpectedAnswer` if it is of another origin or path than the first
 */
export function nextPageUrl(next: string, first: URL, host = first.host): URL {
  const url = URL.canParse(next) ? new URL(next) : undefined;
  const leadsOn =
    url?.origin === first.origin &&
    // Hex digits mean the same in either case.
    url.pathname.toLowerCase() === first.pathname.toLowerCase() &&
    // No address with credentials of its own can be asked.
    url.username + url.password === '';
  if (!leadsOn) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });
  // The path stays the one that was asked for: an answer brings only which page is next.
  const page = new URL(first);
  page.search = url.search;
  return page;
}

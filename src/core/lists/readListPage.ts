import { TaskRouterFailure } from '../failures/taskRouterFailure.ts';
import { fieldsOf, parseJson } from '../json/jsonObject.ts';
import { elementTexts } from '../json/jsonTokens.ts';
import { isSidOf, namesNoOther } from '../sids/sid.ts';
import { listKinds } from './listKinds.ts';
import { listOwner } from './listOwner.ts';
import type { ResourceList } from './resourceList.ts';
import type { ListedResource, ResourcePage } from './resourcePage.ts';

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
  const { [key]: rows, meta } = fieldsOf(answer.value);
  if (!Array.isArray(rows)) throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host });

  const texts = elementTexts(text, key);
  const next = fieldsOf(meta)['next_page_url'];
  return {
    rows: rows.flatMap((row, index) => readRow(row, texts[index] ?? '', list)),
    ...(typeof next === 'string' && { next }),
  };
}

function readRow(row: unknown, text: string, list: ResourceList): ListedResource[] {
  const { sid, workspace_sid: workspaceSid, task_sid: taskSid } = fieldsOf(row);
  const { prefix } = listKinds[list.kind];
  const owner = listOwner(list);
  const belongs =
    isSidOf(sid, prefix) &&
    namesNoOther(workspaceSid, owner.workspaceSid) &&
    namesNoOther(taskSid, owner.taskSid);
  return belongs ? [{ sid, text }] : [];
}

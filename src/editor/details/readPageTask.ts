import { buildResourceAddress, parseTaskAddress } from '../../core/documents/documentUri.ts';
import { fieldsOf } from '../../core/json/jsonObject.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';

/** Whose page it was, by what a page kept over a reload; nothing if that cannot be read. */
export function readPageTask(state: unknown): ProfiledTask | undefined {
  const { profile, workspaceSid, taskSid } = fieldsOf(fieldsOf(state)['task']);
  if ([profile, workspaceSid, taskSid].some((part) => typeof part !== 'string')) return undefined;
  const task = {
    profileId: String(profile),
    workspaceSid: String(workspaceSid),
    taskSid: String(taskSid),
  };
  // What names a Task is what its document could be named by.
  return parseTaskAddress(buildResourceAddress(task));
}

import { isOpenablePrefix } from '../resources/resourceKind.ts';
import {
  prefixesInWorkspace,
  type ResourceReference,
  type TaskReference,
} from '../resources/resourceReference.ts';
import { isSidOf } from '../sids/sid.ts';

/** Something that a view names, with a way to it. */
export interface ResourceLink {
  /** As it came. */
  readonly sid: string;
  /** Its friendly name, in one line; empty if it is not known. */
  readonly name: string;
  /** Its document; absent if it has none. */
  readonly opens?: ResourceReference;
}

/** A link to a resource of the Task's Workspace, or to one of the Task's Reservations. */
export function resourceLinkOf(
  { sid, name }: { readonly sid: string; readonly name: string },
  task: TaskReference,
): ResourceLink {
  const opens = referenceOf(sid, task);
  return { sid, name, ...(opens !== undefined && { opens }) };
}

function referenceOf(
  sid: string,
  { workspaceSid, taskSid }: TaskReference,
): ResourceReference | undefined {
  const prefix = sid.slice(0, 2);
  if (!isSidOf(sid, '') || !isOpenablePrefix(prefix)) return undefined;
  if (prefix === 'WS') return { workspaceSid: sid };
  if (prefix === 'WT') return { workspaceSid, taskSid: sid };
  return prefixesInWorkspace.includes(prefix)
    ? { workspaceSid, sid }
    : { workspaceSid, taskSid, sid };
}

import { isSidOf } from '../sids/parseSid.ts';
import { isOpenablePrefix } from '../tasks/resourceKind.ts';
import type { ResourceReference } from '../tasks/resourceReference.ts';
import type { TaskReference } from '../tasks/taskReference.ts';
import type { ResourceLink } from './resourceLink.ts';

/** What names a resource of the Task's Workspace, or one of the Task's reservations, with a way to it. */
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
  switch (prefix) {
    case 'WS':
      return { workspaceSid: sid };
    case 'WT':
      return { workspaceSid, taskSid: sid };
    case 'WR':
      return { workspaceSid, taskSid, sid };
    case 'WQ':
    case 'WW':
    case 'WK':
    case 'WA':
    case 'TC':
    case 'EV':
      return { workspaceSid, sid };
  }
}

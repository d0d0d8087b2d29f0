import type { ResourceReference } from './resourceReference.ts';

/** The SID of the resource itself, the last on the way to it. */
export function ownSid({ workspaceSid, taskSid, sid }: ResourceReference): string {
  return sid ?? taskSid ?? workspaceSid;
}

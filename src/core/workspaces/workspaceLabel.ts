import { shownText } from '../privacy/shownText.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Workspace } from '../tasks/workspace.ts';

/** What a Workspace is called in a line: its name, masked if asked for, or its shortened SID. */
export function workspaceLabel({ friendlyName, sid }: Workspace, masked: boolean): string {
  return shownText(friendlyName, masked) || shortenSid(sid);
}

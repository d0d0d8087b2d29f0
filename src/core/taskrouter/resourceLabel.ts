import { message, type Message } from '../messages/message.ts';
import { shownText } from '../privacy/shownText.ts';
import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Workspace } from './workspace.ts';

/** `Task WT…3f9c2a71`: the kind and the SID of something that has a document. */
export function describeResource(sid: string): Message {
  const { name } = resourceKinds[sid.slice(0, 2) as ResourcePrefix];
  return message('{0} {1}', name, shortenSid(sid));
}

/** What a Workspace is called in a line: its name, masked if asked for, or its shortened SID. */
export function workspaceLabel({ friendlyName, sid }: Workspace, masked: boolean): string {
  return shownText(friendlyName, masked) || shortenSid(sid);
}

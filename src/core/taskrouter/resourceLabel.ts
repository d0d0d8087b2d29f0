import { message, type Message } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Workspace } from './workspace.ts';

/** `Task WT…3f9c2a71`: the kind and the SID of something that has a document. */
export function describeResource(sid: string): Message {
  const { name } = resourceKinds[sid.slice(0, 2) as ResourcePrefix];
  return message('{0} {1}', name, shortenSid(sid));
}

/** What a Workspace is called in a line: its name, or its shortened SID. */
export function workspaceLabel({ friendlyName, sid }: Workspace, present: Presenter): string {
  return present.line(friendlyName) || shortenSid(sid);
}

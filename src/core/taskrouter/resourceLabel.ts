import { message, type Message } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { resourceKinds, type ResourcePrefix } from '../resources/resourceKind.ts';
import { shortenSid } from '../sids/sid.ts';
import type { Workspace } from './workspace.ts';

/** The kind and shortened SID of a resource: `Task WT…3f9c2a71`. */
export function describeResource(sid: string): Message {
  const { name } = resourceKinds[sid.slice(0, 2) as ResourcePrefix];
  return message('{0} {1}', name, shortenSid(sid));
}

/** A Workspace's name as it is shown in a line, or its shortened SID if it has no name. */
export function workspaceLabel({ friendlyName, sid }: Workspace, present: Presenter): string {
  return present.line(friendlyName) || shortenSid(sid);
}

import type { ResourcePrefix } from './resourceKind.ts';
import { sidPattern } from './sidPattern.ts';

/**
 * Which resource of TaskRouter: all that its URL needs. Every SID is well formed. With
 *
 * - `workspaceSid` alone, it is the Workspace itself,
 * - `taskSid`, it is that Task of the Workspace,
 * - `sid`, it is another resource of the Workspace, whose prefix says of which kind,
 * - `taskSid` and `sid`, it is that reservation of that Task.
 */
export interface ResourceReference {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WT` and 32 hex digits. */
  readonly taskSid?: string;
  /** `WQ`, `WW`, `WK`, `WA`, `TC` or `EV`, below a Task `WR`, and 32 hex digits. */
  readonly sid?: string;
}

/** Which Task of which Workspace: all that its URL needs. Both SIDs are well formed. */
export interface TaskReference {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WT` and 32 hex digits. */
  readonly taskSid: string;
}

/** The SID of the resource itself, the last on the way to it. */
export function ownSid({ workspaceSid, taskSid, sid }: ResourceReference): string {
  return sid ?? taskSid ?? workspaceSid;
}

/**
 * The prefixes of what a Workspace and the SID alone lead to: all but Tasks, and what belongs to one. Not taken
 * from `resourceKinds`, so that activation needs none of that table.
 */
export const prefixesInWorkspace: readonly ResourcePrefix[] = ['WQ', 'WW', 'WK', 'WA', 'TC', 'EV'];

const PATH = new RegExp(
  `^(${sidPattern('WS')})(?:/(?:(${sidPattern('WT')})(?:/(${sidPattern('WR')}))?|(${sidPattern(`(?:${prefixesInWorkspace.join('|')})`)})))?$`,
);

/** The SIDs that lead to a resource: `WS…`, `WS…/WT…`, `WS…/WQ…` or `WS…/WT…/WR…`. */
export function resourcePath({ workspaceSid, taskSid, sid }: ResourceReference): string {
  return [workspaceSid, taskSid, sid].filter((part) => part !== undefined).join('/');
}

/** The resource that such a path leads to; nothing for any other text. */
export function parseResourcePath(path: string): ResourceReference | undefined {
  const [whole, workspaceSid = '', taskSid, reservationSid, otherSid] = PATH.exec(path) ?? [];
  const sid = reservationSid ?? otherSid;
  if (whole === undefined) return undefined;
  return {
    workspaceSid,
    ...(taskSid !== undefined && { taskSid }),
    ...(sid !== undefined && { sid }),
  };
}

/** A resource as one profile sees it: whose credentials ask for it, and whose answer it is. */
export interface ProfiledResource extends ResourceReference {
  readonly profileId: string;
}

/** One string a resource and profile, for maps; hex digits mean the same in either case. */
export function resourceKey(resource: ProfiledResource): string {
  return `${resource.profileId}/${resourcePath(resource).toLowerCase()}`;
}

/** A Task as one profile sees it: whose credentials ask for it, and whose answer it is. */
export interface ProfiledTask extends TaskReference {
  readonly profileId: string;
}

/** The key of a Task alone, whatever else the object has. */
export function taskKey({ profileId, workspaceSid, taskSid }: ProfiledTask): string {
  return resourceKey({ profileId, workspaceSid, taskSid });
}

/** Whether a resource is a Task, and not what belongs to one. */
export function isTask(resource: ProfiledResource): resource is ProfiledTask {
  return resource.taskSid !== undefined && resource.sid === undefined;
}

import type { ResourcePrefix } from './resourceKind.ts';
import { sidPattern } from './sidPattern.ts';

/**
 * Identifies a TaskRouter resource by the SIDs that its URL needs. Every SID is well formed.
 *
 * - `workspaceSid` alone: the Workspace itself
 * - with `taskSid`: a Task of the Workspace
 * - with `sid`: another resource of the Workspace; the prefix tells its kind
 * - with `taskSid` and `sid`: a Reservation of the Task
 */
export interface ResourceReference {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WT` and 32 hex digits. */
  readonly taskSid?: string;
  /** `WQ`, `WW`, `WK`, `WA`, `TC` or `EV` (with `taskSid`: `WR`) and 32 hex digits. */
  readonly sid?: string;
}

/** Identifies a Task by the SIDs that its URL needs. Both are well formed. */
export interface TaskReference {
  /** `WS` and 32 hex digits. */
  readonly workspaceSid: string;
  /** `WT` and 32 hex digits. */
  readonly taskSid: string;
}

/** The SID of the resource itself, without those of its parents. */
export function ownSid({ workspaceSid, taskSid, sid }: ResourceReference): string {
  return sid ?? taskSid ?? workspaceSid;
}

/**
 * The prefixes of resources that belong directly to a Workspace, except Tasks. Not derived from
 * `resourceKinds`, so that activation does not load that table.
 */
export const prefixesInWorkspace: readonly ResourcePrefix[] = ['WQ', 'WW', 'WK', 'WA', 'TC', 'EV'];

const PATH = new RegExp(
  `^(${sidPattern('WS')})(?:/(?:(${sidPattern('WT')})(?:/(${sidPattern('WR')}))?|(${sidPattern(`(?:${prefixesInWorkspace.join('|')})`)})))?$`,
);

/** The SIDs of a reference as a path: `WS…`, `WS…/WT…`, `WS…/WQ…` or `WS…/WT…/WR…`. */
export function resourcePath({ workspaceSid, taskSid, sid }: ResourceReference): string {
  return [workspaceSid, taskSid, sid].filter((part) => part !== undefined).join('/');
}

/** Parses what {@link resourcePath} returns. Returns `undefined` for any other text. */
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

/** A resource together with the profile whose credentials fetch it. */
export interface ProfiledResource extends ResourceReference {
  readonly profileId: string;
}

/** A key for maps, the same for a resource and profile whatever the case of the hex digits. */
export function resourceKey(resource: ProfiledResource): string {
  return `${resource.profileId}/${resourcePath(resource).toLowerCase()}`;
}

/** A Task together with the profile whose credentials fetch it. */
export interface ProfiledTask extends TaskReference {
  readonly profileId: string;
}

/** The key of a Task. The argument can have more fields, which are not part of the key. */
export function taskKey({ profileId, workspaceSid, taskSid }: ProfiledTask): string {
  return resourceKey({ profileId, workspaceSid, taskSid });
}

/** Whether a resource is a Task, and not a Reservation of one. */
export function isTask(resource: ProfiledResource): resource is ProfiledTask {
  return resource.taskSid !== undefined && resource.sid === undefined;
}

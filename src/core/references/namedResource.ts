import { isOpenablePrefix } from '../resources/resourceKind.ts';
import { sidPattern } from '../resources/sidPattern.ts';
import { isSidOf } from '../sids/sid.ts';
import { nearbyWorkspace } from './parseTaskReference.ts';
import { addressAround, statedHost, type StatedHost } from './statedHost.ts';

/** A resource other than a Task as identified by a text; every SID is well formed. */
export interface NamedResource extends StatedHost {
  readonly sid: string;
  /** Absent if the text does not state it. */
  readonly workspaceSid?: string;
  /** The Task of a Reservation. */
  readonly taskSid?: string;
  /** A Workspace SID nearby: probably, but not certainly, that of the resource. */
  readonly nearbyWorkspaceSid?: string;
}

/** How much of a long line is read on either side. */
const MAX_CONTEXT_CHARS = 2000;

const WORKSPACE = `(${sidPattern('WS')})`;
const PATH = new RegExp(
  `(?:^|/)workspaces/${WORKSPACE}/(?:tasks/(${sidPattern('WT')})/)?[a-z_-]+/$`,
  'i',
);
const PAIR = new RegExp(`(?:^|[^0-9A-Za-z/])${WORKSPACE}/$`, 'i');

/**
 * The resource of a SID, with the SIDs of the URL around it, or else with a Workspace SID of the same line.
 * Returns `undefined` if the resource cannot be opened as a document.
 *
 * @param offset the index of the SID's first letter in the line
 */
export function findResource(line: string, offset: number, sid: string): NamedResource | undefined {
  if (!isOpenablePrefix(sid.slice(0, 2))) return undefined;
  const start = Math.max(0, offset - MAX_CONTEXT_CHARS);
  const near = line.slice(start, offset + MAX_CONTEXT_CHARS);
  const at = offset - start;
  const address = addressAround(near, at, sid.length);
  const host = statedHost(address);
  const { before } = address;
  const [, workspaceSid = PAIR.exec(before)?.[1], taskSid] = PATH.exec(before) ?? [];

  if (sid.startsWith('WS')) return { sid, workspaceSid: sid, ...host };
  if (workspaceSid !== undefined) {
    if (sid.startsWith('WR') && taskSid === undefined) return undefined;
    return { sid, workspaceSid, ...(taskSid !== undefined && { taskSid }), ...host };
  }
  if (sid.startsWith('WR')) return undefined;
  const nearby = nearbyWorkspace(near, at);
  return {
    sid,
    ...(nearby !== undefined && { nearbyWorkspaceSid: nearby.workspaceSid }),
    ...host,
  };
}

/** Validates a command's argument, which may come from any extension. Returns `undefined` if invalid. */
export function readNamedResource(argument: unknown): NamedResource | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { sid, workspaceSid, taskSid, nearbyWorkspaceSid, apiOrigin, region } = argument as Record<
    string,
    unknown
  >;
  if (!isSidOf(sid, '') || !isOpenablePrefix(sid.slice(0, 2))) return undefined;
  const parts = { workspaceSid, taskSid, nearbyWorkspaceSid, apiOrigin, region };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  const isValid = given.every(([name, value]) =>
    prefixes.has(name) ? isSidOf(value, prefixes.get(name) ?? '') : typeof value === 'string',
  );
  if (!isValid || (sid.startsWith('WR') && taskSid === undefined)) return undefined;
  return { sid, ...Object.fromEntries(given) };
}

const prefixes = new Map([
  ['workspaceSid', 'WS'],
  ['taskSid', 'WT'],
  ['nearbyWorkspaceSid', 'WS'],
]);

import { isOpenablePrefix } from '../resources/resourceKind.ts';
import { sidPattern } from '../resources/sidPattern.ts';
import { isSidOf } from '../sids/sid.ts';
import { nearbyWorkspace } from './parseTaskReference.ts';
import { addressAround, statedHost, type StatedHost } from './statedHost.ts';

/** A resource other than a Task as a text names it; every SID is well formed. */
export interface NamedResource extends StatedHost {
  readonly sid: string;
  /** Absent where the text does not say it. */
  readonly workspaceSid?: string;
  /** The Task that a reservation belongs to. */
  readonly taskSid?: string;
  /** The Workspace SID that only stands nearby: likely, but not said to be its own. */
  readonly nearbyWorkspaceSid?: string;
}

/** How much of a long line is looked at, to either side. */
const MAX_CONTEXT_CHARS = 2000;

const WORKSPACE = `(${sidPattern('WS')})`;
const PATH = new RegExp(
  `(?:^|/)workspaces/${WORKSPACE}/(?:tasks/(${sidPattern('WT')})/)?[a-z_-]+/$`,
  'i',
);
const PAIR = new RegExp(`(?:^|[^0-9A-Za-z/])${WORKSPACE}/$`, 'i');

/**
 * What the surroundings of a SID say of the resource behind it: the address around it, else the
 * Workspace of the same line. Nothing for what has no document.
 *
 * @param offset index of the SID's first letter in the line
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

/** A resource that a command was given, from a link or any extension; nothing for what is none. */
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

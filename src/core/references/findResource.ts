import { isOpenablePrefix } from '../resources/resourceKind.ts';
import { sidPattern } from '../resources/sidPattern.ts';
import { guessWorkspace } from './guessWorkspace.ts';
import type { NamedResource } from './namedResource.ts';
import { addressAround, statedHost } from './statedHost.ts';

/** How much of a long line is looked at, to either side. */
const REACH = 2000;

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
  const start = Math.max(0, offset - REACH);
  const near = line.slice(start, offset + REACH);
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
  const nearby = guessWorkspace(near, at);
  return {
    sid,
    ...(nearby !== undefined && { nearbyWorkspaceSid: nearby.workspaceSid }),
    ...host,
  };
}

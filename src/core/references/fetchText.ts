import { findReference } from './findReference.ts';
import { guessWorkspace } from './guessWorkspace.ts';

/** How much of a long line is looked at, to either side. */
const REACH = 2000;

/**
 * What to give to Fetch TaskRouter Task for a Task SID that stands in a line: the address around it,
 * else the SID with the Workspace of the same line, else the SID alone. Nothing for the SID in an
 * address of the API that cannot be read: it would be asked of another host than is meant.
 *
 * @param offset index of the SID's first letter
 */
export function fetchText(line: string, offset: number, taskSid: string): string | undefined {
  const start = Math.max(0, offset - REACH);
  const near = line.slice(start, offset + REACH);
  const found = findReference(near, offset - start);
  const { workspaceSid, apiOrigin } = found?.reference ?? {};
  if (workspaceSid !== undefined) {
    return apiOrigin === undefined
      ? `${workspaceSid}/${taskSid}`
      : `${apiOrigin}/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
  }
  if (found !== undefined && found.reference === undefined) return undefined;
  const nearby = guessWorkspace(near, offset - start);
  // Side by side, and not as a path: it is likely to be its own, no more.
  return nearby?.where === 'line' ? `${nearby.workspaceSid} ${taskSid}` : taskSid;
}

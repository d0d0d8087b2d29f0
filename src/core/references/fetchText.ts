import { findReference } from './findReference.ts';
import { guessWorkspace } from './guessWorkspace.ts';
import { referenceText } from './referenceText.ts';

/** How much of a long line is looked at, to either side. */
const REACH = 2000;

/**
 * What to give to Fetch TaskRouter Task for a Task SID that stands in a line: what the address around it
 * says, with the Workspace of the same line if that says none. Nothing for the SID in an address whose
 * Workspace is malformed.
 *
 * @param offset index of the SID's first letter
 */
export function fetchText(line: string, offset: number): string | undefined {
  const start = Math.max(0, offset - REACH);
  const near = line.slice(start, offset + REACH);
  const { reference } = findReference(near, offset - start) ?? {};
  if (reference === undefined || reference.workspaceSid !== undefined) {
    return reference && referenceText(reference);
  }
  const nearby = guessWorkspace(near, offset - start);
  // Side by side, and not as a path: it is likely to be its own, no more.
  return referenceText({
    ...reference,
    ...(nearby?.where === 'line' && { nearbyWorkspaceSid: nearby.workspaceSid }),
  });
}

import { inspectTaskDocument } from './fields/inspectTaskDocument.ts';
import type { InspectedSid } from './inspectedSid.ts';
import { inspectSids } from './inspectSids.ts';
import { isMisplaced } from './isMisplaced.ts';
import { swappedSids } from './swappedSids.ts';

/** A SID that is malformed, or of another kind than belongs there. */
export interface WrongSid {
  readonly found: InspectedSid;
  /** The one that stands in its place, if it stands in that one's. */
  readonly swapped?: InspectedSid;
}

/**
 * The SIDs of a text that are wrong, from the left.
 *
 * @param isTaskDocument whether it is the document of a Task, whose fields are held against its schema
 */
export function findWrongSids(text: string, isTaskDocument: boolean): readonly WrongSid[] {
  const all = [...(isTaskDocument ? inspectTaskDocument(text) : inspectSids(text))];
  const pairs = swappedSids(all);
  return all
    .filter((found) => (found.faults.length > 0 && hasFault(found)) || isMisplaced(found))
    .map((found) => {
      const swapped = pairs.get(found);
      return swapped === undefined ? { found } : { found, swapped };
    });
}

/** Twilio publishes no list of prefixes: one that is unknown is wrong only where it is misplaced. */
function hasFault({ faults }: InspectedSid): boolean {
  return faults.some(({ kind }) => kind !== 'unknownPrefix');
}

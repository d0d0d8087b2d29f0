import { message } from '../messages/message.ts';
import { describeSidProblem } from './describeSidProblem.ts';
import { inspectTaskDocument } from './fields/inspectTaskDocument.ts';
import type { InspectedSid } from './inspectedSid.ts';
import { inspectSids } from './inspectSids.ts';
import { repairSid } from './repairSid.ts';
import type { SidFix, SidProblem } from './sidProblem.ts';
import { swappedSids } from './swappedSids.ts';

/**
 * All that is wrong with the SIDs of a text, from the left.
 *
 * @param isTaskDocument whether it is the document of a Task, whose fields are held against its schema
 */
export function findSidProblems(text: string, isTaskDocument: boolean): readonly SidProblem[] {
  const found = [...(isTaskDocument ? inspectTaskDocument(text) : inspectSids(text))];
  const swapped = swappedSids(found);
  return found.flatMap((one) => {
    const problem = describeSidProblem(one);
    if (problem === undefined) return [];
    const { offset, text: sid, faults } = one;
    const fix = fixOf(one, swapped.get(one));
    return [
      {
        offset,
        length: sid.length,
        code: faults.length > 0 ? 'malformed-sid' : 'misplaced-sid',
        message: problem,
        ...(fix !== undefined && { fix }),
      } satisfies SidProblem,
    ];
  });
}

function fixOf(found: InspectedSid, other: InspectedSid | undefined): SidFix | undefined {
  if (other !== undefined) {
    return {
      title: message('Swap the two SIDs'),
      edits: [replace(found, other.text), replace(other, found.text)],
    };
  }
  const repaired = repairSid(found);
  return repaired === undefined
    ? undefined
    : { title: message('Change to {0}', repaired), edits: [replace(found, repaired)] };
}

function replace({ offset, text }: InspectedSid, by: string) {
  return { offset, length: text.length, text: by };
}

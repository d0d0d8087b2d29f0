import { message } from '../messages/message.ts';
import { describeSidProblem } from './describeSidProblem.ts';
import type { WrongSid } from './findWrongSids.ts';
import type { InspectedSid } from './inspectedSid.ts';
import { repairSid } from './repairSid.ts';
import type { SidFix, SidProblem } from './sidProblem.ts';

/** What there is to say about wrong SIDs: more work than finding them, so only for those shown. */
export function describeWrongSids(wrong: readonly WrongSid[]): readonly SidProblem[] {
  return wrong.flatMap((one) => {
    const { offset, text, faults } = one.found;
    const problem = describeSidProblem(one.found);
    if (problem === undefined) return [];
    const fix = fixOf(one);
    return [
      {
        offset,
        length: text.length,
        code: faults.length > 0 ? 'malformed-sid' : 'misplaced-sid',
        message: problem,
        ...(fix !== undefined && { fix }),
      } satisfies SidProblem,
    ];
  });
}

function fixOf({ found, swapped }: WrongSid): SidFix | undefined {
  if (swapped !== undefined) {
    return {
      title: message('Swap the two SIDs'),
      edits: [replace(found, swapped.text), replace(swapped, found.text)],
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

import { message, type Message } from '../../messages/message.ts';
import { WHOLE_SID } from '../../resources/sidPattern.ts';
import type { SidMatchInContext } from '../context/sidsInContext.ts';
import { withoutInvisible } from '../scan/interruptedSid.ts';
import { knownPrefixes } from '../scan/knownPrefixes.ts';
import { confusableDigit } from '../sidFault.ts';
import { describeSidProblem } from './explainSid.ts';
import type { WrongSid } from './wrongSids.ts';

/** Something wrong with a SID in a text, for a list of problems. Offsets are in UTF-16 code units. */
export interface SidProblem {
  readonly offset: number;
  readonly length: number;
  readonly code: 'malformed-sid' | 'misplaced-sid';
  readonly message: Message;
  /** The change that certainly mends it, if there is one. */
  readonly fix?: SidFix;
}

export interface SidFix {
  readonly title: Message;
  readonly edits: readonly {
    readonly offset: number;
    readonly length: number;
    readonly text: string;
  }[];
}

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

function replace({ offset, text }: SidMatchInContext, by: string) {
  return { offset, length: text.length, text: by };
}

/**
 * The SID that a malformed one was meant to be; nothing unless that is certain: all that is wrong are
 * the small letters of its prefix, letters that are taken for digits, or what is not seen between them.
 */
export function repairSid({ kind, text, prefix, context }: SidMatchInContext): string | undefined {
  if (kind !== 'malformed') return undefined;
  const digits = Array.from(
    withoutInvisible(text).slice(2),
    (character) => confusableDigit(character) ?? character,
  );
  const repaired = prefix + digits.join('');
  const belongs = context === undefined || context.expected.includes(prefix);
  return belongs && knownPrefixes.has(prefix) && WHOLE_SID.test(repaired) ? repaired : undefined;
}

import { WHOLE_SID } from '../resources/sidPattern.ts';
import type { InspectedSid } from './inspectedSid.ts';
import { knownPrefixes } from './knownPrefixes.ts';
import { lookAlikeDigit } from './lookAlikeDigit.ts';
import { withoutUnseen } from './partedSid.ts';

/**
 * The SID that a malformed one was meant to be; nothing unless that is certain: all that is wrong are
 * the small letters of its prefix, letters that are taken for digits, or what is not seen between them.
 */
export function repairSid({ kind, text, prefix, place }: InspectedSid): string | undefined {
  if (kind !== 'malformed') return undefined;
  const digits = Array.from(
    withoutUnseen(text).slice(2),
    (character) => lookAlikeDigit(character) ?? character,
  );
  const repaired = prefix + digits.join('');
  const belongs = place === undefined || place.expected.includes(prefix);
  return belongs && knownPrefixes.has(prefix) && WHOLE_SID.test(repaired) ? repaired : undefined;
}

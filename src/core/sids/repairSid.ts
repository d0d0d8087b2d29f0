import type { InspectedSid } from './inspectedSid.ts';
import { knownPrefixes } from './knownPrefixes.ts';
import { lookAlikeDigit } from './lookAlikeDigit.ts';
import { withoutUnseen } from './partedSid.ts';

const WELL_FORMED = /^[A-Z]{2}[0-9a-fA-F]{32}$/;

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
  return belongs && knownPrefixes.has(prefix) && WELL_FORMED.test(repaired) ? repaired : undefined;
}

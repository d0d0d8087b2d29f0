import { SID_DIGITS } from '../resources/sidPattern.ts';
import type { ExpectedPrefix, ParseFault } from './sidFault.ts';

export type SidResult =
  | { readonly valid: true; readonly sid: string }
  | { readonly valid: false; readonly fault: ParseFault };

/**
 * Parses a SID with the expected prefix and hex digits in either case, as in the patterns of Twilio's
 * OpenAPI documents (`^WT[0-9a-fA-F]{32}$`). Never throws.
 */
export function parseSid(text: string, expected: ExpectedPrefix): SidResult {
  const fault = findFault(text, expected);
  return fault === undefined ? { valid: true, sid: text } : { valid: false, fault };
}

function findFault(text: string, expected: ExpectedPrefix): ParseFault | undefined {
  if (text === '') return { kind: 'empty', expected };
  if (!text.startsWith(expected)) return findPrefixFault(text, expected);

  const digits = text.slice(expected.length);
  if (digits.length > 0 && /^x+$/i.test(digits)) return { kind: 'placeholder', expected };
  const index = digits.search(/[^0-9a-f]/i);
  if (index >= 0) {
    const character = String.fromCodePoint(digits.codePointAt(index) ?? 0);
    return { kind: 'notHex', position: expected.length + index + 1, character };
  }
  return digits.length === SID_DIGITS ? undefined : { kind: 'digitCount', count: digits.length };
}

function findPrefixFault(text: string, expected: ExpectedPrefix): ParseFault {
  const prefix = text.slice(0, 2);
  if (prefix.toUpperCase() === expected) return { kind: 'lowerCasePrefix', expected };
  return /^[A-Z]{2}/.test(text)
    ? { kind: 'otherPrefix', expected, prefix }
    : { kind: 'noPrefix', expected };
}

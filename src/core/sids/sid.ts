import { SID_DIGITS, WHOLE_SID } from '../resources/sidPattern.ts';
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

/** Whether a value is a well-formed SID with a prefix, or with any prefix if `prefix` is empty. */
export function isSidOf(value: unknown, prefix: string): value is string {
  return typeof value === 'string' && WHOLE_SID.test(value) && value.startsWith(prefix);
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

/** Whether two SIDs identify the same resource: the case of hex digits does not matter. */
export function isSameSid(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/**
 * Whether a SID in an answer is the requested one. True if the field is missing or null: TaskRouter's
 * OpenAPI document makes every field nullable and requires none.
 */
export function matchesIfPresent(field: unknown, asked: string | undefined): boolean {
  return typeof field !== 'string' || asked === undefined || isSameSid(field, asked);
}

/** Shortens a SID to its prefix and its last digits: `WT…3f9c2a71`. */
export function shortenSid(sid: string): string {
  return `${sid.slice(0, 2)}…${sid.slice(-8)}`;
}

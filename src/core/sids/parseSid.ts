/** A prefix that this extension asks for. */
export type ExpectedPrefix = 'AC' | 'SK' | 'WS' | 'WT';

/** What keeps a text from being a SID of the expected kind; the first fault, from the left. */
export type SidFault =
  | { readonly kind: 'empty'; readonly expected: ExpectedPrefix }
  /** Two capital letters, but others: perhaps a SID of another kind. */
  | { readonly kind: 'otherPrefix'; readonly expected: ExpectedPrefix; readonly prefix: string }
  | { readonly kind: 'noPrefix'; readonly expected: ExpectedPrefix }
  | { readonly kind: 'lowerCasePrefix'; readonly expected: ExpectedPrefix }
  /** The digits are all `X`, as documentation writes a SID. */
  | { readonly kind: 'placeholder'; readonly expected: ExpectedPrefix }
  /** `position` counts from 1 and from the first letter of the prefix. */
  | { readonly kind: 'notHex'; readonly position: number; readonly character: string }
  /** All digits are hex, but there are not 32. */
  | { readonly kind: 'digitCount'; readonly count: number };

export type SidResult =
  | { readonly valid: true; readonly sid: string }
  | { readonly valid: false; readonly fault: SidFault };

/** Hex digits behind the two letters of every SID. */
const DIGITS = 32;

/**
 * Reads a SID of one kind: its two capital letters and 32 hex digits of either case, as the patterns
 * of Twilio's OpenAPI documents have it (`^WT[0-9a-fA-F]{32}$`). Never throws.
 */
export function parseSid(text: string, expected: ExpectedPrefix): SidResult {
  const fault = findFault(text, expected);
  return fault === undefined ? { valid: true, sid: text } : { valid: false, fault };
}

function findFault(text: string, expected: ExpectedPrefix): SidFault | undefined {
  if (text === '') return { kind: 'empty', expected };
  if (!text.startsWith(expected)) return findPrefixFault(text, expected);

  const digits = text.slice(expected.length);
  if (digits.length > 0 && /^x+$/i.test(digits)) return { kind: 'placeholder', expected };
  const index = digits.search(/[^0-9a-f]/i);
  if (index >= 0) {
    const character = String.fromCodePoint(digits.codePointAt(index) ?? 0);
    return { kind: 'notHex', position: expected.length + index + 1, character };
  }
  return digits.length === DIGITS ? undefined : { kind: 'digitCount', count: digits.length };
}

function findPrefixFault(text: string, expected: ExpectedPrefix): SidFault {
  const prefix = text.slice(0, 2);
  if (prefix.toUpperCase() === expected) return { kind: 'lowerCasePrefix', expected };
  return /^[A-Z]{2}/.test(text)
    ? { kind: 'otherPrefix', expected, prefix }
    : { kind: 'noPrefix', expected };
}

/** Hex digits behind the two letters of every SID. */
export const SID_DIGITS = 32;

/**
 * The source of a regular expression for a well-formed SID, as the patterns of Twilio's OpenAPI documents
 * have it: `^WT[0-9a-fA-F]{32}$`. Every other expression for a SID is built from this one.
 *
 * @param prefixes its first two letters, an expression of their own; any two capitals if absent
 */
export function sidPattern(prefixes = '[A-Z]{2}'): string {
  return `${prefixes}[0-9a-fA-F]{${SID_DIGITS}}`;
}

/** A text that is a SID as a whole, of whatever kind. */
export const WHOLE_SID = new RegExp(`^${sidPattern()}$`);

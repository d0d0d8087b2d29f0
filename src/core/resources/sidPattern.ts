/** The number of hex digits after the prefix (https://www.twilio.com/docs/glossary/what-is-a-sid). */
export const SID_DIGITS = 32;

/**
 * The source of a regular expression for a well-formed SID, as in Twilio's OpenAPI documents
 * (https://github.com/twilio/twilio-oai): `^WT[0-9a-fA-F]{32}$`. All other patterns for SIDs are built on it.
 *
 * @param prefixes a regular expression for the prefix; by default any two uppercase letters
 */
export function sidPattern(prefixes = '[A-Z]{2}'): string {
  return `${prefixes}[0-9a-fA-F]{${SID_DIGITS}}`;
}

/** Matches a text that is nothing but a SID, with any prefix. */
export const WHOLE_SID = new RegExp(`^${sidPattern()}$`);

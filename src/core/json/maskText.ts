/** The lengths are bounded so that a long run of letters costs linear time. */
const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,253}\.\p{L}{2,24}/gu;

/**
 * A run of digits with the signs that people put between them. It begins where no letter or digit
 * stands before, so that the digits of a SID are none, or behind a percent-encoded character.
 */
const RUN = /(?<=%[0-9A-F]{2}|(?<![0-9A-Za-z]))\+?\(?\d[\d\s\p{Pd}().·/]{5,}\d/giu;

/** Fewer digits are no subscriber's number (E.164); for what is longer, masking is the safe side. */
const FEWEST_DIGITS = 7;

/** A date is written with the same signs, and so is the hour that follows it. */
const DATE = /^\d{4}-\d{2}-\d{2}(?: \d{1,2})?$/;

/**
 * A longer text was written by nobody: it is hidden whole. Expressions take long for it, and fail at some
 * million digits, as what they could go back to has to be remembered.
 */
const MAX_CHARS = 500_000;

/** Masks the phone numbers and e-mail addresses in a text; in doubt, it masks. */
export function maskText(text: string): string {
  if (text.length > MAX_CHARS) return '•••';
  const withoutEmail = text.includes('@') ? text.replace(EMAIL, '•••') : text;
  return withoutEmail.replace(RUN, (run) =>
    run.replace(/\D/g, '').length >= FEWEST_DIGITS && !DATE.test(run) ? '•••' : run,
  );
}

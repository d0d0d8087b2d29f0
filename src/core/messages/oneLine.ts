/**
 * What is not seen but hides, or turns the order of, what is: control characters, marks of direction
 * and of no width, halves of pairs. The two joiners stay, which emoji and some scripts are made with.
 */
const UNSEEN = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Text that is data, as one line that shows all it holds. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

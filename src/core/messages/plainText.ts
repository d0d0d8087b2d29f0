/**
 * What is not seen but hides, or turns the order of, what is: control characters, marks of direction
 * and of no width, halves of pairs. The two joiners stay, which emoji and some scripts are made with.
 */
const INVISIBLE = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Text that is data, as one line that shows all it holds. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** What links, tags and entities begin with, or have in their middle. */
const BEGINNING = /[<&@]|:(?=\/\/)|www(?=\.)/gi;

/**
 * Text of which Markdown makes no link, tag or entity, though VS Code's `appendText` leaves addresses,
 * `<` and `&` as they are: a space without width keeps them from being one.
 */
export function withoutLinks(text: string): string {
  return text.replace(BEGINNING, '$&\u200b');
}

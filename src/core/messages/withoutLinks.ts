/** What links, tags and entities begin with, or have in their middle. */
const BEGINNING = /[<&@]|:(?=\/\/)|www(?=\.)/gi;

/**
 * Text of which Markdown makes no link, tag or entity, though VS Code's `appendText` leaves addresses,
 * `<` and `&` as they are: a space without width keeps them from being one.
 */
export function withoutLinks(text: string): string {
  return text.replace(BEGINNING, '$&\u200b');
}

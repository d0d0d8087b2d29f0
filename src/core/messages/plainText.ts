/**
 * Invisible characters that hide or reorder visible ones: control characters, direction marks,
 * zero-width characters and lone surrogates. Emoji and some scripts need the two joiners, which stay.
 */
const INVISIBLE = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Data as a single line without invisible characters. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** What begins a link, tag or HTML entity, or is always part of one. */
const LINK_START = /[<&@]|:(?=\/\/)|www(?=\.)/gi;

/**
 * Inserts zero-width spaces so that Markdown renders no links, tags or entities. `appendText` of
 * VS Code's MarkdownString does not escape URLs, `<` and `&`.
 */
export function withoutLinks(text: string): string {
  return text.replace(LINK_START, '$&\u200b');
}

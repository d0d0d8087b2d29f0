/**
 * Invisible characters that hide or reorder visible ones: control characters, direction marks,
 * zero-width characters and lone surrogates. Emoji and some scripts need the two joiners, which stay.
 */
const INVISIBLE = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Data as a single line without invisible characters. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** TaskRouter allows 64 characters in a name. A longer text would fill the screen. */
const MAX_LABEL_LENGTH = 100;

/** Data as part of a line: no invisible characters or line breaks, and at most `longest` characters. */
export function shownText(text: string, longest = MAX_LABEL_LENGTH): string {
  const shown = oneLine(text);
  // Most are short, and counting characters takes the time of a copy.
  if (shown.length <= longest) return shown;
  const characters = Array.from(shown.slice(0, longest * 4));
  return characters.length <= longest ? shown : `${characters.slice(0, longest).join('')}…`;
}

/** A text with its lines, of which at most `longest` UTF-16 units are kept. No character is cut in two. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Two units make one character beyond 0xffff.
  const isSplit = (text.codePointAt(longest - 1) ?? 0) > 0xffff;
  return `${text.slice(0, isSplit ? longest - 1 : longest)}…`;
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

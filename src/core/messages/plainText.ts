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

/**
 * Invisible characters that reorder others or hide among them. Emoji and some scripts need the joiners,
 * and flags need the tag characters, which all stay.
 */
const INVISIBLE_IN_JSON =
  /(?![\u200c\u200d\u{e0020}-\u{e007f}])[\p{Cf}\p{Cs}\u007f-\u009f\u2028\u2029]/gu;

/** Replaces invisible characters by their JSON escapes and leaves the rest of the text unchanged. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE_IN_JSON, (character) =>
    Array.from({ length: character.length }, (_, index) => escape(character, index)).join(''),
  );
}

function escape(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
}

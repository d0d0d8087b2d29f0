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

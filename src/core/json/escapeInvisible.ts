/**
 * Characters that are not seen but turn the order of others, or hide in them. The joiners stay, which
 * emoji and some scripts are made with, and the tags that make flags.
 */
const INVISIBLE_IN_JSON =
  /(?![\u200c\u200d\u{e0020}-\u{e007f}])[\p{Cf}\p{Cs}\u007f-\u009f\u2028\u2029]/gu;

/** A text as it stands, but such characters as the escapes that JSON has for them. */
export function escapeInvisible(text: string): string {
  return text.replace(INVISIBLE_IN_JSON, (character) =>
    Array.from({ length: character.length }, (_, index) => escape(character, index)).join(''),
  );
}

function escape(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
}

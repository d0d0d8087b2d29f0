/**
 * What is not seen but hides, or turns the order of, what is: control characters, marks of direction
 * and of no width, halves of pairs. The two joiners stay, which emoji and some scripts are made with.
 */
const INVISIBLE = /(?![\s\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** Text that is data, as one line that shows all it holds. */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
}

/** TaskRouter lets a name have 64 characters; what is longer is none, and would fill the screen. */
const MAX_LABEL_LENGTH = 100;

/** Data as a part of a line: without what hides or breaks it, and no longer than a line has room for. */
export function shownText(text: string, longest = MAX_LABEL_LENGTH): string {
  const shown = oneLine(text);
  // Most are short, and counting characters takes the time of a copy.
  if (shown.length <= longest) return shown;
  const characters = Array.from(shown.slice(0, longest * 4));
  return characters.length <= longest ? shown : `${characters.slice(0, longest).join('')}…`;
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

/** Part of a text, with the index of its first character. */
export interface TextToken {
  readonly text: string;
  readonly offset: number;
}

/** How far a token reaches to either side: longer ones are data, not names. */
const REACH = 2048;

/** The characters around `offset` that belong together. */
export function tokenAt(
  text: string,
  offset: number,
  belongs: (character: string, at: number) => boolean,
): TextToken {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < REACH && belongs(text.charAt(start - 1), start - 1)) start--;
  while (end < text.length && end - offset < REACH && belongs(text.charAt(end), end)) end++;
  return { text: text.slice(start, end), offset: start };
}

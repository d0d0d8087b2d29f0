import { oneLine } from '../messages/plainText.ts';

/** More is not seen in a list. */
const LONGEST = 200;

/** Of a long line, so much before the place is enough to leave room for what follows. */
const MOST_BEFORE = 40;

/** The line of a text that `offset` is in, for a list; of a long one the part that begins shortly before. */
export function lineAround(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const end = lineEnd < 0 ? text.length : lineEnd;
  const isShort = end - lineStart <= LONGEST;
  const start = isShort ? lineStart : Math.max(lineStart, offset - MOST_BEFORE);
  const line = oneLine(text.slice(start, Math.min(end, start + LONGEST)));
  return start > lineStart ? `…${line}` : line;
}

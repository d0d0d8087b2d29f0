import { isWordCode } from './isWordCode.ts';
import { LONGEST_RUN, readSidRun, type RunFinding } from './sidRun.ts';

/**
 * What `scanRuns` finds at a place, the end of a word included; looks no farther than a SID
 * reaches, however long the text is.
 */
export function sidRunAt(text: string, offset: number): RunFinding | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start <= LONGEST_RUN && isWordCode(text.charCodeAt(start - 1))) {
    start--;
  }
  while (end < text.length && end - start <= LONGEST_RUN && isWordCode(text.charCodeAt(end))) end++;
  const found = readSidRun(text, start, end);
  // The rest of an escape sequence can stand before it.
  return found !== undefined && offset >= found.offset ? found : undefined;
}

import {
  MAX_RUN_LENGTH,
  readCandidate,
  MIN_RUN_LENGTH,
  type SidCandidate,
  type SidMatch,
} from './sidCandidate.ts';

/** By UTF-16 code unit: a table is faster than comparisons, which a CPU mispredicts in hex digits. */
const isWord = new Uint8Array(0x10000);
for (const code of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') {
  isWord[code.charCodeAt(0)] = 1;
}

/** Whether a UTF-16 code unit is an ASCII letter or digit. */
export function isWordCode(code: number): boolean {
  return isWord[code] === 1;
}

/** Finds what `scanSids` finds, and near misses that count only if the text around them expects a SID. */
export function* scanCandidates(text: string): Generator<SidCandidate, void> {
  for (let from = 0; ;) {
    const start = nextLongRun(text, from);
    if (start < 0) return;
    const end = endOfRun(text, start + MIN_RUN_LENGTH);
    const found = readCandidate(text, start, end);
    if (found !== undefined) yield found;
    from = end + 1;
  }
}

/**
 * The start of the next run of letters and digits that is long enough, or -1. Most words are shorter, so
 * checking every tenth character skips them unread.
 *
 * @param from where a run can start
 */
function nextLongRun(text: string, from: number): number {
  let start = from;
  let at = start + MIN_RUN_LENGTH - 1;
  while (at < text.length) {
    while (isWordCode(text.charCodeAt(at))) {
      if (at === start) return start;
      at--;
    }
    start = at + 1;
    at = start + MIN_RUN_LENGTH - 1;
  }
  return -1;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}

/**
 * Finds every SID, placeholder of a SID and near miss in a text, from left to right. Matches do not
 * overlap, and each depends only on the characters next to it.
 */
export function* scanSids(text: string): Generator<SidMatch, void> {
  for (const run of scanCandidates(text)) {
    if (run.requires === 'nothing') yield run;
  }
}

/** Finds every well-formed SID with a prefix, in the order of the text. */
export function findSids(text: string, prefix: string): SidMatch[] {
  return [...scanSids(text)].filter((found) => found.kind === 'sid' && found.prefix === prefix);
}

/**
 * Returns what `scanCandidates` finds at an offset or ending there. Reads no more of the text than a SID
 * can occupy.
 */
export function candidateAt(text: string, offset: number): SidCandidate | undefined {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start <= MAX_RUN_LENGTH && isWordCode(text.charCodeAt(start - 1))) {
    start--;
  }
  while (end < text.length && end - start <= MAX_RUN_LENGTH && isWordCode(text.charCodeAt(end)))
    end++;
  const found = readCandidate(text, start, end);
  // The offset can be within the end of an escape sequence before the candidate.
  return found !== undefined && offset >= found.offset ? found : undefined;
}

import {
  MAX_RUN_LENGTH,
  readCandidate,
  MIN_RUN_LENGTH,
  type SidCandidate,
  type SidMatch,
} from './sidCandidate.ts';

/** By UTF-16 code unit: hex digits and letters mix so that a processor guesses comparisons wrong. */
const isWord = new Uint8Array(0x10000);
for (const code of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789') {
  isWord[code.charCodeAt(0)] = 1;
}

/** Whether a UTF-16 code unit is a letter or digit of ASCII. */
export function isWordCode(code: number): boolean {
  return isWord[code] === 1;
}

/** What `scanSids` finds, and the near-misses that count only where something says that a SID is meant. */
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
 * Where the next run begins that is long enough to hold something; -1 if none is left. Most words are
 * shorter: looking at every tenth character skips them unread.
 *
 * @param from where a run can begin
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
 * Every SID in a text, every placeholder of one, and everything that is nearly one, from the left.
 * They do not overlap, and each depends on nothing but the characters close to it.
 */
export function* scanSids(text: string): Generator<SidMatch, void> {
  for (const run of scanCandidates(text)) {
    if (run.requires === 'nothing') yield run;
  }
}

/** Every well-formed SID of one kind, in the order of the text. */
export function findSids(text: string, prefix: string): SidMatch[] {
  return [...scanSids(text)].filter((found) => found.kind === 'sid' && found.prefix === prefix);
}

/**
 * What `scanCandidates` finds at a place, the end of a word included; looks no farther than a SID
 * reaches, however long the text is.
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
  // The rest of an escape sequence can stand before it.
  return found !== undefined && offset >= found.offset ? found : undefined;
}

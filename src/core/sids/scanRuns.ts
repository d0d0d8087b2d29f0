import { isWordCode } from './isWordCode.ts';
import { readSidRun, SHORTEST_RUN, type RunFinding } from './sidRun.ts';

/** What `scanSids` finds, and the near-misses that count only where something says that a SID is meant. */
export function* scanRuns(text: string): Generator<RunFinding, void> {
  for (let from = 0; ;) {
    const start = nextLongRun(text, from);
    if (start < 0) return;
    const end = endOfRun(text, start + SHORTEST_RUN);
    const found = readSidRun(text, start, end);
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
  let at = start + SHORTEST_RUN - 1;
  while (at < text.length) {
    while (isWordCode(text.charCodeAt(at))) {
      if (at === start) return start;
      at--;
    }
    start = at + 1;
    at = start + SHORTEST_RUN - 1;
  }
  return -1;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (end < text.length && isWordCode(text.charCodeAt(end))) end++;
  return end;
}

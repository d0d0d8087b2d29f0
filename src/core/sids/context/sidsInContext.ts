import { interruptedSidAt, interruptedSids } from '../scan/interruptedSid.ts';
import { scanCandidates, candidateAt } from '../scan/scanSids.ts';
import type { SidCandidate, SidMatch } from '../scan/sidCandidate.ts';
import { callContext } from './callContext.ts';
import { isTypedSid, keyContext } from './keyContext.ts';
import { isPlausibleNearMiss } from './nearMissContext.ts';
import { pathContext } from './pathContext.ts';
import { MAX_CHARS_AFTER_SID, type SidContext } from './sidContext.ts';

/** A finding, with what its surroundings say about it. */
export interface SidMatchInContext extends SidMatch {
  /** Absent where the text does not say what belongs there. */
  readonly context?: SidContext;
}

/** How many characters before a SID can say what belongs there. */
export const MAX_CHARS_BEFORE_SID = 400;

/** What kind of SID belongs at `offset`, where its first letter is; nothing if the text does not say. */
export function sidContextAt(text: string, offset: number): SidContext | undefined {
  const before = text.charAt(offset - 1);
  return before === '/' || before === '.'
    ? pathContext(text, offset, before)
    : (keyContext(text, offset) ?? callContext(text, offset));
}

/** What is said of a run where it stands; nothing if what it needs does not stand around it. */
export function matchInContext(text: string, run: SidCandidate): SidMatchInContext | undefined {
  const context = sidContextAt(text, run.offset);
  if (context !== undefined) return { ...run, context };
  switch (run.requires) {
    case 'nothing':
      return run;
    case 'context':
      return isPlausibleNearMiss(text, run) ? run : undefined;
    case 'sidContext':
      return undefined;
  }
}

/** Every SID of a text as `scanSids` finds it, and what belongs in its place, from the left. */
export function* findSidsInContext(text: string): Generator<SidMatchInContext, void> {
  const parted = interruptedSids(text).flatMap((run) => matchInContext(text, run) ?? []);
  let next = 0;
  for (const run of scanCandidates(text)) {
    for (let one = parted[next]; one !== undefined; one = parted[next]) {
      if (one.offset > run.offset) break;
      yield one;
      next++;
    }
    // A part of a SID can be nearly one.
    const before = parted[next - 1];
    if (before !== undefined && run.offset < before.offset + before.text.length) continue;
    const inspected = matchInContext(text, run);
    if (inspected !== undefined) yield inspected;
  }
  yield* parted.slice(next);
}

/**
 * What `findSidsInContext` finds at one place of a text that is given by its lines; its offset is that in
 * the line. However long the text and its lines are, only what is near is looked at.
 *
 * @param lineAt what it returns for a line behind the last one is taken for text, such as an empty one
 */
export function sidInContextAt(
  lineAt: (line: number) => string,
  line: number,
  character: number,
): SidMatchInContext | undefined {
  const text = lineAt(line);
  const inspect = (run: SidCandidate | undefined) => run && matchAt(lineAt, line, text, run);
  return inspect(interruptedSidAt(text, character)) ?? inspect(candidateAt(text, character));
}

function matchAt(
  lineAt: (line: number) => string,
  line: number,
  text: string,
  run: SidCandidate,
): SidMatchInContext | undefined {
  const from = Math.max(0, run.offset - MAX_CHARS_BEFORE_SID);
  let before = text.slice(from, run.offset);
  for (let above = line - 1; above >= 0 && before.length < MAX_CHARS_BEFORE_SID; above--) {
    before = `${lineAt(above).slice(-MAX_CHARS_BEFORE_SID)}\n${before}`;
  }
  const end = run.offset + run.text.length;
  let after = text.slice(end, end + MAX_CHARS_AFTER_SID);
  // Only of a SID of any kind, the kind can be said in the next line.
  for (let below = line + 1; after.length < MAX_CHARS_AFTER_SID && isTypedSid(before); below++) {
    after += `\n${lineAt(below).slice(0, MAX_CHARS_AFTER_SID)}`;
  }
  const inspected = matchInContext(before + run.text + after.slice(0, MAX_CHARS_AFTER_SID), {
    ...run,
    offset: before.length,
  });
  return inspected && { ...inspected, offset: run.offset };
}

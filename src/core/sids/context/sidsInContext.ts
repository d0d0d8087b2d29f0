import { interruptedSidAt, interruptedSids } from '../scan/interruptedSid.ts';
import { scanCandidates, candidateAt } from '../scan/scanSids.ts';
import type { SidCandidate, SidMatch } from '../scan/sidCandidate.ts';
import { callContext } from './callContext.ts';
import { isTypedSid, keyContext } from './keyContext.ts';
import { isPlausibleNearMiss } from './nearMissContext.ts';
import { pathContext } from './pathContext.ts';
import { MAX_CHARS_AFTER_SID, type SidContext } from './sidContext.ts';

/** A match together with its context. */
export interface SidMatchInContext extends SidMatch {
  /** Absent if the text around it does not tell the expected kind. */
  readonly context?: SidContext;
}

/** How many characters before a SID can determine its context. */
export const MAX_CHARS_BEFORE_SID = 400;

/** The context of the SID that starts at `offset`. Returns `undefined` if the text does not tell. */
export function sidContextAt(text: string, offset: number): SidContext | undefined {
  const before = text.charAt(offset - 1);
  return before === '/' || before === '.'
    ? pathContext(text, offset, before)
    : (keyContext(text, offset) ?? callContext(text, offset));
}

/** Adds the context to a candidate. Returns `undefined` if the context that it requires is missing. */
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

/** Finds every SID, placeholder and near miss of a text with its context, from left to right. */
export function* findSidsInContext(text: string): Generator<SidMatchInContext, void> {
  const interrupted = interruptedSids(text).flatMap((run) => matchInContext(text, run) ?? []);
  let next = 0;
  for (const run of scanCandidates(text)) {
    for (let one = interrupted[next]; one !== undefined; one = interrupted[next]) {
      if (one.offset > run.offset) break;
      yield one;
      next++;
    }
    // A part of an interrupted SID can itself be a near miss.
    const before = interrupted[next - 1];
    if (before !== undefined && run.offset < before.offset + before.text.length) continue;
    const match = matchInContext(text, run);
    if (match !== undefined) yield match;
  }
  yield* interrupted.slice(next);
}

/**
 * What `findSidsInContext` finds at one position of a text given by its lines. The offset of the result is
 * within the line. Reads only text near the position, however long the text and its lines are.
 *
 * @param lineAt returns an empty text for a line after the last one
 */
export function sidInContextAt(
  lineAt: (line: number) => string,
  line: number,
  character: number,
): SidMatchInContext | undefined {
  const text = lineAt(line);
  const match = (run: SidCandidate | undefined) => run && matchAt(lineAt, line, text, run);
  return match(interruptedSidAt(text, character)) ?? match(candidateAt(text, character));
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
  // Only the type of an Event's resource or actor can follow in the next lines.
  for (let below = line + 1; after.length < MAX_CHARS_AFTER_SID && isTypedSid(before); below++) {
    after += `\n${lineAt(below).slice(0, MAX_CHARS_AFTER_SID)}`;
  }
  const match = matchInContext(before + run.text + after.slice(0, MAX_CHARS_AFTER_SID), {
    ...run,
    offset: before.length,
  });
  return match && { ...match, offset: run.offset };
}

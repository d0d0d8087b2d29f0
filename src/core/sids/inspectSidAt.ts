import type { InspectedSid } from './inspectedSid.ts';
import { inspectRun } from './inspectRun.ts';
import { REACH_BEHIND } from './places/sidPlace.ts';
import { isTypedSid } from './places/typedSidPlace.ts';
import { PLACE_REACH } from './places/sidPlaceAt.ts';
import { partedSidAt } from './partedSid.ts';
import { sidRunAt } from './sidRunAt.ts';
import type { RunFinding } from './sidRun.ts';

/**
 * What `inspectSids` finds at one place of a text that is given by its lines; its offset is that in
 * the line. However long the text and its lines are, only what is near is looked at.
 *
 * @param lineAt what it returns for a line behind the last one is taken for text, such as an empty one
 */
export function inspectSidAt(
  lineAt: (line: number) => string,
  line: number,
  character: number,
): InspectedSid | undefined {
  const text = lineAt(line);
  const inspect = (run: RunFinding | undefined) => run && inspectAt(lineAt, line, text, run);
  return inspect(partedSidAt(text, character)) ?? inspect(sidRunAt(text, character));
}

function inspectAt(
  lineAt: (line: number) => string,
  line: number,
  text: string,
  run: RunFinding,
): InspectedSid | undefined {
  const from = Math.max(0, run.offset - PLACE_REACH);
  let before = text.slice(from, run.offset);
  for (let above = line - 1; above >= 0 && before.length < PLACE_REACH; above--) {
    before = `${lineAt(above).slice(-PLACE_REACH)}\n${before}`;
  }
  const end = run.offset + run.text.length;
  let after = text.slice(end, end + REACH_BEHIND);
  // Only of a SID of any kind, the kind can be said in the next line.
  for (let below = line + 1; after.length < REACH_BEHIND && isTypedSid(before); below++) {
    after += `\n${lineAt(below).slice(0, REACH_BEHIND)}`;
  }
  const inspected = inspectRun(before + run.text + after.slice(0, REACH_BEHIND), {
    ...run,
    offset: before.length,
  });
  return inspected && { ...inspected, offset: run.offset };
}

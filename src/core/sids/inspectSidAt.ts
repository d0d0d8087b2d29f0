import type { InspectedSid } from './inspectedSid.ts';
import { inspectRun } from './inspectRun.ts';
import { PLACE_REACH } from './places/sidPlaceAt.ts';
import { partedSidAt } from './partedSid.ts';
import { sidRunAt } from './sidRunAt.ts';
import type { RunFinding } from './sidRun.ts';

/**
 * What `inspectSids` finds at one place of a text that is given by its lines; its offset is that in
 * the line. However long the text and its lines are, only what is near is looked at.
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
  const inspected = inspectRun(before + run.text, { ...run, offset: before.length });
  return inspected && { ...inspected, offset: run.offset };
}

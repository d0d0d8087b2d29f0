import type { InspectedSid } from './inspectedSid.ts';
import { inspectRun } from './inspectRun.ts';
import { scanRuns } from './scanRuns.ts';

/** Every SID of a text as `scanSids` finds it, and what belongs in its place. */
export function* inspectSids(text: string): Generator<InspectedSid, void> {
  for (const run of scanRuns(text)) {
    const inspected = inspectRun(text, run);
    if (inspected !== undefined) yield inspected;
  }
}

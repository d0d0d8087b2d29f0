import type { InspectedSid } from './inspectedSid.ts';
import { inspectRun } from './inspectRun.ts';
import { partedSids } from './partedSid.ts';
import { scanRuns } from './scanRuns.ts';

/** Every SID of a text as `scanSids` finds it, and what belongs in its place, from the left. */
export function* inspectSids(text: string): Generator<InspectedSid, void> {
  const parted = partedSids(text).flatMap((run) => inspectRun(text, run) ?? []);
  let next = 0;
  for (const run of scanRuns(text)) {
    for (let one = parted[next]; one !== undefined; one = parted[next]) {
      if (one.offset > run.offset) break;
      yield one;
      next++;
    }
    // A part of a SID can be nearly one.
    const before = parted[next - 1];
    if (before !== undefined && run.offset < before.offset + before.text.length) continue;
    const inspected = inspectRun(text, run);
    if (inspected !== undefined) yield inspected;
  }
  yield* parted.slice(next);
}

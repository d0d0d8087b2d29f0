import type { InspectedSid } from './inspectedSid.ts';
import { sidPlaceAt } from './places/sidPlaceAt.ts';
import type { RunFinding } from './sidRun.ts';

/**
 * What is said of a run where it stands; nothing of a near-miss among characters of base64,
 * identifiers or paths, unless its place says that a SID is meant.
 */
export function inspectRun(text: string, run: RunFinding): InspectedSid | undefined {
  const place = sidPlaceAt(text, run.offset);
  if (place !== undefined) return { ...run, place };
  return run.touched ? undefined : run;
}

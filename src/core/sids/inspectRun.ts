import type { InspectedSid } from './inspectedSid.ts';
import { hasSidContext } from './places/sidContext.ts';
import { sidPlaceAt } from './places/sidPlaceAt.ts';
import type { RunFinding } from './sidRun.ts';

/** What is said of a run where it stands; nothing if what it needs does not stand around it. */
export function inspectRun(text: string, run: RunFinding): InspectedSid | undefined {
  const place = sidPlaceAt(text, run.offset);
  if (place !== undefined) return { ...run, place };
  switch (run.needs) {
    case 'nothing':
      return run;
    case 'context':
      return hasSidContext(text, run) ? run : undefined;
    case 'place':
      return undefined;
  }
}

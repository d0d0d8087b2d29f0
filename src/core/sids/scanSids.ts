import type { SidFinding } from './sidFinding.ts';
import { scanRuns } from './scanRuns.ts';

/**
 * Every SID in a text, every placeholder of one, and everything that is nearly one, from the left.
 * They do not overlap, and each depends on nothing but the characters close to it.
 */
export function* scanSids(text: string): Generator<SidFinding, void> {
  for (const run of scanRuns(text)) {
    if (run.needs === 'nothing') yield run;
  }
}

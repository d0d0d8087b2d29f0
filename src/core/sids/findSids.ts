import { scanSids } from './scanSids.ts';
import type { SidFinding } from './sidFinding.ts';

/** Every well-formed SID of one kind, in the order of the text. */
export function findSids(text: string, prefix: string): SidFinding[] {
  return [...scanSids(text)].filter((found) => found.kind === 'sid' && found.prefix === prefix);
}

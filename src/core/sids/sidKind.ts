import { sidNames } from './sidNames.ts';
import { sidPrefixes } from './sidPrefixes.ts';

/** What the SIDs with a prefix name. */
export interface SidKind {
  /** "Interaction Channel"; of what a prefix stands for that has several meanings, two. */
  readonly name: string;
  /** All that it can be. */
  readonly all: string;
}

/** More names than these say nothing. */
const MOST_NAMES = 2;

/**
 * What the SIDs with a prefix name: as sentences about Tasks call it, or else as Twilio's documents do.
 * Nothing where nobody knows the prefix.
 */
export function sidKind(prefix: string): SidKind | undefined {
  const usual = sidNames.get(prefix);
  const names = [...new Set((sidPrefixes.get(prefix) ?? []).map(({ name }) => name))];
  if (usual !== undefined) {
    const others = names.filter((name) => name !== usual);
    return { name: usual, all: [usual, ...others].join(', ') };
  }
  if (names.length === 0) return undefined;
  const [first, rest] = [names.slice(0, MOST_NAMES), names.length - MOST_NAMES];
  return { name: `${first.join(' / ')}${rest > 0 ? ' / …' : ''}`, all: names.join(', ') };
}

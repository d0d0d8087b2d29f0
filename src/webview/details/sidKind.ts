import { sidNames } from '../../core/sids/sidNames.ts';
import { sidPrefixes } from '../../core/sids/sidPrefixes.ts';

/** What a SID names. */
export interface SidKind {
  /** "Interaction Channel"; of what a prefix stands for that has several meanings, two. */
  readonly name: string;
  /** All that it can be. */
  readonly all: string;
}

/** More names than these say nothing. */
const MOST_NAMES = 2;

/**
 * What a text names that is a SID as a whole: as the documents of Tasks call it, or else as Twilio's do.
 * Nothing for any other text, and where nobody knows the prefix.
 */
export function sidKind(text: string): SidKind | undefined {
  if (!/^[A-Z]{2}[0-9a-fA-F]{32}$/.test(text)) return undefined;
  const prefix = text.slice(0, 2);
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

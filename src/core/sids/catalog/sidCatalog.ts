import { sidNames } from '../sidNames.ts';
import { accountSids, monitorSids } from './accountSids.ts';
import { iotSids, phoneNumberSids } from './connectivitySids.ts';
import { flexSids, taskRouterSids } from './contactCenterSids.ts';
import { developerSids } from './developerSids.ts';
import { conversationsSids, messagingSids } from './messagingSids.ts';
import { retiredSids, unlistedSids } from './otherSids.ts';
import type { PrefixMeaning, SidMeaning } from './sidMeaning.ts';
import { voiceSids } from './voiceSids.ts';

/**
 * What every prefix stands for that Twilio's OpenAPI documents name, or other public material. Products reuse prefixes: the
 * most usual meaning comes first.
 */
export const sidPrefixes: ReadonlyMap<string, readonly SidMeaning[]> = byPrefix([
  // The order of the products decides which meaning of a shared prefix comes first: Monitor before
  // Voice, for instance, so that a NO is an Alert first. TaskRouter is last as it shares but two
  // prefixes, of which it is the less usual owner.
  ...phoneNumberSids,
  ...messagingSids,
  ...conversationsSids,
  ...monitorSids,
  ...accountSids,
  ...developerSids,
  ...flexSids,
  ...voiceSids,
  ...iotSids,
  ...retiredSids,
  ...taskRouterSids,
  ...unlistedSids,
]);

function byPrefix(meanings: readonly PrefixMeaning[]): Map<string, readonly SidMeaning[]> {
  const prefixes = new Map<string, SidMeaning[]>();
  for (const [prefix, meaning] of meanings) {
    const known = prefixes.get(prefix);
    if (known === undefined) prefixes.set(prefix, [meaning]);
    else known.push(meaning);
  }
  return prefixes;
}

/** What the SIDs with a prefix name. */
export interface SidKind {
  /** "Interaction Channel"; of what a prefix stands for that has several meanings, two. */
  readonly name: string;
  /** All that it can be. */
  readonly all: string;
}

/** More names than these say nothing. */
const MAX_NAMES = 2;

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
  const [first, rest] = [names.slice(0, MAX_NAMES), names.length - MAX_NAMES];
  return { name: `${first.join(' / ')}${rest > 0 ? ' / …' : ''}`, all: names.join(', ') };
}

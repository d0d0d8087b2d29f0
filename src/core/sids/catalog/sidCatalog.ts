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
 * The meanings of all prefixes in Twilio's OpenAPI documents (https://github.com/twilio/twilio-oai) and other
 * public sources. Products reuse prefixes; the most common meaning comes first.
 */
export const sidPrefixes: ReadonlyMap<string, readonly SidMeaning[]> = byPrefix([
  // The order of the products decides which meaning of a shared prefix comes first: Monitor before Voice,
  // for instance, so that NO is first an Alert. TaskRouter is last because it shares only two prefixes,
  // whose other meaning is more common.
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

/** The kinds of resource that a prefix stands for, as text. */
export interface SidKind {
  /** Such as "Interaction Channel", or two names if the prefix has several meanings. */
  readonly name: string;
  /** All names. */
  readonly all: string;
}

/** More names do not help the user. */
const MAX_NAMES = 2;

/**
 * The kind of resource that a prefix stands for, with the name used in messages about Tasks first. Returns
 * `undefined` for an unknown prefix.
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

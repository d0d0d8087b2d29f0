import { accountSids } from './prefixes/accountSids.ts';
import { conversationsSids } from './prefixes/conversationsSids.ts';
import { developerSids } from './prefixes/developerSids.ts';
import { flexSids } from './prefixes/flexSids.ts';
import { iotSids } from './prefixes/iotSids.ts';
import { messagingSids } from './prefixes/messagingSids.ts';
import { monitorSids } from './prefixes/monitorSids.ts';
import { phoneNumberSids } from './prefixes/phoneNumberSids.ts';
import type { PrefixMeaning } from './prefixes/productSids.ts';
import { retiredSids } from './prefixes/retiredSids.ts';
import { taskRouterSids } from './prefixes/taskRouterSids.ts';
import { unlistedSids } from './prefixes/unlistedSids.ts';
import { voiceSids } from './prefixes/voiceSids.ts';
import type { SidMeaning } from './sidMeaning.ts';

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

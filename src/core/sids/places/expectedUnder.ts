/** By the words of a key before "sid", without what parts them. */
const kinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['workspace', ['WS']],
  // Autopilot had Tasks, too.
  ['task', ['WT', 'UD']],
  ['taskqueue', ['WQ']],
  // Of Voice, or of TaskRouter.
  ['queue', ['WQ', 'QU']],
  ['workflow', ['WW']],
  ['worker', ['WK']],
  ['activity', ['WA']],
  ['reservation', ['WR']],
  ['taskchannel', ['TC']],
  ['workerchannel', ['WC']],
  ['account', ['AC']],
  ['apikey', ['SK']],
  ['call', ['CA']],
  ['conference', ['CF']],
  ['conversation', ['CH']],
  ['flow', ['FW', 'FO']],
  ['message', ['SM', 'MM', 'IM']],
]);

/** Of a kind: "task queue" has two. */
const MOST_WORDS = 2;

/**
 * The prefixes that belong under a key or into a variable, by its name in any spelling, such as
 * `workspace_sid`, `workspaceSid`, `TWILIO_WORKSPACE_SID`; nothing if the name does not say the kind.
 */
export function expectedUnder(name: string): readonly string[] | undefined {
  // Almost every name says no such thing.
  if (!/sid\d*$/i.test(name)) return undefined;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/sid\d*$/i, ' ')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase().replace(/\d+$/, ''))
    .filter((word) => word !== '');
  for (let count = MOST_WORDS; count > 0; count--) {
    const expected = words.length < count ? undefined : kinds.get(words.slice(-count).join(''));
    if (expected !== undefined) return expected;
  }
  return undefined;
}

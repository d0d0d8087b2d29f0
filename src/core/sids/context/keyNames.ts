import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';

/** By the words of a key before "sid", without what parts them. */
const kinds: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...taskRouterPrefixes.flatMap((prefix): [string, readonly string[]][] => {
    const { field } = resourceKinds[prefix];
    return field === undefined ? [] : [[wordsBeforeSid(field).join(''), [prefix]]];
  }),
  // Autopilot had Tasks, too.
  ['task', ['WT', 'UD']],
  // Of Voice, or of TaskRouter.
  ['queue', ['WQ', 'QU']],
  ['account', ['AC']],
  ['apikey', ['SK']],
  ['call', ['CA']],
  ['conference', ['CF']],
  ['conversation', ['CH']],
  ['flow', ['FW', 'FO']],
  ['message', ['SM', 'MM', 'IM']],
  // Flex writes `flexInteractionSid` into a Task's attributes; Proxy had Interactions, too.
  ['flexinteraction', ['KD']],
  ['interaction', ['KD', 'KI']],
  ['interactionchannel', ['UO']],
  ['interactioninvite', ['KG']],
  ['channelinvite', ['KG']],
  // `longest_task_waiting_sid` of a Task Queue's real-time statistics.
  ['longesttaskwaiting', ['WT']],
]);

/** Of a kind: "longest task waiting" has three. */
const MAX_WORDS = 3;

/** The kinds of which an account has several that are told apart by a name: `ACTIVITY_BREAK_SID`. */
const named: ReadonlySet<string> = new Set(['activity', 'workflow', 'taskqueue', 'queue']);

/** What belongs under names that do not end in "sid", in small letters and without what parts words. */
const fields: ReadonlyMap<string, Expectation> = new Map([
  // A target of a workflow's filter, and its default.
  ['queue', { prefixes: ['WQ'], isOwn: true, isField: true }],
  // Properties of Studio's widget Send to Flex.
  ['workflow', { prefixes: ['WW'], isOwn: true, isField: true }],
  ['channel', { prefixes: ['TC', 'WC'], isOwn: true, isField: true }],
  // As a Task's description has it in the OpenAPI document.
  ['routingtarget', { prefixes: ['WK', 'WQ', 'WW'], isOwn: true }],
  ['longestrelativetasksidinqueue', { prefixes: ['WT'] }],
]);

/** Tells almost every name from theirs at once. */
const FIELD = /^(?:queue|workflow|channel|routing|longest)/i;

/** What belongs under a name. */
export interface Expectation {
  /** The usual one first. */
  readonly prefixes: readonly string[];
  /** That it says so of TaskRouter's SIDs only: those of other products are no error there. */
  readonly isOwn?: true;
  /** That it says so only as a field, as prose has the word as well. */
  readonly isField?: true;
}

/**
 * What belongs under a key or into a variable, by its name in any spelling, such as `workspace_sid`,
 * `workspaceSid`, `TWILIO_WORKSPACE_SID`; nothing if the name does not say the kind.
 */
export function expectationOfName(name: string): Expectation | undefined {
  // Almost every name says no such thing.
  if (!isSidName(name)) return FIELD.test(name) ? fields.get(normalize(name)) : undefined;
  const words = wordsBeforeSid(name);
  for (let count = Math.min(MAX_WORDS, words.length); count > 0; count--) {
    const prefixes = kinds.get(words.slice(-count).join(''));
    if (prefixes === undefined) continue;
    if (words.length === count) return { prefixes };
    // What an Activity is named after can be a kind itself: `ACTIVITY_ON_A_CALL_SID`.
    const others = expectationOfNamedKind(words.slice(0, words.length - count + 1))?.prefixes ?? [];
    return { prefixes: [...prefixes, ...others.filter((other) => !prefixes.includes(other))] };
  }
  return expectationOfNamedKind(words);
}

/** Whether a key of that name holds a SID, of whatever kind. */
export function isSidName(name: string): boolean {
  return /sid\d*$/i.test(name);
}

function normalize(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
}

function wordsBeforeSid(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/sid\d*$/i, ' ')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase().replace(/\d+$/, ''))
    .filter((word) => word !== '');
}

/** Of all the kinds in a name, the last one is meant: `TASK_ACTIVITY_BREAK_SID` is an Activity's. */
function expectationOfNamedKind(words: readonly string[]): Expectation | undefined {
  for (let end = words.length - 1; end > 0; end--) {
    for (let count = Math.min(2, end); count > 0; count--) {
      const kind = words.slice(end - count, end).join('');
      const prefixes = kinds.get(kind);
      if (prefixes === undefined) continue;
      return named.has(kind) ? { prefixes, isOwn: true } : undefined;
    }
  }
  return undefined;
}

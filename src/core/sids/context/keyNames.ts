import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';

/** Prefixes by the words of a key before "sid", joined without separators. */
const kinds: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...taskRouterPrefixes.flatMap((prefix): [string, readonly string[]][] => {
    const { field } = resourceKinds[prefix];
    return field === undefined ? [] : [[wordsBeforeSid(field).join(''), [prefix]]];
  }),
  // Autopilot, a retired product, had Tasks as well.
  ['task', ['WT', 'UD']],
  // Both TaskRouter and Voice have queues.
  ['queue', ['WQ', 'QU']],
  ['account', ['AC']],
  ['apikey', ['SK']],
  ['call', ['CA']],
  ['conference', ['CF']],
  ['conversation', ['CH']],
  ['flow', ['FW', 'FO']],
  ['message', ['SM', 'MM', 'IM']],
  // Flex writes `flexInteractionSid` into a Task's attributes. Proxy has Interactions as well.
  ['flexinteraction', ['KD']],
  ['interaction', ['KD', 'KI']],
  ['interactionchannel', ['UO']],
  ['interactioninvite', ['KG']],
  ['channelinvite', ['KG']],
  // `longest_task_waiting_sid` in the real-time statistics of a TaskQueue.
  ['longesttaskwaiting', ['WT']],
]);

/** The longest key of `kinds` has three: "longest task waiting". */
const MAX_WORDS = 3;

/** Kinds whose resources often have a name within the key: `ACTIVITY_BREAK_SID`. */
const named: ReadonlySet<string> = new Set(['activity', 'workflow', 'taskqueue', 'queue']);

/** SIDs expected under names that do not end in "sid", in lowercase and without separators. */
const fields: ReadonlyMap<string, Expectation> = new Map([
  // A target or the default of a Workflow: https://www.twilio.com/docs/taskrouter/workflow-configuration.
  ['queue', { prefixes: ['WQ'], isOwn: true, isField: true }],
  // Send to Flex in Studio: https://www.twilio.com/docs/studio/widget-library/send-flex.
  ['workflow', { prefixes: ['WW'], isOwn: true, isField: true }],
  ['channel', { prefixes: ['TC', 'WC'], isOwn: true, isField: true }],
  // By the description of the field in https://www.twilio.com/docs/taskrouter/api/task.
  ['routingtarget', { prefixes: ['WK', 'WQ', 'WW'], isOwn: true }],
  ['longestrelativetasksidinqueue', { prefixes: ['WT'] }],
]);

/** Rules out almost every other name cheaply. */
const FIELD = /^(?:queue|workflow|channel|routing|longest)/i;

/** The SIDs that a name expects. */
export interface Expectation {
  /** The usual one first. */
  readonly prefixes: readonly string[];
  /** Set if SIDs of other products are no error there. */
  readonly isOwn?: true;
  /** Set if the name counts only as a field, because it also occurs in prose. */
  readonly isField?: true;
}

/**
 * The SIDs expected in a key or variable, by its name in any spelling, such as `workspace_sid`,
 * `workspaceSid` or `TWILIO_WORKSPACE_SID`. Returns `undefined` if the name does not tell the kind.
 */
export function expectationOfName(name: string): Expectation | undefined {
  // Most names return here.
  if (!isSidName(name)) return FIELD.test(name) ? fields.get(normalize(name)) : undefined;
  const words = wordsBeforeSid(name);
  for (let count = Math.min(MAX_WORDS, words.length); count > 0; count--) {
    const prefixes = kinds.get(words.slice(-count).join(''));
    if (prefixes === undefined) continue;
    if (words.length === count) return { prefixes };
    // The name of an Activity can contain another kind: `ACTIVITY_ON_A_CALL_SID`.
    const others = expectationOfNamedKind(words.slice(0, words.length - count + 1))?.prefixes ?? [];
    return { prefixes: [...prefixes, ...others.filter((other) => !prefixes.includes(other))] };
  }
  return expectationOfNamedKind(words);
}

/** Whether a key of that name holds a SID of any kind. */
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

/** The last kind in a name counts: `TASK_ACTIVITY_BREAK_SID` holds the SID of an Activity. */
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

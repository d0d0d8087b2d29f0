/** Where a rule comes from. */
export type Evidence =
  /** Twilio's documentation says it. */
  | 'documented'
  /** An answer or an event of the service shows it. */
  | 'recorded'
  /** Production Workflows of others cannot work without it. */
  | 'production'
  /** No source says it. */
  | 'undocumented'
  /** Two sources say the opposite. */
  | 'conflict';

/**
 * What decides a condition beyond the plain meaning of its operator. The syntax is documented at
 * https://www.twilio.com/docs/taskrouter/expression-syntax.
 */
export const RULES = {
  /** Flex's template for internal calls routes by `callToQueue == null`. */
  nullIsNull: 'production',
  nullIsNoValue: 'documented',
  /** Helplines guard every target by `worker.waitingOfflineContact != true`, which ordinary Workers do not have. */
  nullDiffers: 'production',
  nullInNoList: 'recorded',
  nullNotIn: 'undocumented',
  nullCompared: 'undocumented',
  nullBoth: 'undocumented',
  scalarOnArray: 'documented',
  arrayOnScalars: 'documented',
  /** `preferred_agents != null` in the page on the lifecycle of Tasks against the syntax page. */
  arrayNotNull: 'conflict',
  /** A Worker with `"tech_support_skill": "6"` is in the TaskQueue of `tech_support_skill > 5`. */
  textAsNumber: 'documented',
  mixedTypes: 'undocumented',
  numberSpelling: 'undocumented',
  letterCase: 'undocumented',
  textOrder: 'undocumented',
  objectCompared: 'undocumented',
  arraySide: 'undocumented',
  /** `"language" == "spanish"` in the API's description of TargetWorkers. */
  quotedKey: 'conflict',
  /** https://www.twilio.com/docs/taskrouter/api/worker against attributes everywhere. */
  hyphenInValue: 'conflict',
  /** https://www.twilio.com/docs/taskrouter/multitasking */
  capacityExample: 'conflict',
  mixedPrecedence: 'undocumented',
  /** https://www.twilio.com/docs/taskrouter/api/task-queue */
  emptyMatchesNobody: 'documented',
} as const satisfies Readonly<Record<string, Evidence>>;

export type RuleCode = keyof typeof RULES;

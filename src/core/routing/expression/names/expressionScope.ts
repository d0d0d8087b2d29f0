import type { Path } from '../syntax/expression.ts';

/**
 * Where an expression stands, and by that which names it knows: `task` in a filter and in
 * `EvaluateTaskAttributes`, `worker` in `target_workers` and `TargetWorkersExpression`, `target` in a
 * target, `skipIf` in `skip_if`.
 */
export const EXPRESSION_SCOPES = ['task', 'worker', 'target', 'skipIf'] as const;

export type ExpressionScope = (typeof EXPRESSION_SCOPES)[number];

/** A name that TaskRouter gives a value to, and no attribute. */
export interface ScopeName {
  /** With `*` for a segment that is free, such as `worker.channel.*.assigned_tasks`. */
  readonly name: string;
  readonly type: 'string' | 'number';
}

const WORKER_FIELDS: readonly ScopeName[] = [
  { name: 'sid', type: 'string' },
  { name: 'friendly_name', type: 'string' },
  { name: 'activity_name', type: 'string' },
  { name: 'activity_sid', type: 'string' },
];

/** https://www.twilio.com/docs/taskrouter/multitasking */
const CHANNEL_FIELDS: readonly ScopeName[] = [
  { name: 'worker.channel.*.configured_capacity', type: 'number' },
  { name: 'worker.channel.*.assigned_tasks', type: 'number' },
  { name: 'worker.channel.*.available_capacity_percentage', type: 'number' },
];

/**
 * In UTC: HHMM, hours, minutes, `Mon` to `Sun`; in expressions of filters and targets. Hours are
 * documented as text that is compared with numbers. https://www.twilio.com/docs/taskrouter/time-of-day-routing
 */
const TIMES: readonly ScopeName[] = [
  { name: 'taskrouter.currentTime', type: 'number' },
  { name: 'taskrouter.currentHour', type: 'string' },
  { name: 'taskrouter.currentMin', type: 'number' },
  { name: 'taskrouter.dayOfWeek', type: 'string' },
];

/** Of the TaskQueue's members. https://www.twilio.com/docs/taskrouter/worker-presence */
const PRESENCE: readonly ScopeName[] = [
  { name: 'workers.available', type: 'number' },
  { name: 'workers.unavailable', type: 'number' },
  /** `WA…` */
  { name: 'workers.*', type: 'number' },
];

/** Whether attributes can be named in a scope, and how they begin. */
interface ScopeRules {
  readonly names: readonly ScopeName[];
  /** What attributes are written behind; an empty text if they stand alone. */
  readonly prefixes: readonly string[];
}

const RULES: Readonly<Record<ExpressionScope, ScopeRules>> = {
  task: { names: TIMES, prefixes: [''] },
  worker: { names: WORKER_FIELDS, prefixes: [''] },
  target: {
    names: [
      ...WORKER_FIELDS.map(({ name, type }) => ({ name: `worker.${name}`, type })),
      ...CHANNEL_FIELDS,
      ...TIMES,
    ],
    prefixes: ['task.', 'worker.'],
  },
  skipIf: { names: PRESENCE, prefixes: [] },
};

/** First segments that have a meaning in one scope or another. */
const ROOTS = ['task', 'worker', 'workers', 'taskrouter'] as const;

export function scopeNames(scope: ExpressionScope): readonly ScopeName[] {
  return RULES[scope].names;
}

/** What attributes are written behind in a scope: nothing in it means that they stand alone. */
export function attributePrefixes(scope: ExpressionScope): readonly string[] {
  return RULES[scope].prefixes;
}

/** What a key is in a scope. */
export type NameKind =
  /** A value of TaskRouter. */
  | 'field'
  | 'attribute'
  /** Behind the right prefix, but no name that exists. */
  | 'unknown'
  /** In a target, an attribute without `task.` or `worker.`. */
  | 'unprefixed'
  /** The name of another scope, unless it is an attribute. */
  | 'foreign';

export function nameKind({ segments }: Path, scope: ExpressionScope): NameKind {
  const [root] = segments;
  if (scopeNames(scope).some(({ name }) => fits(segments, name))) return 'field';
  switch (scope) {
    case 'task':
    case 'worker':
      if (scope === 'task' && root === 'taskrouter') return 'unknown';
      return ROOTS.some((one) => one === root) ? 'foreign' : 'attribute';
    case 'target':
      if (root === 'taskrouter') return 'unknown';
      if (root === 'worker' && segments[1] === 'channel') return 'unknown';
      if (root === 'task' || root === 'worker')
        return segments.length > 1 ? 'attribute' : 'unknown';
      return root === 'workers' ? 'foreign' : 'unprefixed';
    case 'skipIf':
      if (root === 'workers') return 'unknown';
      return ROOTS.some((one) => one === root) ? 'foreign' : 'unprefixed';
  }
}

function fits(segments: Path['segments'], name: string): boolean {
  const parts = name.split('.');
  return (
    parts.length === segments.length &&
    parts.every((part, index) =>
      part === '*' ? fitsFreely(parts, segments[index]) : part === segments[index],
    )
  );
}

/** `WAxx` in Twilio's examples stands for the SID of an Activity. */
function fitsFreely([root]: readonly string[], segment: string | number | undefined): boolean {
  return root === 'workers' ? String(segment).startsWith('WA') : typeof segment === 'string';
}

import { segmentsOf, type Path, type PathSegment } from '../syntax/expression.ts';

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

const FIELDS: ReadonlySet<string> = namesOf(WORKER_FIELDS);
const CHANNEL: ReadonlySet<string> = namesOf(CHANNEL_FIELDS);
const TIME: ReadonlySet<string> = namesOf(TIMES);

export function nameKind(path: Path, scope: ExpressionScope): NameKind {
  const isTarget = scope === 'target';
  const { text } = path;
  // What nearly all keys are, without taking them apart.
  if (isTarget && text.startsWith('task.')) return 'attribute';
  if (isTarget && text.startsWith('worker.')) {
    if (!text.startsWith('worker.channel')) {
      return FIELDS.has(text.slice('worker.'.length)) ? 'field' : 'attribute';
    }
    const last = text.lastIndexOf('.');
    const isOfChannel = text.lastIndexOf('.', last - 1) === 'worker.channel'.length;
    if (isOfChannel && CHANNEL.has(text.slice(last + 1)) && !text.includes('[')) return 'field';
  }
  const isPlain = !text.startsWith('task') && !text.startsWith('worker');
  if (scope === 'task' && isPlain) return 'attribute';
  const segments = segmentsOf(path);
  const [root, second] = segments;
  switch (root) {
    case 'taskrouter':
      if (scope !== 'task' && !isTarget) return 'foreign';
      return segments.length === 2 && TIME.has(String(second)) ? 'field' : 'unknown';
    case 'workers':
      return scope === 'skipIf' ? presenceKind(segments) : 'foreign';
    case 'worker':
      if (!isTarget) return 'foreign';
      if (second === 'channel') return channelKind(segments);
      return second === undefined ? 'unknown' : 'attribute';
    case 'task':
      return isTarget ? 'unknown' : 'foreign';
    case undefined:
    default:
      if (isTarget || scope === 'skipIf') return 'unprefixed';
      return scope === 'worker' && second === undefined && FIELDS.has(String(root))
        ? 'field'
        : 'attribute';
  }
}

function namesOf(names: readonly ScopeName[]): ReadonlySet<string> {
  return new Set(names.map(({ name }) => name.slice(name.lastIndexOf('.') + 1)));
}

/** `WAxx` in Twilio's examples stands for the SID of an Activity. */
function presenceKind([, second, ...others]: readonly PathSegment[]): NameKind {
  const isField =
    second === 'available' || second === 'unavailable' || String(second).startsWith('WA');
  return isField && others.length === 0 ? 'field' : 'unknown';
}

function channelKind([, , channel, field, ...others]: readonly PathSegment[]): NameKind {
  const isField = typeof channel === 'string' && CHANNEL.has(String(field));
  return isField && others.length === 0 ? 'field' : 'unknown';
}

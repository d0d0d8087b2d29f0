import { message, type Message } from '../../messages/message.ts';
import type { PlacedExpression } from '../embedding/routingText.ts';
import { nameKind, type ExpressionScope } from '../expression/names/expressionScope.ts';
import { segmentsOf, type Path } from '../expression/syntax/expression.ts';
import { documented, type Explanation } from './explanation.ts';

/** As which expression something names its keys: what is none, as that of a target. */
export function namesOf(scope: PlacedExpression['scope']): ExpressionScope {
  return scope === 'orderBy' || scope === 'knownWorker' ? 'target' : scope;
}

/** Whose attribute a key is. */
export type AttributeOwner = 'task' | 'worker';

/** What a key means where it stands; undefined if it is no name of that scope. */
export function explainName(path: Path, scope: ExpressionScope): Explanation | undefined {
  const kind = nameKind(path, scope);
  if (kind === 'field') return explainField(fieldOf(path));
  const owner = kind === 'attribute' ? attributeOwner(path, scope) : undefined;
  return owner && explainAttribute(owner);
}

/** Whose attribute a key of a scope is; undefined if it is none. */
export function attributeOwner(path: Path, scope: ExpressionScope): AttributeOwner | undefined {
  if (nameKind(path, scope) !== 'attribute') return undefined;
  if (scope === 'task' || scope === 'worker') return scope;
  return path.text.startsWith('task.') ? 'task' : 'worker';
}

export function explainAttribute(owner: AttributeOwner): Explanation {
  const text =
    owner === 'task' ? message('Attribute of the Task.') : message('Attribute of the Worker.');
  return documented('expressions', text, message('A missing attribute is NULL (documented).'));
}

/** The last name of a field, or that of an Activity's number of Workers. */
function fieldOf(path: Path): string {
  const segments = segmentsOf(path);
  const last = String(segments.at(-1));
  return segments[0] === 'workers' && last.startsWith('WA') ? 'WA' : last;
}

/** What TaskRouter gives a value to; with the last part of its name. */
export function explainField(name: string): Explanation | undefined {
  return fields.get(name)?.();
}

const onWorker = (text: Message) => documented('workers', text);
const onChannel = (text: Message) => documented('multitasking', text);
const onTime = (text: Message) => documented('timeOfDay', text);
const onPresence = (text: Message) => documented('skipIf', text);

const fields: ReadonlyMap<string, () => Explanation> = new Map([
  ['sid', () => onWorker(message('SID of the Worker.'))],
  ['friendly_name', () => onWorker(message('Friendly name of the Worker.'))],
  ['activity_name', () => onWorker(message("Name of the Worker's Activity."))],
  ['activity_sid', () => onWorker(message("SID of the Worker's Activity."))],
  [
    'configured_capacity',
    () => onChannel(message('How many Tasks of this Task Channel the Worker can have at once.')),
  ],
  [
    'assigned_tasks',
    () => onChannel(message('Accepted Reservations of the Worker on this Task Channel.')),
  ],
  [
    'available_capacity_percentage',
    () =>
      onChannel(
        message(
          'Free capacity of the Worker on this Task Channel in percent. Pending, accepted, and wrapping Reservations take capacity.',
        ),
      ),
  ],
  ['currentTime', () => onTime(message('Time in UTC as a number of hours and minutes (HHMM).'))],
  ['currentHour', () => onTime(message('Hour in UTC, from 0 to 23.'))],
  ['currentMin', () => onTime(message('Minute in UTC, from 0 to 59.'))],
  ['dayOfWeek', () => onTime(message('Day of the week in UTC, from Mon to Sun.'))],
  ['available', () => onPresence(message('Available Workers in the TaskQueue of this target.'))],
  [
    'unavailable',
    () => onPresence(message('Unavailable Workers in the TaskQueue of this target.')),
  ],
  ['WA', () => onPresence(message('Workers with this Activity in the TaskQueue of this target.'))],
]);

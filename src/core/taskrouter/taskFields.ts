import { decodeEmbeddedJson } from '../json/jsonText.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import type { JsonMember, JsonValue } from '../json/jsonValue.ts';
import { message, type Message } from '../messages/message.ts';
import { maskJson } from '../privacy/maskJson.ts';
import { isSidOf } from '../sids/sid.ts';

/** What a JSON text says of a Task, each of its fields once. */
export interface TaskFields {
  readonly facts: Readonly<Partial<Record<TaskFact, string>>>;
  /** What the Task refers to by a SID that has a document. */
  readonly references: readonly TaskReferenceField[];
  /** A string where they hold no JSON object or array; absent if null or missing. */
  readonly attributes?: JsonValue;
  /** As the attributes, and absent also if there are none. */
  readonly addons?: JsonValue;
  /** All that is left, for those who show more. */
  readonly rest: JsonFields;
}

/** A fact's name and the field that it is in: numbers with every digit, never empty. */
export const taskFacts = {
  status: { field: 'assignment_status', label: message('Status') },
  priority: { field: 'priority', label: message('Priority') },
  age: { field: 'age', label: message('Age') },
  timeout: { field: 'timeout', label: message('Timeout') },
  reason: { field: 'reason', label: message('Reason') },
  created: { field: 'date_created', label: message('Created') },
  updated: { field: 'date_updated', label: message('Updated') },
  entered: { field: 'task_queue_entered_date', label: message('In queue since') },
} as const;

export type TaskFact = keyof typeof taskFacts;

const NUMBERS: ReadonlySet<TaskFact> = new Set(['priority', 'age', 'timeout']);

interface TaskReferenceField {
  /** The field with the SID. */
  readonly field: string;
  readonly role: Message;
  readonly sid: string;
  /** Empty if the Task does not say it. */
  readonly name: string;
}

/** What a Task refers to by a SID, and the field with its name, if there is one. */
export const taskReferences = [
  { role: message('Task Queue'), field: 'task_queue_sid', names: 'task_queue_friendly_name' },
  { role: message('Workflow'), field: 'workflow_sid', names: 'workflow_friendly_name' },
  { role: message('Task Channel'), field: 'task_channel_sid', names: 'task_channel_unique_name' },
  { role: message('Routing Target'), field: 'routing_target', names: undefined },
] as const;

export interface TaskFieldsOptions {
  /** As `taskrouter.privacyMode` asks. */
  readonly masked: boolean;
  /** How many levels of JSON are told apart. */
  readonly maxDepth?: number;
}

/** Reads a Task, of which any field may be missing, null or of another type than expected. */
export function readTaskFields(
  text: string,
  { masked, maxDepth: deepest }: TaskFieldsOptions,
): TaskFields {
  const decoded = decodeEmbeddedJson(text);
  const fields = new JsonFields(readJsonTree(masked ? maskJson(decoded) : decoded, deepest));
  const facts: Partial<Record<TaskFact, string>> = {};
  for (const [name, { field }] of Object.entries(taskFacts) as [TaskFact, { field: string }][]) {
    const value = NUMBERS.has(name) ? fields.scalar(field) : fields.string(field);
    if (value !== undefined) facts[name] = value;
  }
  const references = taskReferences.flatMap(({ role, field, names }): TaskReferenceField[] => {
    const sid = fields.peekString(field);
    if (sid === undefined || !isOpenableSid(sid)) return [];
    fields.take(field);
    return [{ field, role, sid, name: (names && fields.string(names)) ?? '' }];
  });
  const attributes = fields.member('attributes');
  const addons = fields.member('addons');
  return {
    facts,
    references,
    ...(attributes !== undefined && { attributes: attributes.value }),
    ...(addons !== undefined && !isEmpty(addons) && { addons: addons.value }),
    rest: fields,
  };
}

function isEmpty({ value }: JsonMember): boolean {
  return 'members' in value ? value.members.length === 0 : value.token === '""';
}

/** A SID of something that the Workspace has a document of. */
function isOpenableSid(sid: string): boolean {
  return ['WQ', 'WW', 'WK', 'TC'].some((prefix) => isSidOf(sid, prefix));
}

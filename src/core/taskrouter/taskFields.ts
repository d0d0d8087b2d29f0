import { decodeEmbeddedJson } from '../json/jsonText.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import type { JsonMember, JsonValue } from '../json/jsonValue.ts';
import { message, type Message } from '../messages/message.ts';
import { isSidOf } from '../sids/sid.ts';

/** The fields of a Task, each of them in one place only. */
export interface TaskFields {
  readonly facts: Readonly<Partial<Record<TaskFact, string>>>;
  /** Resources that the Task refers to and that can be opened as a document. */
  readonly references: readonly TaskReferenceField[];
  /** A string if they are not a JSON object or array; absent if null or missing. */
  readonly attributes?: JsonValue;
  /** Like `attributes`, but also absent if empty. */
  readonly addons?: JsonValue;
  /** All other fields. */
  readonly rest: JsonFields;
}

/** The facts of a Task with their fields in the API and their labels. */
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
  /** Empty if the Task does not contain it. */
  readonly name: string;
}

/** The fields of a Task with SIDs of other resources, and those with their names, if there are any. */
export const taskReferences = [
  { role: message('TaskQueue'), field: 'task_queue_sid', names: 'task_queue_friendly_name' },
  { role: message('Workflow'), field: 'workflow_sid', names: 'workflow_friendly_name' },
  { role: message('Task Channel'), field: 'task_channel_sid', names: 'task_channel_unique_name' },
  { role: message('Routing Target'), field: 'routing_target', names: undefined },
] as const;

/**
 * Reads a Task's JSON, in which any field may be missing, null or of an unexpected type.
 *
 * @param maxDepth the maximum depth of {@link readJsonTree}
 */
export function readTaskFields(text: string, maxDepth?: number): TaskFields {
  const fields = new JsonFields(readJsonTree(decodeEmbeddedJson(text), maxDepth));
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

/** Whether a SID is one of the kinds in {@link taskReferences}, which all have documents. */
function isOpenableSid(sid: string): boolean {
  return ['WQ', 'WW', 'WK', 'TC'].some((prefix) => isSidOf(sid, prefix));
}

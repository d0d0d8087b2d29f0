import { asRecord, parseJson } from '../json/jsonObject.ts';
import type { JsonValue } from '../json/jsonValue.ts';
import { describeDuration } from '../messages/duration.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { readDate } from '../resources/timestamp.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';
import { readTaskFields, taskFacts, type TaskFact } from '../taskrouter/taskFields.ts';
import type {
  FactValue,
  GroupNode,
  JsonNode,
  ReservationsNode,
  ResourceNode,
  TaskNode,
  TreeNode,
} from './treeNode.ts';

/** Fields that the row of the Task, or of what it belongs to, shows already. */
const SHOWN_ABOVE = ['sid', 'workspace_sid', 'account_sid', 'url', 'links'];

/** How a fact is shown, in the order of the rows. */
const FACTS: readonly (readonly [TaskFact, (value: string) => FactValue])[] = [
  ['status', describeStatus],
  ['priority', (value) => value],
  ['age', durationOf],
  ['timeout', durationOf],
  ['reason', (value) => value],
  ['created', timestampOf],
  ['updated', timestampOf],
  ['entered', timestampOf],
];

/**
 * What stands below a Task: its facts, what it refers to, its attributes and add-ons as far as they
 * are any, all fields that are left, and its reservations.
 *
 * @param text of the Task, a JSON text, as it is to be shown
 */
export function taskChildren(task: TaskNode, text: string): readonly TreeNode[] {
  const { id, profile, workspaceSid, taskSid } = task;
  const fields = readTaskFields(text);
  fields.rest.take(...SHOWN_ABOVE);

  const facts = FACTS.flatMap(([name, show]): TreeNode[] => {
    const value = fields.facts[name];
    if (value === undefined) return [];
    const { label } = taskFacts[name];
    return [{ kind: 'fact', id: `${id}/${name}`, profile, label, value: show(value) }];
  });
  const references = fields.references.map(({ field, role, sid, name }): TreeNode => {
    const place = `${id}/${field}`;
    return { kind: 'resource', id: place, profile, workspaceSid, sid, role, name };
  });
  const section = (
    of: 'attributes' | 'addons' | 'otherFields',
    value: JsonValue | undefined,
  ): TreeNode[] =>
    value === undefined ? [] : [{ kind: 'section', id: `${id}/${of}`, profile, of, value }];

  const members = fields.rest.rest();
  return [
    ...facts,
    ...references,
    ...section('attributes', fields.attributes),
    ...section('addons', fields.addons),
    ...section('otherFields', members.length === 0 ? undefined : { kind: 'object', members }),
    {
      kind: 'section',
      id: `${id}/reservations`,
      profile,
      of: 'reservations',
      workspaceSid,
      taskSid,
    },
  ];
}

function durationOf(seconds: string): FactValue {
  return Number.isFinite(Number(seconds)) ? describeDuration(Number(seconds)) : seconds;
}

function timestampOf(text: string): FactValue {
  const at = readDate(text);
  return at === undefined ? text : { at, text };
}

/** The members of a JSON value, one node each; none below a string or a scalar. */
export function jsonChildren(
  parent: { readonly id: string; readonly profile: string },
  value: JsonValue,
): readonly JsonNode[] {
  if (!('members' in value)) return [];
  const { id, profile } = parent;
  // By their place and not by their key, which can stand twice.
  return value.members.map((member, index) => ({
    kind: 'json',
    id: `${id}/${index}`,
    profile,
    label: member.key ?? String(index),
    value: member.value,
  }));
}

/** Which fields of a row tell it from its neighbours, the first that is there. */
const NAMES = ['friendly_name', 'worker_name', 'unique_name'];
const STATES = ['reservation_status', 'activity_name'];

/** The node of a row of a list that is none of Tasks. */
export function resourceRow(
  list: GroupNode | ReservationsNode,
  { sid, text }: ListedResource,
): ResourceNode {
  const { id, profile, workspaceSid } = list;
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const first = (names: readonly string[]) =>
    names.map((name) => fields[name]).find((value) => typeof value === 'string' && value !== '');
  const [name, state] = [first(NAMES), first(STATES)];
  return {
    kind: 'resource',
    id: `${id}/${sid}`,
    profile,
    workspaceSid,
    sid,
    ...(list.kind === 'section' && { taskSid: list.taskSid }),
    name: typeof name === 'string' ? name : '',
    ...(typeof state === 'string' && { state }),
  };
}

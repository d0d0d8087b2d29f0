import type { JsonValue } from '../json/jsonValue.ts';
import { describeDuration } from '../messages/duration.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { readDate } from '../resources/timestamp.ts';
import { readTaskFields, taskFacts, type TaskFact } from '../taskrouter/taskFields.ts';
import type { FactValue, TaskNode, TreeNode } from './treeNode.ts';

/** Fields that the row of the Task, or of what it belongs to, shows already. */
const SHOWN_ABOVE = ['sid', 'workspace_sid', 'account_sid', 'url', 'links'];

/** How a fact is shown, in the order of the rows. */
const FACTS: readonly (readonly [TaskFact, (value: string) => FactValue])[] = [
  ['status', describeStatus],
  ['priority', (value) => value],
  ['age', durationOf],
  ['timeout', durationOf],
  ['reason', (value) => value],
  ['created', momentOf],
  ['updated', momentOf],
  ['entered', momentOf],
];

/**
 * What stands below a Task: its facts, what it refers to, its attributes and add-ons as far as they
 * are any, all fields that are left, and its reservations.
 *
 * @param text of the Task, a JSON text
 * @param masked as `taskrouter.privacyMode` asks
 */
export function taskChildren(task: TaskNode, text: string, masked: boolean): readonly TreeNode[] {
  const { id, profile, workspaceSid, taskSid } = task;
  const fields = readTaskFields(text, { masked });
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

function momentOf(text: string): FactValue {
  const at = readDate(text);
  return at === undefined ? text : { at, text };
}

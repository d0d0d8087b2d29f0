import { decodeEmbeddedJson } from '../json/decodeEmbeddedJson.ts';
import type { JsonMember } from '../json/jsonValue.ts';
import { maskJson } from '../json/maskJson.ts';
import { parseStringToken } from '../json/parseStringToken.ts';
import { readJsonTree } from '../json/readJsonTree.ts';
import { describeDuration } from '../messages/describeDuration.ts';
import { message, type Message } from '../messages/message.ts';
import { describeStatus } from '../tasks/describeStatus.ts';
import type { FactValue, TaskNode, TreeNode } from './treeNode.ts';

/** Fields that the row of the Task, or of what it belongs to, shows already. */
const SHOWN_ABOVE = ['sid', 'workspace_sid', 'account_sid', 'url', 'links'];

/** What a Task refers to by a SID, and the field with its name, if there is one. */
const REFERENCES = [
  [message('Task Queue'), 'task_queue_sid', 'task_queue_friendly_name'],
  [message('Workflow'), 'workflow_sid', 'workflow_friendly_name'],
  [message('Task Channel'), 'task_channel_sid', 'task_channel_unique_name'],
  [message('Routing Target'), 'routing_target', undefined],
] as const;

/**
 * What stands below a Task: its facts, what it refers to, its attributes and add-ons as far as they
 * are any, all fields that are left, and its reservations.
 *
 * @param text of the Task, a JSON text
 * @param masked as `taskrouter.privacyMode` asks
 */
export function taskChildren(task: TaskNode, text: string, masked: boolean): readonly TreeNode[] {
  const decoded = decodeEmbeddedJson(text);
  const fields = new Fields(readJsonTree(masked ? maskJson(decoded) : decoded));
  const { id, profile, workspaceSid, taskSid } = task;
  fields.take(...SHOWN_ABOVE);

  const fact = (name: string, label: Message, value: FactValue | undefined): TreeNode[] =>
    value === undefined ? [] : [{ kind: 'fact', id: `${id}/${name}`, profile, label, value }];
  const facts = [
    ...fact('status', message('Status'), statusOf(fields.string('assignment_status'))),
    ...fact('priority', message('Priority'), fields.scalar('priority')),
    ...fact('age', message('Age'), durationOf(fields.scalar('age'))),
    ...fact('timeout', message('Timeout'), durationOf(fields.scalar('timeout'))),
    ...fact('reason', message('Reason'), fields.string('reason')),
    ...fact('created', message('Created'), momentOf(fields.string('date_created'))),
    ...fact('updated', message('Updated'), momentOf(fields.string('date_updated'))),
    ...fact(
      'entered',
      message('In queue since'),
      momentOf(fields.string('task_queue_entered_date')),
    ),
  ];

  const references = REFERENCES.flatMap(([role, sidField, nameField]): TreeNode[] => {
    const sid = fields.peekString(sidField);
    if (sid === undefined || !isOpenableSid(sid)) return [];
    fields.take(sidField);
    const name = (nameField && fields.string(nameField)) ?? '';
    const place = `${id}/${sidField}`;
    return [{ kind: 'resource', id: place, profile, workspaceSid, sid, role, name }];
  });

  const value = (of: 'attributes' | 'addons'): TreeNode[] => {
    const member = fields.member(of);
    if (member === undefined || (of === 'addons' && isEmpty(member))) return [];
    return [{ kind: 'section', id: `${id}/${of}`, profile, of, value: member.value }];
  };
  const values = [...value('attributes'), ...value('addons')];

  const members = fields.rest();
  const others: TreeNode = {
    kind: 'section',
    id: `${id}/otherFields`,
    profile,
    of: 'otherFields',
    value: { kind: 'object', members },
  };
  const reservations: TreeNode = {
    kind: 'section',
    id: `${id}/reservations`,
    profile,
    of: 'reservations',
    workspaceSid,
    taskSid,
  };
  return [
    ...facts,
    ...references,
    ...values,
    ...(members.length === 0 ? [] : [others]),
    reservations,
  ];
}

/**
 * The fields of an object, each to be shown once: what nobody took is the rest. Of a key that stands
 * twice the last counts, as everywhere, and the others are left.
 */
class Fields {
  readonly #members: readonly JsonMember[];
  readonly #taken = new Set<JsonMember>();

  constructor(value: ReturnType<typeof readJsonTree>) {
    this.#members = value.kind === 'object' ? value.members : [];
  }

  /** Takes the field unless it is null. */
  member(name: string): JsonMember | undefined {
    const member = this.#find(name);
    if (member === undefined) return undefined;
    this.#taken.add(member);
    return isNull(member) ? undefined : member;
  }

  /** Takes the field if it is a string that is not empty. */
  string(name: string): string | undefined {
    const text = this.peekString(name);
    if (text !== undefined) this.take(name);
    return text;
  }

  peekString(name: string): string | undefined {
    const value = this.#find(name)?.value;
    const text = value?.kind === 'string' ? parseStringToken(value.token) : '';
    return text === '' ? undefined : text;
  }

  /** Takes the field if it is a number or the like, with every digit. */
  scalar(name: string): string | undefined {
    const member = this.#find(name);
    if (member?.value.kind !== 'scalar' || isNull(member)) return undefined;
    this.#taken.add(member);
    return member.value.token;
  }

  take(...names: readonly string[]): void {
    for (const name of names) {
      const member = this.#find(name);
      if (member !== undefined) this.#taken.add(member);
    }
  }

  rest(): readonly JsonMember[] {
    return this.#members.filter((member) => !this.#taken.has(member));
  }

  #find(name: string): JsonMember | undefined {
    return this.#members.findLast(({ key }) => key === name);
  }
}

function isNull({ value }: JsonMember): boolean {
  return value.kind === 'scalar' && value.token === 'null';
}

function isEmpty({ value }: JsonMember): boolean {
  return 'members' in value ? value.members.length === 0 : value.token === '""';
}

function statusOf(status: string | undefined): FactValue | undefined {
  return status === undefined ? undefined : describeStatus(status);
}

function durationOf(seconds: string | undefined): FactValue | undefined {
  if (seconds === undefined) return undefined;
  return Number.isFinite(Number(seconds)) ? describeDuration(Number(seconds)) : seconds;
}

function momentOf(text: string | undefined): FactValue | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : { at, text };
}

/** A SID of something that the Workspace has a document of. */
function isOpenableSid(sid: string): boolean {
  return /^(?:W[QWK]|TC)[0-9a-fA-F]{32}$/.test(sid);
}

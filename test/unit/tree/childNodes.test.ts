import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { workspaceLabel } from '../../../src/core/taskrouter/resourceLabel.ts';
import { resourceRow, taskChildren } from '../../../src/core/tree/childNodes.ts';
import type { TaskNode, TreeNode } from '../../../src/core/tree/treeNode.ts';
import { everyNode } from '../../support/tree/nodes.ts';

const D = '0123456789abcdef0123456789abcdef';
const task: TaskNode = {
  ...{ kind: 'task', id: 'T', profile: 'acme', workspaceSid: `WS${D}`, taskSid: `WT${D}` },
  ...{ text: '', fetchedAt: 0 },
};

/** What stands below a Task, by the end of its id. */
const below = (text: string, masked = false) =>
  new Map(
    taskChildren(task, presenter(masked).answer(text)).map((node) => [node.id.slice(2), node]),
  );
const childrenOf = (fields: Record<string, unknown>, masked = false) =>
  below(JSON.stringify(fields), masked);

const say = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'args' in value
    ? formatMessage(value as Parameters<typeof formatMessage>[0], plainEnglish)
    : value;
const factOf = (node: TreeNode | undefined) =>
  node?.kind === 'fact' ? [say(node.label), say(node.value)] : undefined;
const membersOf = (node: TreeNode | undefined) => {
  assert.ok(node?.kind === 'section' && node.of !== 'reservations' && 'members' in node.value);
  return node.value.members.map(({ key, value }) => [
    key,
    'token' in value ? value.token : value.kind,
  ]);
};

describe('taskChildren', () => {
  it('shows each field of a Task once, in the order that people look for', () => {
    const nodes = childrenOf({
      ...{ sid: `WT${D}`, workspace_sid: `WS${D}`, account_sid: `AC${D}`, url: 'x', links: {} },
      ...{ addons: '{"b":1}', attributes: '{"a":1}', reason: 'hung up', priority: 3, timeout: 90 },
      ...{
        age: 1214,
        assignment_status: 'pending',
        task_queue_entered_date: '2026-11-23T15:00:02Z',
      },
      ...{ date_created: '2026-11-23T15:00:00Z', date_updated: '2026-11-23T15:00:01Z' },
      ...{ task_queue_sid: `WQ${D}`, task_queue_friendly_name: 'Billing', workflow_sid: `WW${D}` },
      ...{
        task_channel_sid: `TC${D}`,
        task_channel_unique_name: 'voice',
        routing_target: `WK${D}`,
      },
      ...{ ignore_capacity: false, new_field: [1] },
    });
    assert.deepEqual(
      [...nodes.keys()],
      [
        ...['status', 'priority', 'age', 'timeout', 'reason', 'created', 'updated', 'entered'],
        ...['task_queue_sid', 'workflow_sid', 'task_channel_sid', 'routing_target'],
        ...['attributes', 'addons', 'otherFields', 'reservations'],
      ],
    );
    assert.deepEqual(
      ['status', 'priority', 'age', 'timeout', 'reason'].map((id) => factOf(nodes.get(id))),
      [
        ['Status', 'Pending'],
        ['Priority', '3'],
        ['Age', '20 min 14 s'],
        ['Timeout', '1 min 30 s'],
        ['Reason', 'hung up'],
      ],
    );
    assert.deepEqual(factOf(nodes.get('entered')), [
      'In queue since',
      { at: Date.UTC(2026, 10, 23, 15, 0, 2), text: '2026-11-23T15:00:02Z' },
    ]);
    assert.deepEqual(membersOf(nodes.get('otherFields')), [
      ['ignore_capacity', 'false'],
      ['new_field', 'array'],
    ]);
    const queue = nodes.get('task_queue_sid');
    assert.ok(queue?.kind === 'resource');
    assert.deepEqual([queue.sid, queue.name, say(queue.role)], [`WQ${D}`, 'Billing', 'TaskQueue']);
  });

  it('has reservations below a Task of which nothing is told', () => {
    for (const text of ['{}', '[]', 'null', '"x"']) {
      assert.deepEqual([...below(text).keys()], ['reservations']);
    }
  });

  const unusual: [what: string, fields: Record<string, unknown>, ...shown: string[]][] = [
    ['null for attributes and add-ons', { attributes: null, addons: null }],
    ['null for facts', { reason: null, age: null, assignment_status: null }, 'otherFields'],
    ['attributes that are no JSON', { attributes: '{a: 1}' }, 'attributes'],
    ['attributes without members', { attributes: '{}' }, 'attributes'],
    ['add-ons without members', { addons: '{}' }],
    ['add-ons of no characters', { addons: '' }],
    ['add-ons that are no JSON', { addons: 'x' }, 'addons'],
    ['a reason of no characters', { reason: '' }, 'otherFields'],
    ['a status that is no string', { assignment_status: 7 }, 'otherFields'],
    ['a priority that is a string', { priority: 'high' }, 'otherFields'],
    ['a SID of something else', { task_queue_sid: `QU${D}` }, 'otherFields'],
    ['a SID that is none', { workflow_sid: 'WW1' }, 'otherFields'],
    ['a name without its SID', { workflow_friendly_name: 'All' }, 'otherFields'],
    ['a SID without its name', { workflow_sid: `WW${D}` }, 'workflow_sid'],
    ['links, which say nothing more', { links: { task: 'x' }, url: 'x' }],
  ];
  for (const [what, fields, ...shown] of unusual) {
    it(`has of ${what}: ${shown.join(', ') || 'nothing'}`, () => {
      const nodes = childrenOf(fields);
      assert.deepEqual([...nodes.keys()], [...shown, 'reservations']);
      const other = nodes.get('otherFields');
      if (other)
        assert.deepEqual(
          membersOf(other).map(([key]) => key),
          Object.keys(fields),
        );
    });
  }

  for (const [age, shown] of [
    ['1e400', '1e400'],
    ['true', 'true'],
    ['-5', '0 s'],
  ] as const) {
    it(`says of the age ${age}: ${shown}`, () => {
      assert.equal(factOf(below(`{"age":${age}}`).get('age'))?.[1], shown);
    });
  }

  it('shows a date that is none, and a status that came later, as they came', () => {
    const nodes = childrenOf({
      ...{ date_created: 'yesterday', date_updated: 'ticket 7', assignment_status: 'parked' },
    });
    assert.equal(factOf(nodes.get('created'))?.[1], 'yesterday');
    assert.equal(factOf(nodes.get('updated'))?.[1], 'ticket 7');
    assert.equal(factOf(nodes.get('status'))?.[1], 'parked');
  });

  it('keeps every digit, both of two keys, and of a key that stands twice the last as the fact', () => {
    const nodes = below(
      '{"priority":1,"attributes":"{\\"id\\":9007199254740993,\\"id\\":1.50e+3}","priority":20.0}',
    );
    assert.deepEqual(factOf(nodes.get('priority')), ['Priority', '20.0']);
    assert.deepEqual(membersOf(nodes.get('otherFields')), [['priority', '1']]);
    assert.deepEqual(membersOf(nodes.get('attributes')), [
      ['id', '9007199254740993'],
      ['id', '1.50e+3'],
    ]);
  });

  it('masks the values in attributes and add-ons, and numbers and addresses of people anywhere', () => {
    const nodes = childrenOf(
      {
        ...{
          attributes: '{"name":"Ada","+15005550006":1,"list":[true,null]}',
          addons: '{"x":"y"}',
        },
        ...{ reason: 'called +15005550006', task_queue_sid: `WQ${D}`, age: 5 },
        ...{ task_queue_friendly_name: 'ada@example.com', other: 'ada@example.com' },
      },
      true,
    );
    assert.deepEqual(membersOf(nodes.get('attributes')), [
      ['name', '"•••"'],
      ['•••', '"•••"'],
      ['list', 'array'],
    ]);
    assert.deepEqual(membersOf(nodes.get('addons')), [['x', '"•••"']]);
    assert.doesNotMatch(JSON.stringify([...nodes]), /Ada|ada@|5550006|true/);
    assert.equal(factOf(nodes.get('age'))?.[1], '5 s');
  });

  it('masks attributes that are no JSON whole', () => {
    const node = childrenOf({ attributes: '{name: Ada}' }, true).get('attributes');
    assert.ok(node?.kind === 'section' && node.of !== 'reservations');
    assert.deepEqual(node.value, { kind: 'string', token: '"•••"' });
  });
});

describe('resourceRow', () => {
  const sid = `WK${'0'.repeat(32)}`;
  const rows: [fields: unknown, name: string, state: string | undefined][] = [
    [{ friendly_name: 'Ada', activity_name: 'Idle' }, 'Ada', 'Idle'],
    [{ friendly_name: '', unique_name: 'voice' }, 'voice', undefined],
    [{ worker_name: 'Ada', reservation_status: 'accepted' }, 'Ada', 'accepted'],
    [{ friendly_name: null, activity_name: null }, '', undefined],
    [{ friendly_name: 7, activity_name: {} }, '', undefined],
    [[], '', undefined],
  ];
  for (const [fields, name, state] of rows) {
    it(`tells ${JSON.stringify(fields)} by “${name}”`, () => {
      const row = resourceRow(everyNode.group, { sid, text: JSON.stringify(fields) });
      assert.deepEqual([row.name, row.state, row.sid], [name, state, sid]);
      assert.equal('state' in row, state !== undefined);
      assert.equal('taskSid' in row, false);
    });
  }
});

describe('workspaceLabel', () => {
  const sid = `WS${'0'.repeat(32)}`;
  for (const [friendlyName, masked, label] of [
    ['Support', true, 'Support'],
    ['', false, 'WS…00000000'],
    ['\u200b\n', false, 'WS…00000000'],
    ['+15005550006', true, '•••'],
  ] as const) {
    it(`calls ${JSON.stringify(friendlyName)} “${label}”`, () => {
      assert.equal(workspaceLabel({ sid, friendlyName }, presenter(masked)), label);
    });
  }
});

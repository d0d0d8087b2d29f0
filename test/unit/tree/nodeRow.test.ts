import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import type { JsonValue } from '../../../src/core/json/jsonValue.ts';
import { message } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { taskStatuses } from '../../../src/core/resources/taskStatus.ts';
import { jsonChildren } from '../../../src/core/tree/childNodes.ts';
import { describeJson, describeNode } from '../../../src/core/tree/nodeRow.ts';
import type { TaskNode, TreeNode } from '../../../src/core/tree/treeNode.ts';
import { statusIcon } from '../../../src/core/tree/treeRow.ts';
import { plain, plainLine } from '../../support/english.ts';
import { everyFailure } from '../../support/everyFailure.ts';
import { jsonText } from '../../support/json/jsonTexts.ts';
import { everyNode } from '../../support/tree/nodes.ts';

type DescribedNode = Exclude<TreeNode, TaskNode>;

const D = '0123456789abcdef0123456789abcdef';
const shown = {
  ...{ profile: 'Acme', present: presenter(false), now: 0 },
  clock: (time: number) => `at ${time}`,
};
const HOSTILE = 'a\u202e\u0000b\n$(zap) +15005550006';

function rowOf(node: DescribedNode, masked = false) {
  const { label, description, spoken, icon, opens, context } = describeNode(node, {
    ...shown,
    present: presenter(masked),
  });
  const texts = [label, description, spoken].map(plainLine);
  return { texts, icon: icon?.name, opens, context };
}

describe('describeNode', () => {
  const rows: [
    what: string,
    node: DescribedNode,
    label: string,
    description: string,
    spoken: string,
    icon: string,
    opens: string,
    context: string,
  ][] = [
    [
      ...(['a Workspace', everyNode.workspace, 'Support', ''] as const),
      ...(['Workspace Support · profile Acme', 'layers', 'closed', 'workspace'] as const),
    ],
    [
      ...(['the only Workspace', { ...everyNode.workspace, isOnly: true }, 'Support', ''] as const),
      ...(['Workspace Support · profile Acme', 'layers', 'open', 'workspace'] as const),
    ],
    [
      ...(['a Workspace without a name', { ...everyNode.workspace, name: '' }] as const),
      ...(['WS…89abcdef', '', 'Workspace WS…89abcdef · profile Acme'] as const),
      ...(['layers', 'closed', 'workspace'] as const),
    ],
    [
      ...(['a status', everyNode.status, 'Pending', '3', 'Pending Tasks · 3'] as const),
      ...(['clockface', 'closed', 'status'] as const),
    ],
    [
      ...(['a status of no Task', { ...everyNode.status, count: 0 }, 'Pending', '0'] as const),
      ...(['Pending Tasks · 0', 'clockface', 'closed', 'status'] as const),
    ],
    ...(
      [
        ['some of a long list', { listed: { rows: 2, hasMore: true } }, '2 of 3'],
        ['a whole list', { listed: { rows: 3, hasMore: false } }, '3'],
        ['a filter that was not asked for yet', { narrowed: true }, '3 in all'],
        ['what a filter found', { narrowed: true, listed: { rows: 2, hasMore: false } }, '2 of 3'],
        ['more than were counted', { listed: { rows: 4, hasMore: true } }, '4 shown'],
      ] as const
    ).map(([what, change, size]): (typeof rows)[number] => [
      ...([`a status with ${what}`, { ...everyNode.status, ...change }, 'Pending', size] as const),
      ...([`Pending Tasks · ${size}`, 'clockface', 'closed', 'status'] as const),
    ]),
    [
      ...(['a group', everyNode.group, 'TaskQueues', '', 'TaskQueues'] as const),
      ...(['inbox', 'closed', 'group'] as const),
    ],
    [
      ...(['a Worker', everyNode.resource, 'Ada', 'Idle · WK…89abcdef'] as const),
      ...(['Worker · Ada · Idle · WK…89abcdef', 'account', 'never', 'resource'] as const),
    ],
    [
      'a reservation',
      { ...everyNode.resource, sid: `WR${D}`, taskSid: `WT${D}`, name: '', state: 'accepted' },
      ...(['accepted', 'WR…89abcdef', 'Reservation · accepted · WR…89abcdef'] as const),
      ...(['bell', 'never', 'resource'] as const),
    ],
    [
      'what a Task refers to',
      { ...everyNode.resource, sid: `WQ${D}`, role: message('TaskQueue'), name: '' },
      ...(['TaskQueue', 'Idle · WQ…89abcdef', 'TaskQueue · Idle · WQ…89abcdef'] as const),
      ...(['inbox', 'never', 'resource'] as const),
    ],
    [
      ...([
        'attributes',
        everyNode.section,
        'Attributes',
        '0 keys',
        'Attributes · 0 keys',
      ] as const),
      ...(['json', 'never', 'json'] as const),
    ],
    [
      'reservations',
      {
        ...{ id: 'id', profile: 'acme', kind: 'section', of: 'reservations' },
        ...{ workspaceSid: '', taskSid: '' },
      },
      ...(['Reservations', '', 'Reservations', 'bell', 'closed', 'reservations'] as const),
    ],
    [
      ...(['a fact', everyNode.fact, 'Priority', '7', 'Priority · 7'] as const),
      ...(['circle-small', 'never', 'fact'] as const),
    ],
    [
      ...(['a moment', { ...everyNode.fact, value: { at: 5, text: 'x' } }, 'Priority'] as const),
      ...(['at 5', 'Priority · at 5', 'circle-small', 'never', 'fact'] as const),
    ],
    [
      ...(['words', { ...everyNode.fact, value: message('{0} s', 5) }, 'Priority'] as const),
      ...(['5 s', 'Priority · 5 s', 'circle-small', 'never', 'fact'] as const),
    ],
    [
      ...(['a member', everyNode.json, 'key', '"text"', 'key · "text"'] as const),
      ...(['symbol-string', 'never', 'json'] as const),
    ],
    [
      ...(['Load More', everyNode.more, 'Load More', '50 shown', 'Load More · 50 shown'] as const),
      ...(['ellipsis', 'never', 'more'] as const),
    ],
    [
      ...(['Load More of a known number', { ...everyNode.more, total: 138 }] as const),
      ...(['Load More', '50 of 138 shown', 'Load More · 50 of 138 shown'] as const),
      ...(['ellipsis', 'never', 'more'] as const),
    ],
  ];
  for (const [what, node, label, description, spoken, icon, opens, context] of rows) {
    it(`shows ${what}`, () => {
      assert.deepEqual(rowOf(node), { texts: [label, description, spoken], icon, opens, context });
    });
  }

  it('shows the badge and the color of a profile at its Workspaces', () => {
    const badge = { text: 'PROD', color: 'red' } as const;
    const row = describeNode(everyNode.workspace, { ...shown, badge });
    assert.equal(plainLine(row.description), 'PROD');
    assert.deepEqual(row.icon, { name: 'layers', color: 'charts.red' });
  });

  it('leads from a filter that TaskRouter refuses to the filter, in the words of Twilio', () => {
    const detail = 'Invalid value for parameter EvaluateTaskAttributes';
    const failure = { kind: 'badRequest', host: 'localhost', status: 400, detail } as const;
    const narrowed = { ...everyNode.status, narrowed: true };
    const { texts } = rowOf({ ...everyNode.failure, failure, of: narrowed });
    assert.deepEqual(texts.slice(0, 2), ['Edit Filter…', `Twilio says: “${detail}”`]);
    assert.match(texts[2] ?? '', /EvaluateTaskAttributes.* · Press Enter to edit the filter\.$/);
    for (const of of [everyNode.status, everyNode.workspace]) {
      assert.match(rowOf({ ...everyNode.failure, failure, of }).texts[0] ?? '', /^Retry: /);
    }
  });

  for (const failure of everyFailure) {
    it(`says what happened, in short and in full, and that it can be tried again: ${failure.kind}`, () => {
      const { texts, opens, context, icon } = rowOf({ ...everyNode.failure, failure });
      const [label = '', description = '', spoken = ''] = texts;
      assert.match(label, /^Retry: [a-zJ][^{}]+$/);
      assert.ok(description.length > label.length / 2 && !/[{}]/.test(description));
      assert.equal(spoken, `${description} · Press Enter to try again.`);
      assert.deepEqual([opens, context, icon], ['never', 'failure', 'warning']);
    });
  }

  for (const node of Object.values(everyNode)) {
    if (node.kind === 'task') continue;
    it(`says in words all that the row of a ${node.kind} shows`, () => {
      const { label, description, spoken, icon } = describeNode(node, shown);
      assert.ok(label.length > 0 && spoken.length > 0 && icon !== undefined);
      const words = plainLine(spoken);
      const facts = node.kind === 'failure' ? description : [...label, ...description];
      for (const fact of facts)
        assert.ok(words.includes(plain(fact)), `${plain(fact)} in ${words}`);
    });
  }

  const hostile: [what: string, node: DescribedNode][] = [
    ['the name of a Workspace', { ...everyNode.workspace, name: HOSTILE }],
    ['the name of a Worker', { ...everyNode.resource, name: HOSTILE }],
    ['the activity of a Worker', { ...everyNode.resource, state: HOSTILE }],
    ['a fact', { ...everyNode.fact, value: HOSTILE }],
  ];
  for (const [what, node] of hostile) {
    it(`shows ${what} in one line, with nothing unseen, masked if asked for`, () => {
      const [line, masked] = [false, true].map((mask) => rowOf(node, mask).texts.join(' · '));
      assert.ok(line?.includes('ab $(zap) +15005550006'), line);
      assert.ok(masked?.includes('ab $(zap) •••') && !masked.includes('5550006'), masked);
    });
  }

  it('shows a key in one line, and no longer than a line', () => {
    const [label = ''] = rowOf({ ...everyNode.json, label: `${HOSTILE}${'x'.repeat(1000)}` }).texts;
    assert.match(label, /^ab \$\(zap\) \+15005550006x+…$/);
    assert.ok(label.length < 110);
  });

  const values: [json: string, icon: string, opens: string][] = [
    ['{}', 'symbol-object', 'never'],
    ['{"a":1}', 'symbol-object', 'closed'],
    ['[]', 'symbol-array', 'never'],
    ['[1]', 'symbol-array', 'closed'],
    ['"x"', 'symbol-string', 'never'],
    ['true', 'symbol-boolean', 'never'],
    ['false', 'symbol-boolean', 'never'],
    ['null', 'symbol-null', 'never'],
    ['-1', 'symbol-number', 'never'],
    ['1e3', 'symbol-number', 'never'],
  ];
  for (const [json, icon, opens] of values) {
    it(`has for ${json} the icon ${icon}, and opens ${opens}`, () => {
      const value: JsonValue = readJsonTree(json);
      const member = rowOf({ ...everyNode.json, value });
      assert.deepEqual([member.icon, member.opens], [icon, opens]);
      assert.equal(rowOf({ ...everyNode.section, of: 'addons', value }).opens, opens);
    });
  }

  it('has an icon of its own for each status, group and kind of resource', () => {
    const statuses = taskStatuses.map((status) => statusIcon(status));
    assert.equal(new Set(statuses.map(({ name }) => name)).size, taskStatuses.length);
    assert.ok(statuses.every(({ color }) => color !== undefined));
    const groups = (['TaskQueues', 'Workflows', 'Workers', 'TaskChannels'] as const).map(
      (of) => rowOf({ ...everyNode.group, of }).icon,
    );
    assert.equal(new Set(groups).size, groups.length);
    const resources = ['WQ', 'WW', 'WK', 'TC', 'WR', 'WA'].map(
      (prefix) => rowOf({ ...everyNode.resource, sid: prefix + D }).icon,
    );
    assert.equal(new Set(resources).size, resources.length);
  });

  for (const status of [undefined, '', 'parked', 'constructor', '__proto__']) {
    it(`has an icon for the status ${String(status)}, which came later`, () => {
      assert.deepEqual(statusIcon(status), { name: 'question' });
    });
  }
});

const said = (json: string) => plain(describeJson(readJsonTree(json)));

describe('describeJson', () => {
  for (const [json, text] of [
    ['{}', '0 keys'],
    ['{"a":1}', '1 key'],
    ['{"a":1,"a":2}', '2 keys'],
    ['[]', '0 items'],
    ['[{}]', '1 item'],
    ['[1,2]', '2 items'],
    ['9007199254740993', '9007199254740993'],
    ['1.50e+3', '1.50e+3'],
    ['null', 'null'],
    ['"\\u0041\\n\\u202eb"', '"A b"'],
    ['""', '""'],
  ] as const) {
    it(`says of ${json}: ${text}`, () => {
      assert.equal(said(json), text);
    });
  }

  it('cuts what a row has no room for, and no character in two', () => {
    for (const text of ['x'.repeat(1000), '😀'.repeat(1000), `x${'😀'.repeat(1000)}`]) {
      const short = said(JSON.stringify(text));
      assert.match(short, /^"x?(?:x|😀){90,200}…$/u);
    }
    assert.equal(said(`"${'x'.repeat(198)}"`).length, 200);
  });

  it('says something in one line of any value', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const line = said(text);
        assert.ok(line.length > 0 && line.length <= 201);

        assert.doesNotMatch(line, /[\u0000-\u001f\u202e]/);
      }),
    );
  });
});

describe('jsonChildren', () => {
  const parent = { id: 'T/attributes', profile: 'acme' };

  it('has a node for each member, with an id of its own for each of two keys', () => {
    const nodes = jsonChildren(parent, readJsonTree('{"a/b":1,"a/b":[],"":null}'));
    assert.deepEqual(
      nodes.map(({ id, label, profile }) => [id, label, profile]),
      [
        ['T/attributes/0', 'a/b', 'acme'],
        ['T/attributes/1', 'a/b', 'acme'],
        ['T/attributes/2', '', 'acme'],
      ],
    );
  });

  it('calls the elements of an array by their index, from 0', () => {
    const nodes = jsonChildren(parent, readJsonTree('["x",["y"]]'));
    assert.deepEqual(
      nodes.map(({ label }) => label),
      ['0', '1'],
    );
  });

  it('has, all together, each value of any text once, under ids that are all different', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const ids: string[] = [];
        const values: JsonValue[] = [];
        const visit = (node: typeof parent, value: JsonValue): void => {
          ids.push(node.id);
          values.push(value);
          for (const child of jsonChildren(node, value)) visit(child, child.value);
        };
        const root = readJsonTree(text);
        visit(parent, root);
        assert.equal(new Set(ids).size, ids.length);
        assert.equal(values.length, countOf(root));
      }),
    );
  });
});

function countOf(value: JsonValue): number {
  if (!('members' in value)) return 1;
  return value.members.reduce((sum, member) => sum + countOf(member.value), 1);
}

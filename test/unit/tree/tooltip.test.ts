import assert from 'node:assert/strict';
import { message } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { describeTooltip, type TooltipLine } from '../../../src/core/tree/tooltip.ts';
import type { TaskNode, TreeNode } from '../../../src/core/tree/treeNode.ts';
import { plain } from '../../support/english.ts';
import { everyNode } from '../../support/tree/nodes.ts';

const shown = { profile: 'Acme', present: presenter(false), now: 0, clock: String };
const D = '0123456789abcdef0123456789abcdef';

const said = (line: TooltipLine) =>
  'code' in line
    ? `code ${line.code}`
    : 'sentence' in line
      ? plain(line.sentence)
      : `${plain(line.label)}: ${plain(line.value)}`;

describe('describeTooltip', () => {
  const tooltips: [what: string, node: Exclude<TreeNode, TaskNode>, ...lines: string[]][] = [
    ['a Workspace', everyNode.workspace, 'Workspace “Support”', `SID: WS${D}`, 'Profile: Acme'],
    ['a resource', { ...everyNode.resource, name: '' }, 'Worker', `SID: WK${D}`, 'Profile: Acme'],
    [
      ...(['a status', everyNode.status, 'Pending Tasks, oldest first'] as const),
      ...['Tasks in this Workspace: 3', 'Profile: Acme'],
    ],
    [
      'a status of other Tasks',
      { ...everyNode.status, status: 'completed' },
      ...['Completed Tasks, newest first', 'Tasks in this Workspace: 3', 'Profile: Acme'],
    ],
    ['a fact', everyNode.fact, 'code 7'],
    ['words', { ...everyNode.fact, value: message('5 s') }],
    ['a moment', { ...everyNode.fact, value: { at: 0, text: '1970-01-01' } }, '1970-01-01'],
    ['a string', everyNode.json, 'code "text"'],
    ['an object', { ...everyNode.json, value: { kind: 'object', members: [] } }],
    [
      'attributes that are no JSON',
      { ...everyNode.section, of: 'attributes', value: { kind: 'string', token: '"{a"' } },
      'code "{a"',
    ],
    ['attributes', everyNode.section],
    ['a group', everyNode.group],
    ['Load More', everyNode.more],
  ];
  for (const [what, node, ...lines] of tooltips) {
    it(`says of ${what}: ${lines.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(describeTooltip(node, shown).map(said), lines);
    });
  }

  it('says in full why rows could not be read', () => {
    const [sentence, profile] = describeTooltip(everyNode.failure, shown).map(said);
    assert.match(sentence ?? '', /500/);
    assert.equal(profile, 'Profile: Acme');
  });

  it('masks names if asked for', () => {
    const node = { ...everyNode.resource, name: 'ada@example.com' };
    assert.doesNotMatch(
      JSON.stringify(describeTooltip(node, { ...shown, present: presenter(true) })),
      /ada/,
    );
  });

  it('cuts what nobody reads from a tooltip', () => {
    const token = `"${'x'.repeat(10_000)}"`;
    const [line] = describeTooltip({ ...everyNode.json, value: { kind: 'string', token } }, shown);
    assert.ok(line && 'code' in line);
    assert.equal(line.code, `${token.slice(0, 2000)}…`);
  });
});

import assert from 'node:assert/strict';
import {
  findTaskDocumentSids,
  findTaskFieldSids,
} from '../../../../src/core/sids/context/taskFields.ts';
import { isMisplaced } from '../../../../src/core/sids/diagnose/wrongSids.ts';

const HEX = '0123456789abcdef0123456789ABCDEF';
const [WS, WT, WQ, WK] = ['WS', 'WT', 'WQ', 'WK'].map((prefix) => prefix + HEX) as [
  string,
  string,
  string,
  string,
];

const documentOf = (fields: object) => `${JSON.stringify(fields, undefined, 2)}\n`;

const inspect = (text: string) =>
  Array.from(findTaskFieldSids(text), (found) => {
    assert.equal(text.slice(found.offset, found.offset + found.text.length), found.text);
    return `${found.context?.name ?? ''} ${found.kind}${isMisplaced(found) ? ' misplaced' : ''}`;
  });

describe('The fields of a Task', () => {
  it('are right with SIDs of the kinds that the schema names', () => {
    const fields = { sid: WT, workspace_sid: WS, task_queue_sid: WQ, routing_target: WK };
    assert.deepEqual(inspect(documentOf(fields)), [
      'sid sid',
      'workspace_sid sid',
      'task_queue_sid sid',
      'routing_target sid',
    ]);
  });

  it('are wrong with others, Autopilot Tasks included', () => {
    const fields = { sid: `UD${HEX}`, workspace_sid: WT, routing_target: WT };
    assert.deepEqual(inspect(documentOf(fields)), [
      'sid sid misplaced',
      'workspace_sid sid misplaced',
      'routing_target sid misplaced',
    ]);
  });

  it('are wrong with what is no SID, of whatever it is made', () => {
    for (const value of [
      'x',
      ' ',
      ':',
      '": "',
      'a"b',
      '\\',
      'é😀',
      ` ${WT}`,
      `${WT} `,
      '0'.repeat(500),
    ]) {
      const [found, ...more] = findTaskFieldSids(documentOf({ sid: value, age: 1 }));
      assert.deepEqual(more, []);
      assert.equal(found?.kind, 'malformed');
      assert.deepEqual(found.faults, [{ kind: 'noSid' }]);
      assert.equal(found.prefix, '');
      assert.equal(found.offset, documentOf({ sid: '' }).indexOf('""') + 1);
      assert.equal(found.text, JSON.stringify(value).slice(1, -1));
    }
  });

  it('are told what nearly is a SID, and a placeholder', () => {
    const fields = { sid: `wt${HEX}`, workspace_sid: `${WS}0`, workflow_sid: 'WWXXXXXXXX' };
    assert.deepEqual(inspect(documentOf(fields)), [
      'sid malformed',
      'workspace_sid malformed',
      'workflow_sid placeholder',
    ]);
  });

  it('are those of the Task itself, not of its attributes or links', () => {
    assert.deepEqual(
      inspect(documentOf({ attributes: { sid: WS }, links: { workspace_sid: WT } })),
      [],
    );
    assert.deepEqual(inspect(documentOf([{ sid: WS }])), []);
  });

  it('may be absent, null, empty or no string', () => {
    const fields = {
      sid: null,
      workspace_sid: '',
      workflow_sid: 7,
      task_queue_sid: [WT],
      reason: WS,
    };
    assert.deepEqual(inspect(documentOf(fields)), []);
  });

  it('may stand in lines that end as Windows ends them', () => {
    const text = documentOf({ sid: WS, workspace_sid: WT }).replaceAll('\n', '\r\n');
    assert.deepEqual(inspect(text), ['sid sid misplaced', 'workspace_sid sid misplaced']);
  });

  it('can be read beside values of many megabytes', () => {
    for (const attributes of ['x'.repeat(20_000_000), '\\"'.repeat(5_000_000)]) {
      assert.deepEqual(inspect(documentOf({ attributes, sid: WT })), ['sid sid']);
      assert.deepEqual(inspect(`  "sid": "${attributes}`), []);
    }
  });
});

describe('The SIDs of a Task document', () => {
  it('are those of its fields by the schema, and all others by their surroundings, each once', () => {
    const text = documentOf({
      sid: `UD${HEX}`,
      workflow_sid: 'none',
      attributes: { task_sid: WS, note: WK },
      url: `https://taskrouter.twilio.com/v1/Workspaces/${WT}`,
    });
    const found = [...findTaskDocumentSids(text)].sort((a, b) => a.offset - b.offset);
    assert.deepEqual(
      found.map(({ text, context }) => [
        text.slice(0, 4),
        context?.kind,
        ...(context?.expected ?? []),
      ]),
      [
        ['UD01', 'field', 'WT'],
        ['none', 'field', 'WW'],
        ['WS01', 'key', 'WT', 'UD'],
        ['WK01', undefined],
        ['WT01', 'path', 'WS'],
      ],
    );
  });
});

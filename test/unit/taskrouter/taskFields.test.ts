import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { readTaskFields } from '../../../src/core/taskrouter/taskFields.ts';
import { jsonTexts } from '../../support/json/jsonTexts.ts';

const D = '0123456789abcdef0123456789ABCDEF';
const read = (fields: object, masked = false) =>
  readTaskFields(presenter(masked).answer(JSON.stringify(fields)));
const keysOf = (fields: object) =>
  read(fields)
    .rest.rest()
    .map(({ key }) => key);

describe('readTaskFields', () => {
  it('reads each fact from its field, numbers with every digit', () => {
    const text =
      '{"assignment_status":"pending","priority":9007199254740993,"age":1.50,"timeout":86400,' +
      '"reason":"late","date_created":"a","date_updated":"b","task_queue_entered_date":"c"}';
    const { facts, rest } = readTaskFields(text);
    assert.deepEqual(facts, {
      ...{ status: 'pending', priority: '9007199254740993', age: '1.50', timeout: '86400' },
      ...{ reason: 'late', created: 'a', updated: 'b', entered: 'c' },
    });
    assert.deepEqual(rest.rest(), []);
  });

  it('leaves values of an unexpected type to the rest', () => {
    const odd = { assignment_status: 7, priority: '1', age: [], reason: '', date_created: null };
    assert.deepEqual(read(odd).facts, {});
    assert.deepEqual(keysOf(odd), Object.keys(odd));
  });

  it('reads the resources that the Task refers to, with their names if present', () => {
    const { references, rest } = read({
      ...{ task_queue_sid: `WQ${D}`, task_queue_friendly_name: 'Support' },
      ...{ workflow_sid: `WW${D}`, task_channel_sid: `TC${D}`, task_channel_unique_name: 'voice' },
      routing_target: `WK${D}`,
    });
    assert.deepEqual(
      references.map(({ field, role, sid, name }) => [
        ...[field, formatMessage(role, plainEnglish), sid.slice(0, 2), name],
      ]),
      [
        ['task_queue_sid', 'TaskQueue', 'WQ', 'Support'],
        ['workflow_sid', 'Workflow', 'WW', ''],
        ['task_channel_sid', 'Task Channel', 'TC', 'voice'],
        ['routing_target', 'Routing Target', 'WK', ''],
      ],
    );
    assert.deepEqual(rest.rest(), []);
  });

  for (const sid of ['', null, 7, 'WQ1', `WQ${D}0`, `xWQ${D}`, `WA${D}`, `WS${D}`]) {
    it(`leaves ${JSON.stringify(sid)} and its name to the rest, as it cannot be opened`, () => {
      const fields = { task_queue_sid: sid, task_queue_friendly_name: 'Support' };
      assert.deepEqual(read(fields).references, []);
      assert.deepEqual(keysOf(fields), Object.keys(fields));
    });
  }

  const embedded: [value: unknown, attributes: string, addons: string][] = [
    ['{"a":1}', 'object', 'object'],
    ['[1]', 'array', 'array'],
    ['{}', 'object', 'absent'],
    ['[]', 'array', 'absent'],
    ['', 'string', 'absent'],
    ['{oops', 'string', 'string'],
    [null, 'absent', 'absent'],
    [undefined, 'absent', 'absent'],
  ];
  for (const [value, attributes, addons] of embedded) {
    it(`shows ${JSON.stringify(value)} as attributes: ${attributes}; as add-ons: ${addons}`, () => {
      const fields = read({ attributes: value, addons: value });
      assert.equal(fields.attributes?.kind ?? 'absent', attributes);
      assert.equal(fields.addons?.kind ?? 'absent', addons);
      assert.deepEqual(fields.rest.rest(), []);
    });
  }

  it('masks private data in privacy mode', () => {
    const { attributes, facts } = read({ attributes: '{"a":"Ada"}', reason: '+15005550006' }, true);
    assert.doesNotMatch(JSON.stringify([attributes, facts]), /Ada|5005550006/);
  });

  it('has each field of any object once, and never throws', () => {
    const key = fc.constantFrom('age', 'reason', 'workflow_sid', 'attributes', 'addons', 'x');
    const member = fc.tuple(key, jsonTexts).map(([name, value]) => `"${name}":${value}`);
    fc.assert(
      fc.property(fc.uniqueArray(member, { selector: (text) => text.split(':')[0] }), (members) => {
        const { facts, references, rest } = readTaskFields(`{${members.join(',')}}`);
        const taken = members.filter((text) => /^"a(?:ttributes|ddons)"/.test(text)).length;
        const shown = Object.keys(facts).length + references.length + rest.rest().length + taken;
        assert.equal(shown, members.length);
      }),
    );
  });
});

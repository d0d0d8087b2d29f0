import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import type { JsonValue } from '../../../src/core/json/jsonValue.ts';
import { describeJson } from '../../../src/core/tree/describeJson.ts';
import { jsonChildren } from '../../../src/core/tree/jsonChildren.ts';
import { jsonText } from '../../support/json/jsonText.ts';
import { plain } from '../../support/tree/plain.ts';

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

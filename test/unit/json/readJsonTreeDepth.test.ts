import assert from 'node:assert/strict';
import { readJsonTree } from '../../../src/core/json/readJsonTree.ts';

describe('readJsonTree', () => {
  it('keeps digits, duplicate keys and their order', () => {
    assert.deepEqual(readJsonTree('{"a":9007199254740993,"b":"x","a":1.50}'), {
      kind: 'object',
      members: [
        { key: 'a', value: { kind: 'scalar', token: '9007199254740993' } },
        { key: 'b', value: { kind: 'string', token: '"x"' } },
        { key: 'a', value: { kind: 'scalar', token: '1.50' } },
      ],
    });
  });

  it('leaves what lies deeper than it is told to the letter', () => {
    const text = '{"a":[1,{"b" : [2, {}]}],"c":{},"d":3}';
    assert.deepEqual(readJsonTree(text, 1), {
      kind: 'object',
      members: [
        { key: 'a', value: { kind: 'scalar', token: '[1,{"b" : [2, {}]}]' } },
        { key: 'c', value: { kind: 'scalar', token: '{}' } },
        { key: 'd', value: { kind: 'scalar', token: '3' } },
      ],
    });
  });
});

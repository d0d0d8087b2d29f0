import assert from 'node:assert/strict';
import { readJsonTree } from '../../../src/core/json/readJsonTree.ts';

describe('readJsonTree, as deep as one wants', () => {
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

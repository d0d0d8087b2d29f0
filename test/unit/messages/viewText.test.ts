import assert from 'node:assert/strict';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import { message } from '../../../src/core/messages/message.ts';
import { mapTexts } from '../../../src/core/messages/viewText.ts';

describe('mapTexts', () => {
  it('formats messages at any depth, and leaves everything else', () => {
    const value = readJsonTree('{"text":"a","args":[1],"__proto__":{"x":null}}');
    const view = { words: message('a {0}', 1), rows: [{ note: message('b') }, 'data', 7], value };
    assert.deepEqual(
      mapTexts(view, ({ text }) => text.toUpperCase()),
      { words: 'A {0}', rows: [{ note: 'B' }, 'data', 7], value },
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { JsonValue } from '../../../src/core/json/jsonValue.ts';
import { readJsonTree } from '../../../src/core/json/readJsonTree.ts';
import { scanJson } from '../../../src/core/json/scanJson.ts';
import { jsonText } from '../../support/json/jsonText.ts';

/** The tokens that a tree stands for, in order, without recursion; keys as JSON writes them. */
function tokensOf(root: JsonValue): readonly string[] {
  const tokens: string[] = [];
  const waiting: (JsonValue | string)[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next === 'string') tokens.push(next);
    else if ('token' in next) tokens.push(next.token);
    else {
      const [open, close] = next.kind === 'object' ? ['{', '}'] : ['[', ']'];
      const inside = next.members.flatMap(({ key, value }, index) => [
        ...(index === 0 ? [] : [',']),
        ...(key === undefined ? [] : [JSON.stringify(key), ':']),
        value,
      ]);
      waiting.push(close, ...inside.toReversed(), open);
    }
  }
  return tokens;
}

/** As a text is scanned, with keys as JSON writes them. */
function scanned(text: string): readonly string[] {
  return Array.from(scanJson(text), (token) =>
    token.kind === 'key' ? JSON.stringify(JSON.parse(token.text)) : token.text,
  );
}

function parsed(value: JsonValue): unknown {
  if ('token' in value) return JSON.parse(value.token);
  return value.kind === 'array'
    ? value.members.map((member) => parsed(member.value))
    : Object.fromEntries(value.members.map(({ key = '', value: inner }) => [key, parsed(inner)]));
}

describe('readJsonTree', () => {
  it('has every token of any text, in order', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        assert.deepEqual(tokensOf(readJsonTree(text)), scanned(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('stands for what JSON.parse does of any text', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        assert.deepEqual(parsed(readJsonTree(text)), JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps both of two keys, and every digit', () => {
    assert.deepEqual(readJsonTree('{"a":9007199254740993,"b":"\\u0041","a":[]}'), {
      kind: 'object',
      members: [
        { key: 'a', value: { kind: 'scalar', token: '9007199254740993' } },
        { key: 'b', value: { kind: 'string', token: '"\\u0041"' } },
        { key: 'a', value: { kind: 'array', members: [] } },
      ],
    });
  });

  it('takes names that objects have by themselves for keys like any', () => {
    const root = readJsonTree('{"__proto__":1,"constructor":2}');
    assert.ok('members' in root);
    assert.deepEqual(
      root.members.map(({ key }) => key),
      ['__proto__', 'constructor'],
    );
  });

  it('reads a text that is nested ten thousand levels deep', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const text = `${open.repeat(10_000)}1${close.repeat(10_000)}`;
      let value: JsonValue | undefined = readJsonTree(text);
      let depth = 0;
      while (value !== undefined && 'members' in value) {
        depth++;
        value = value.members[0]?.value;
      }
      assert.equal(depth, 10_000);
      assert.deepEqual(value, { kind: 'scalar', token: '1' });
      assert.deepEqual(tokensOf(readJsonTree(text)), scanned(text));
    }
  });
});

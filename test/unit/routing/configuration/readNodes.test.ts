import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {
  ConfigurationNode,
  StringNode,
} from '../../../../src/core/routing/configuration/configurationNode.ts';
import { readNodes } from '../../../../src/core/routing/configuration/readNodes.ts';
import { anyCharacter } from '../../../support/json/jsonTexts.ts';

/** What the nodes stand for; a placeholder is `?`. */
function valueOf(node: ConfigurationNode | undefined): unknown {
  switch (node?.kind) {
    case undefined:
    case 'placeholder':
      return '?';
    case 'object':
      return Object.fromEntries(
        node.members.map(({ key, value }) => [key.value, valueOf(value)] as const),
      );
    case 'array':
      return node.elements.map(valueOf);
    case 'string':
      return node.value;
    case 'number':
    case 'boolean':
    case 'null':
      return JSON.parse(node.token) as unknown;
  }
}

const faultsIn = (text: string) =>
  readNodes(text).faults.map(({ kind, offset, length }) => [kind, offset, length]);

function* strings(node: ConfigurationNode | undefined): Generator<StringNode, void> {
  if (node?.kind === 'string') yield node;
  if (node?.kind === 'array') for (const element of node.elements) yield* strings(element);
  if (node?.kind !== 'object') return;
  for (const { key, value } of node.members) {
    yield key;
    yield* strings(value);
  }
}

describe('readNodes', () => {
  it('reads what JSON stands for, without faults', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const { root, faults } = readNodes(text);
        assert.deepEqual(faults, []);
        assert.deepEqual(JSON.stringify(valueOf(root)), JSON.stringify(JSON.parse(text)));
      }),
    );
  });

  it('maps each character of a string to its place, through escapes and back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter })), (values) => {
        const text = JSON.stringify(values);
        for (const node of strings(readNodes(text).root)) {
          for (let at = 0; at < node.value.length; at += 1) {
            const start = node.map.toText(at);
            const written = text.slice(start, node.map.toText(at + 1));
            assert.equal(JSON.parse(`"${written}"`), node.value.charAt(at));
            for (let inside = start; inside < start + written.length; inside += 1) {
              assert.equal(node.map.toValue(inside), at);
            }
          }
          assert.equal(node.map.toText(node.value.length), node.offset + node.length - 1);
        }
      }),
    );
  });

  for (const [text, value] of [
    ['{"a":1,// one\n"b":[2,/* two */],}', { a: 1, b: [2] }],
    ['\ufeff{"a":true}', { a: true }],
    ['{"queue":"${queues["a"]}","x":1}', { queue: '${queues["a"]}', x: 1 }],
    ['{"timeout":${timeout},"b":{{b}}}', { timeout: '?', b: '?' }],
    ['{"targets":[${a} ${b},1]}', { targets: ['?', '?', 1] }],
    ['[%{ for q in queues }{"queue":"${q}"},%{ endfor }]', [{ queue: '${q}' }]],
    ['[1 %{ if x },2 %{ endif }]', [1, 2]],
    ['{"a":1,${more}}', { a: 1 }],
    ['{${more}\n"a":1}', { a: 1 }],
    ['{${more},"a":1}', { a: 1 }],
    ['{"a":${x}00,"b":w${x}}', { a: '?', b: '?' }],
    ['{"a":"100%","b":"$5"}', { a: '100%', b: '$5' }],
    ['{"a":"${","b":"}"}', { a: '${', b: '}' }],
  ] as const) {
    it(`takes ${JSON.stringify(text)} without a fault`, () => {
      assert.deepEqual(faultsIn(text), []);
      assert.deepEqual(valueOf(readNodes(text).root), value);
    });
  }

  for (const [text, faults, value] of [
    ['', [['value', 0, 0]], '?'],
    ['{"a":"x\n,"b":2}', [['string', 5, 2]], { a: 'x', b: 2 }],
    ['{"a":"\\x"}', [['escape', 5, 4]], { a: '\\x' }],
    ['{"a":1 "b":2}', [['comma', 7, 1]], { a: 1, b: 2 }],
    ['{"a" 1,"b":2}', [['colon', 4, 0]], { a: 1, b: 2 }],
    ['{"a","b":2}', [['colon', 4, 0]], { a: '?', b: 2 }],
    ['{"a":,"b":2}', [['value', 5, 0]], { a: '?', b: 2 }],
    ['{a:1}', [['key', 1, 1]], { a: 1 }],
    ["{'a':1}", [['key', 1, 3]], { a: 1 }],
    ['{"a":[1,{"b":2]}', [['close', 14, 1]], { a: [1, { b: 2 }] }],
    ['{"a":{"b":1]}}', [['close', 11, 1]], { a: { b: 1 } }],
    ['{"a":[1', [['close', 5, 1], ['close', 0, 1]], { a: [1] }], // prettier-ignore
    ['{"a":1}}', [['extra', 7, 1]], { a: 1 }],
    ['{"a":undefined}', [['value', 5, 9]], { a: '?' }],
    ["{\"a\":'b c'}", [['value', 5, 5]], { a: '?' }], // prettier-ignore
    ['[,1]', [['value', 1, 1]], [1]],
    ['{{"a":1},"b":2}', [['key', 1, 1]], { b: 2 }],
  ] as const) {
    it(`places the fault of ${JSON.stringify(text)} and reads the rest`, () => {
      assert.deepEqual(faultsIn(text), faults);
      assert.deepEqual(valueOf(readNodes(text).root), value);
    });
  }

  it('ends in an answer, however deep a text is nested and whatever it has many of', () => {
    const many = 100_000;
    for (const part of [
      '[',
      '{"a":',
      '{{',
      '${',
      '"${',
      '%{',
      '/*',
      "'",
      '"\\',
      ']',
      '{"a":"${"',
      '{[',
    ]) {
      assert.ok(readNodes(part.repeat(many)).faults.length <= 50, part);
    }
  });
});

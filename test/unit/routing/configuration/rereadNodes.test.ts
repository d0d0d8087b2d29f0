import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ConfigurationNode } from '../../../../src/core/routing/configuration/configurationNode.ts';
import {
  readNodes,
  type NodesOfText,
} from '../../../../src/core/routing/configuration/readNodes.ts';
import { rereadNodes } from '../../../../src/core/routing/configuration/rereadNodes.ts';

const texts: readonly string[] = [
  JSON.stringify(
    {
      task_routing: {
        filters: [
          {
            expression: 'a == "x\\y" OR b IN [\'1\']',
            targets: [{ queue: 'WQ1', timeout: 20 }, {}],
          },
          { filter_friendly_name: 'Ä\n', expression: '1==1', targets: [{ priority: null }] },
        ],
        default_filter: { queue: 'WQ2' },
      },
    },
    undefined,
    2,
  ),
  '{"a": "${queue}", "b": ["{{c}}", true, [1, 2.5]], "d": {"e": "f # g"}}',
  '{"a": ${queue}, %{ if b } "c": "x${"d"}" %{ endif }, "e": [{{f}}, "g"]}',
  '// a\n{"b": [1, /* c */ 2,], "d": "e" /* f */}\n',
  '[{"a": 1}, "b", {"c": {"d": []}}] x',
];

const PIECES = [
  ...[
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '1',
    'x',
    ' ',
    '\n',
    '${',
    '}',
    '{{',
    '}}',
    '%{',
    '#{',
  ],
  ...['//', '/*', '*/', '"k": 1', '{}', '[]', '"s"', 'null', "'", '$'],
];

/** All of it, with what maps lead to instead of the maps. */
function flat({ text, root, faults }: NodesOfText): unknown {
  const flatten = (node: ConfigurationNode | undefined): unknown => {
    switch (node?.kind) {
      case 'string': {
        const { map, ...rest } = node;
        const offsets = Array.from({ length: node.value.length + 1 }, (_, at) => map.toText(at));
        return { ...rest, offsets, back: offsets.map((offset) => map.toValue(offset)) };
      }
      case 'array':
        return { ...node, elements: node.elements.map(flatten) };
      case 'object': {
        const members = node.members.map(({ key, value }) => [flatten(key), flatten(value)]);
        return { ...node, members };
      }
      case 'number':
      case 'boolean':
      case 'null':
      case 'placeholder':
      case undefined:
        return node;
    }
  };
  return { text, faults, root: flatten(root) };
}

describe('rereadNodes', () => {
  it('reads the same as without what was read before, whatever is typed, cut or pasted', () => {
    const edit = fc.tuple(fc.nat(400), fc.nat(3), fc.constantFrom('', ...PIECES));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { maxLength: 8 }), (first, edits) => {
        let text = first;
        let nodes = rereadNodes(text, undefined);
        for (const [offset, length, piece] of edits) {
          const at = offset % (text.length + 1);
          text = text.slice(0, at) + piece + text.slice(at + length);
          nodes = rereadNodes(text, nodes);
          assert.deepEqual(flat(nodes), flat(readNodes(text)), text);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads all again where a brace may end a placeholder that began in another string', () => {
    const text = '{"a": "x ${", "b": "yz",\n"c": [1,],}';
    const typed = text.replace('yz', 'y}z');
    assert.deepEqual(readNodes(text).faults, []);
    assert.deepEqual(flat(rereadNodes(typed, readNodes(text))), flat(readNodes(typed)));
  });

  it('takes over what is before a keystroke in an expression', () => {
    const [text = ''] = texts;
    const before = readNodes(text);
    const after = rereadNodes(text.replace('1==1', '1==12'), before);
    const filters = (nodes: NodesOfText) => objectsIn(nodes.root).filter(isFilter);
    assert.equal(filters(before)[0], filters(after)[0]);
    assert.notEqual(filters(before)[1], filters(after)[1]);
  });
});

function objectsIn(node: ConfigurationNode | undefined): readonly ConfigurationNode[] {
  if (node?.kind === 'array') return node.elements.flatMap(objectsIn);
  if (node?.kind !== 'object') return [];
  return [node, ...node.members.flatMap(({ value }) => objectsIn(value))];
}

function isFilter(node: ConfigurationNode): boolean {
  return node.kind === 'object' && node.members.some(({ key }) => key.value === 'expression');
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import { jsonPath, valueAt, type JsonValue } from '../../../src/core/json/jsonValue.ts';
import { jsonPointersIn } from '../../support/json/jsonPointersIn.ts';
import { jsonTexts } from '../../support/json/jsonTexts.ts';

const nested = readJsonTree('{"a":{"b c":[10,{"d":1}],"e":2},"a":"again","":3}');

describe('valueAt', () => {
  it('finds every member by its index path', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const value = readJsonTree(text);
        for (const [at, member] of jsonPointersIn(value)) assert.equal(valueAt(value, at), member);
      }),
    );
  });

  for (const at of [
    '3',
    '0.2',
    '0.0.2',
    '1.0',
    '0.0.0.0',
    '-1',
    '01',
    '',
    'a',
    '0.',
    '.',
    '0..1',
  ]) {
    it(`has nothing at ${at}`, () => {
      assert.equal(valueAt(nested, at), undefined);
      assert.equal(jsonPath(nested, at), undefined);
    });
  }

  it('returns undefined in a value that is not an object or array', () => {
    assert.equal(valueAt({ kind: 'scalar', token: '1' }, '0'), undefined);
    assert.equal(jsonPath({ kind: 'scalar', token: '1' }, '0'), undefined);
  });
});

describe('jsonPath', () => {
  const paths: [at: string, path: string][] = [
    ['0', 'a'],
    ['0.0', 'a["b c"]'],
    ['0.0.1', 'a["b c"][1]'],
    ['0.0.1.0', 'a["b c"][1].d'],
    ['0.1', 'a.e'],
    ['1', 'a'],
    ['2', '[""]'],
  ];
  for (const [at, path] of paths) {
    it(`is ${path} at ${at}`, () => {
      assert.equal(jsonPath(nested, at), path);
    });
  }

  it('starts with the index in an array', () => {
    assert.equal(jsonPath(readJsonTree('[[1,2]]'), '0.1'), '[0][1]');
  });

  const plain = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,5}$/);
  const values = fc.jsonValue({ maxDepth: 4 });
  const plainKeys = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.integer(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(plain, tie('value'), { maxKeys: 4 }),
    ),
  })).value;

  for (const [kind, arbitrary] of [
    ['plain', plainKeys],
    ['any', values],
  ] as const) {
    it(`leads to the same value when evaluated as JavaScript, with ${kind} keys`, () => {
      fc.assert(
        fc.property(arbitrary, (value) => {
          const tree = readJsonTree(JSON.stringify(value));
          for (const [at, member] of jsonPointersIn(tree)) {
            const path = jsonPath(tree, at) ?? '';
            if (kind === 'plain') assert.doesNotMatch(path, /"/);
            const steps = path.match(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]|[A-Za-z_]\w*/gs) ?? [];
            const keys = steps.map((step) =>
              step.startsWith('[') ? String(JSON.parse(step.slice(1, -1))) : step,
            );
            let inner: unknown = JSON.parse(JSON.stringify(value));
            for (const key of keys) inner = (inner as Record<string, unknown>)[key];
            assert.deepEqual(tokensOf(member.value), tokensOf(readJsonTree(JSON.stringify(inner))));
          }
        }),
      );
    });
  }
});

/** The leaves of a value in order; JavaScript knows only one of a duplicate key. */
function tokensOf(value: JsonValue): readonly string[] {
  if (!('members' in value)) return [value.token];
  return jsonPointersIn(value).flatMap(([, inner]) =>
    'members' in inner.value ? [] : [inner.value.token],
  );
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { changedIndexPaths } from '../../../src/core/json/jsonDiff.ts';
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

describe('changedIndexPaths', () => {
  const changes: [what: string, before: string, after: string, places: string[]][] = [
    ['a value', '{"a":1,"b":2}', '{"a":1,"b":3}', ['1']],
    ['the digits of a number', '[9007199254740992]', '[9007199254740993]', ['0']],
    ['how a number is written', '[1.5]', '[1.50]', ['0']],
    ['a number that was a string', '["1"]', '[1]', ['0']],
    ['what is new, as a whole', '{}', '{"a":{"b":1}}', ['0']],
    ['an object that was an array', '{"a":[]}', '{"a":{}}', ['0']],
    ['a string that was an object', '{"a":{"b":1}}', '{"a":"b"}', ['0']],
    ['what lies deep', '{"a":[1,{"b":[1,2]}]}', '{"a":[1,{"b":[1,3]}]}', ['0.1.0.1']],
    ['not what only stands elsewhere', '{"a":1,"b":2}', '{"b":2,"a":1}', []],
    ['not what is there no more', '{"a":1,"b":2}', '{"b":2}', []],
    ['the second of a key, held against the second', '{"a":1,"a":2}', '{"a":1,"a":3}', ['1']],
    ['a key that came twice', '{"a":1}', '{"a":1,"a":1}', ['1']],
    ['what follows in an array', '[1,2]', '[0,1,2]', ['0', '1', '2']],
    ['all of an array in the place of an object', '{"0":1}', '[1]', ['0']],
    ['the key __proto__ like any', '{"__proto__":1}', '{"__proto__":2}', ['0']],
  ];
  for (const [what, before, after, places] of changes) {
    it(`finds ${what}: ${before} to ${after}`, () => {
      const found = changedIndexPaths(readJsonTree(before), readJsonTree(after));
      assert.deepEqual(found.toSorted(), places);
    });
  }

  it('finds nothing in equal values', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        assert.deepEqual(changedIndexPaths(readJsonTree(text), readJsonTree(text)), []);
      }),
    );
  });

  it('finds a changed leaf at any depth, and nothing else', () => {
    fc.assert(
      fc.property(jsonTexts, fc.nat(), (text, pick) => {
        const before = readJsonTree(text);
        const leaves = jsonPointersIn(before).filter(([, { value }]) => !('members' in value));
        const [at] = leaves[pick % leaves.length] ?? [];
        fc.pre(at !== undefined);
        const after = replaced(before, at.split('.').map(Number));
        assert.deepEqual(changedIndexPaths(before, after), [at]);
      }),
    );
  });

  it('returns only paths that exist, for any two values', () => {
    fc.assert(
      fc.property(jsonTexts, jsonTexts, (one, two) => {
        const [before, after] = [readJsonTree(one), readJsonTree(two)];
        const places = changedIndexPaths(before, after);
        assert.equal(new Set(places).size, places.length);
        for (const at of places) assert.notEqual(valueAt(after, at), undefined);
      }),
    );
  });

  it('does not recurse', () => {
    const deep = (inner: string) => readJsonTree('['.repeat(50_000) + inner + ']'.repeat(50_000));
    assert.equal(changedIndexPaths(deep('1'), deep('2')).length, 1);
  });
});

/** A value with another leaf at an index path. */
function replaced(value: JsonValue, [first, ...rest]: readonly number[]): JsonValue {
  if (first === undefined) return { kind: 'scalar', token: '0.12345' };
  assert.ok('members' in value);
  const members = value.members.map((member, index) =>
    index === first ? { ...member, value: replaced(member.value, rest) } : member,
  );
  return { ...value, members };
}

/** The leaves of a value in order; JavaScript knows only one of a duplicate key. */
function tokensOf(value: JsonValue): readonly string[] {
  if (!('members' in value)) return [value.token];
  return jsonPointersIn(value).flatMap(([, inner]) =>
    'members' in inner.value ? [] : [inner.value.token],
  );
}

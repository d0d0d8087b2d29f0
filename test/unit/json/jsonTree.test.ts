import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanJson } from '../../../src/core/json/jsonTokens.ts';
import { JsonFields, readJsonTree } from '../../../src/core/json/jsonTree.ts';
import type { JsonValue } from '../../../src/core/json/jsonValue.ts';
import { jsonText } from '../../support/json/jsonTexts.ts';

/** The tokens of a tree in order, without recursion; keys as JSON writes them. */
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

/** The scanned tokens of a text, with keys as JSON writes them. */
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
  it('keeps every token of any text in order', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        assert.deepEqual(tokensOf(readJsonTree(text)), scanned(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('represents the same value as JSON.parse for any text', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        assert.deepEqual(parsed(readJsonTree(text)), JSON.parse(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps duplicate keys and every digit', () => {
    assert.deepEqual(readJsonTree('{"a":9007199254740993,"b":"\\u0041","a":[]}'), {
      kind: 'object',
      members: [
        { key: 'a', value: { kind: 'scalar', token: '9007199254740993' } },
        { key: 'b', value: { kind: 'string', token: '"\\u0041"' } },
        { key: 'a', value: { kind: 'array', members: [] } },
      ],
    });
  });

  it('treats keys such as __proto__ like any other', () => {
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

describe('readJsonTree with a maximum depth', () => {
  it('keeps what is deeper as one token, unchanged', () => {
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

/** What a method returns for the field "f" with this value, and whether the field stays in the rest. */
interface Asked {
  readonly member?: string;
  readonly string?: string;
  readonly peekString?: string;
  readonly scalar?: string;
  readonly nothing?: true;
  /** The methods that take the field. */
  readonly taking: readonly Way[];
}

type Way = 'member' | 'string' | 'peekString' | 'scalar' | 'nothing';

const ways: Readonly<Record<Way, (fields: JsonFields) => unknown>> = {
  member: (fields) => {
    const value = fields.member('f')?.value;
    return value && ('token' in value ? value.token : value.kind);
  },
  string: (fields) => fields.string('f'),
  peekString: (fields) => fields.peekString('f'),
  scalar: (fields) => fields.scalar('f'),
  nothing: (fields) => fields.nothing('f') || undefined,
};

function fieldsOf(text: string): JsonFields {
  return new JsonFields(readJsonTree(text));
}

function restOf(
  fields: JsonFields,
): readonly (readonly [key: string | undefined, token: string])[] {
  return fields
    .rest()
    .map(({ key, value }) => [key, 'token' in value ? value.token : value.kind] as const);
}

describe('JsonFields', () => {
  const cases: [what: string, value: string, asked: Asked][] = [
    [
      'a string',
      '"a\\u0062"',
      { member: '"a\\u0062"', string: 'ab', peekString: 'ab', taking: ['member', 'string'] },
    ],
    ['an empty string', '""', { member: '""', taking: ['member'] }],
    [
      'a string that says null',
      '"null"',
      { member: '"null"', string: 'null', peekString: 'null', taking: ['member', 'string'] },
    ],
    [
      'a number, with every digit',
      '9007199254740993.10',
      {
        member: '9007199254740993.10',
        scalar: '9007199254740993.10',
        taking: ['member', 'scalar'],
      },
    ],
    ['false', 'false', { member: 'false', scalar: 'false', taking: ['member', 'scalar'] }],
    ['null', 'null', { nothing: true, taking: ['member', 'nothing'] }],
    ['an object', '{}', { member: 'object', taking: ['member'] }],
    ['an array', '[null]', { member: 'array', taking: ['member'] }],
  ];
  for (const [what, value, { taking, ...given }] of cases) {
    for (const way of Object.keys(ways) as Way[]) {
      const takes = taking.includes(way);
      it(`${takes ? 'takes' : 'leaves'} ${what} when asked for by “${way}”`, () => {
        const fields = fieldsOf(`{"e":1,"f":${value},"g":2}`);
        assert.equal(ways[way](fields), given[way]);
        assert.deepEqual(
          restOf(fields).map(([key]) => key),
          takes ? ['e', 'g'] : ['e', 'f', 'g'],
        );
        assert.equal(ways[way](fields), given[way]);
      });
    }
  }

  for (const way of Object.keys(ways) as Way[]) {
    it(`gives nothing of a field that is not there when asked by “${way}”`, () => {
      const fields = fieldsOf('{"F":"1"}');
      assert.equal(ways[way](fields), undefined);
      assert.deepEqual(restOf(fields), [['F', '"1"']]);
    });
  }

  it('takes the last of a duplicate key and leaves the others', () => {
    const fields = fieldsOf('{"f":"first","f":"second","g":1,"f":"third"}');
    assert.equal(fields.string('f'), 'third');
    assert.deepEqual(restOf(fields), [
      ['f', '"first"'],
      ['f', '"second"'],
      ['g', '1'],
    ]);
  });

  it('does not fall back to an earlier duplicate if the last is of another kind', () => {
    const fields = fieldsOf('{"f":"text","f":null}');
    assert.equal(fields.string('f'), undefined);
    assert.equal(fields.member('f'), undefined);
    assert.deepEqual(restOf(fields), [['f', '"text"']]);
  });

  it('takes fields by name whatever their value, and ignores missing ones', () => {
    const fields = fieldsOf('{"a":"1","b":null,"c":{},"d":""}');
    fields.take('d', 'x', 'b', 'c');
    assert.deepEqual(restOf(fields), [['a', '"1"']]);
    fields.take();
    assert.equal(fields.rest().length, 1);
  });

  it('compares keys after decoding their escapes', () => {
    const fields = fieldsOf('{"\\u0066":"1"}');
    assert.equal(fields.string('f'), '1');
    assert.deepEqual(fields.rest(), []);
  });

  for (const text of ['["f"]', '"f"', '1', 'null']) {
    it(`has no fields in ${text}`, () => {
      const fields = fieldsOf(text);
      assert.equal(fields.member('f'), undefined);
      assert.deepEqual(fields.rest(), []);
    });
  }
});

import assert from 'node:assert/strict';
import { JsonFields } from '../../../src/core/json/jsonFields.ts';
import { readJsonTree } from '../../../src/core/json/readJsonTree.ts';

/** What a way of asking gives for the field "f", as it is written, and whether the field is left. */
interface Asked {
  readonly member?: string;
  readonly string?: string;
  readonly peekString?: string;
  readonly scalar?: string;
  readonly nothing?: true;
  /** Of the ways, those that take the field. */
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

  it('lets the last count of a key that stands twice, and leaves the others', () => {
    const fields = fieldsOf('{"f":"first","f":"second","g":1,"f":"third"}');
    assert.equal(fields.string('f'), 'third');
    assert.deepEqual(restOf(fields), [
      ['f', '"first"'],
      ['f', '"second"'],
      ['g', '1'],
    ]);
  });

  it('does not go back to an earlier value of a key whose last is of another kind', () => {
    const fields = fieldsOf('{"f":"text","f":null}');
    assert.equal(fields.string('f'), undefined);
    assert.equal(fields.member('f'), undefined);
    assert.deepEqual(restOf(fields), [['f', '"text"']]);
  });

  it('takes fields by name, whatever they hold, and passes over those that are not there', () => {
    const fields = fieldsOf('{"a":"1","b":null,"c":{},"d":""}');
    fields.take('d', 'x', 'b', 'c');
    assert.deepEqual(restOf(fields), [['a', '"1"']]);
    fields.take();
    assert.equal(fields.rest().length, 1);
  });

  it('reads a key by its characters, however it is written', () => {
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

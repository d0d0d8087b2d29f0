import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJsonTree } from '../../../../../src/core/json/jsonTree.ts';
import {
  parseStringToken,
  valueAt,
  type JsonMember,
} from '../../../../../src/core/json/jsonValue.ts';
import { valueRows, type Toggled } from '../../../../../src/webview/details/jsonTree/valueRows.ts';
import { jsonPointersIn } from '../../../../support/json/jsonPointersIn.ts';
import { jsonTexts } from '../../../../support/json/jsonTexts.ts';

const none: Toggled = new Map();
const places = (text: string, toggled = none, query = '') =>
  valueRows(readJsonTree(text), toggled, query).rows.map(({ pointer }) => pointer);
const everyPlace = (text: string, open: boolean): Toggled =>
  new Map(jsonPointersIn(readJsonTree(text)).map(([at]) => [at, open]));
const list = (length: number) => `[${Array.from({ length }, () => '0').join(',')}]`;

/** Whether a member has a text itself, whatever is in it. */
function hasText({ key = '', value }: JsonMember, wanted: string): boolean {
  const own = 'members' in value ? '' : value.token;
  const shown = 'token' in value && value.kind === 'string' ? parseStringToken(own) : own;
  return [key, shown].some((text) => text.toLowerCase().includes(wanted.toLowerCase()));
}

describe('valueRows', () => {
  it('has a row for every member where everything is open, in the order of the text', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const expected = jsonPointersIn(readJsonTree(text)).map(([at]) => at);
        assert.deepEqual(places(text, everyPlace(text, true)), expected);
      }),
    );
  });

  it('has only the outermost where everything is closed', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const expected = jsonPointersIn(readJsonTree(text)).filter(([at]) => !at.includes('.'));
        const rows = places(text, everyPlace(text, false));
        assert.deepEqual(
          rows,
          expected.map(([at]) => at),
        );
      }),
    );
  });

  it('gives each row the place that leads to its value, its level and its neighbours', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const value = readJsonTree(text);
        for (const row of valueRows(value, everyPlace(text, true)).rows) {
          const member = valueAt(value, row.pointer);
          assert.equal(row.value, member?.value);
          const steps = row.pointer.split('.');
          assert.equal(row.level, steps.length);
          assert.equal(row.position, Number(steps.at(-1)) + 1);
          assert.equal(row.label, member?.key ?? steps.at(-1));
          const parent = steps.slice(0, -1).join('.');
          const around = parent === '' ? value : valueAt(value, parent)?.value;
          assert.ok(around !== undefined && 'members' in around);
          assert.equal(row.siblings, around.members.length);
          const same = around.members.filter(({ key }) => key !== undefined && key === member?.key);
          assert.equal(row.duplicate, same.length > 1);
        }
      }),
    );
  });

  it('can be opened only where something is below it', () => {
    const { rows } = valueRows(readJsonTree('{"a":{},"b":[],"c":"","d":null,"e":[0]}'), none);
    assert.deepEqual(
      rows.map(({ label, open }) => [label, open]),
      [
        ['a', undefined],
        ['b', undefined],
        ['c', undefined],
        ['d', undefined],
        ['e', true],
        ['0', undefined],
      ],
    );
  });

  const atFirst: [what: string, text: string, rows: number][] = [
    ['opens two levels', '[[[[[0]]]]]', 3],
    ['opens twenty items', `{"a":${list(20)}}`, 21],
    ['does not open twenty-one', `{"a":${list(21)}}`, 1],
    ['shows all of the outermost, however many', list(30), 30],
  ];
  for (const [what, text, rows] of atFirst) {
    it(`${what} at first`, () => {
      assert.equal(places(text).length, rows);
    });
  }

  it('opens and closes what the user did, and nothing else', () => {
    const text = '{"a":{"b":{"c":{"d":1}}},"e":[1]}';
    assert.deepEqual(places(text), ['0', '0.0', '0.0.0', '1', '1.0']);
    assert.deepEqual(places(text, new Map([['0', false]])), ['0', '1', '1.0']);
    const opened = new Map([
      ['0.0.0', true],
      ['1', false],
      ['7.7', true],
    ]);
    assert.deepEqual(places(text, opened), ['0', '0.0', '0.0.0', '0.0.0.0', '1']);
  });

  describe('with a search text', () => {
    const text = '{"Name":"Ada","list":[1,{"deep":{"er":{"x":"NAME"}}}],"other":{"y":0}}';
    const searches: [query: string, found: string[]][] = [
      ['name', ['0', '1', '1.1', '1.1.0', '1.1.0.0', '1.1.0.0.0']],
      ['ADA', ['0']],
      ['deep', ['1', '1.1', '1.1.0']],
      ['other', ['2']],
      ['nowhere', []],
      // An index is no key, and a key ends where its value begins.
      ['1', ['1', '1.0']],
      ['nameada', []],
      ['"', []],
    ];
    for (const [query, found] of searches) {
      it(`finds ${JSON.stringify(query)}, and shows what encloses it`, () => {
        assert.deepEqual(places(text, none, query), found);
      });
    }

    it('lets what was found be closed', () => {
      assert.deepEqual(places(text, new Map([['1.1', false]]), 'deep'), ['1', '1.1']);
    });

    it('finds what a string stands for, and not how it is written', () => {
      assert.deepEqual(places('["\\u0041da","u0041"]', none, 'ada'), ['0']);
      assert.deepEqual(places('["\\u0041da","u0041"]', none, 'u0041'), ['1']);
    });

    it('shows exactly what has it and what encloses that, and counts it', () => {
      fc.assert(
        fc.property(jsonTexts, fc.string({ minLength: 1, maxLength: 2 }), (json, query) => {
          fc.pre(!query.includes('\n'));
          const all = jsonPointersIn(readJsonTree(json));
          const hits = all.filter(([, member]) => hasText(member, query)).map(([at]) => at);
          const expected = all
            .map(([at]) => at)
            .filter((at) => hits.some((hit) => hit === at || hit.startsWith(`${at}.`)));
          assert.deepEqual(places(json, none, query), expected);
          assert.equal(valueRows(readJsonTree(json), none, query).hits, hits.length);
        }),
        { numRuns: 500 },
      );
    });
  });

  it('does not recurse', () => {
    const depth = 3000;
    const text = '['.repeat(depth) + '"x"' + ']'.repeat(depth);
    assert.equal(places(text, none, 'x').length, depth);
  });
});

import assert from 'node:assert/strict';
import { jsonOutline, type OutlineEntry } from '../../../src/core/documents/jsonOutline.ts';

const briefly = (all: readonly OutlineEntry[]): unknown =>
  all.map(({ name, detail, children }) =>
    children.length === 0 ? `${name}: ${detail}` : [name, briefly(children)],
  );

describe('jsonOutline', () => {
  const cases: readonly (readonly [title: string, text: string, expected: unknown])[] = [
    ['members in their order', '{"b":1,"a":"x"}', ['b: 1', 'a: x']],
    ['elements by their index', '[true,[null],"z"]', ['0: true', ['1', ['0: null']], '2: z']],
    ['both of a key that stands twice', '{"a":1,"a":2}', ['a: 1', 'a: 2']],
    ['every digit', '{"n":9007199254740993}', ['n: 9007199254740993']],
    ['what is empty', '{"a":{},"b":[]}', ['a: ', 'b: ']],
    ['a name for a key without characters', '{"":1," ":2}', ['"": 1', '" ": 2']],
    ['no character that is not seen', '{"a\\u202eb":"c\\u200bd\\n"}', ['ab: cd']],
    ['members behind an object', '{"a":{"b":1},"c":2}', [['a', ['b: 1']], 'c: 2']],
    ['nothing of a value that has no members', '"text"', []],
    ['nothing of an empty text', '', []],
  ];
  for (const [title, text, expected] of cases) {
    it(`lists ${title}`, () => {
      assert.deepEqual(briefly(jsonOutline(text)), expected);
    });
  }

  it('has the ranges of a member and its key', () => {
    const text = '{ "a": { "b": [1] } }';
    const [a] = jsonOutline(text);
    assert.ok(a !== undefined);
    assert.equal(text.slice(a.start, a.end), '"a": { "b": [1] }');
    assert.equal(text.slice(a.start, a.nameEnd), '"a"');
    const [b] = a.children;
    assert.equal(b && text.slice(b.start, b.end), '"b": [1]');
  });

  it('has the kind of each value', () => {
    const kinds = jsonOutline('[{},[],"",0,-1,true,false,null]').map(({ kind }) => kind);
    const expected = [
      'object',
      'array',
      'string',
      'number',
      'number',
      'boolean',
      'boolean',
      'null',
    ];
    assert.deepEqual(kinds, expected);
  });

  const countAll = (all: readonly OutlineEntry[]): number =>
    all.reduce((sum, { children }) => sum + 1 + countAll(children), 0);
  const hostile: readonly (readonly [title: string, text: string])[] = [
    ['200,000 elements', `[${'0,'.repeat(200_000)}0]`],
    ['200,000 objects', `[${'{"a":1},'.repeat(200_000)}{}]`],
    ['20,000 levels', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['20,000 levels of objects', '{"a":'.repeat(20_000) + '0' + '}'.repeat(20_000)],
    ['a number of 600,000 digits', `{"n":${'1'.repeat(600_000)}}`],
    ['a string and a key of 600,000 characters', `{"${'k'.repeat(6e5)}":"${'1'.repeat(6e5)}"}`],
  ];
  for (const [title, text] of hostile) {
    it(`limits entries and names for ${title}`, () => {
      const outline = jsonOutline(text);
      assert.ok(outline.length > 0);
      assert.ok(countAll(outline) <= 5000);
      for (const { name, detail } of outline) assert.ok(name.length + detail.length <= 202);
    });
  }

  it('has the end of a member even if not all of its members are listed', () => {
    const text = `{"a":[${'0,'.repeat(9000)}0],"b":1}`;
    assert.equal(jsonOutline(text)[0]?.end, text.lastIndexOf(']') + 1);
  });
});

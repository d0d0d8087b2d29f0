import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFittingExpression } from '../../../../src/sample/api/expression.ts';
import { anyText } from '../../../support/json/jsonTexts.ts';

const attributes = String.raw`{"n":9007199254740993,"x":1.50e+3,"s":"a, \"b\" {c}","d":1,"d":2,"list":["x",["y"],{"z":1}],"o":{"p":{"q":true}},"é":null}`;

const cases: readonly [expression: string, fits: boolean | undefined][] = [
  ['n==9007199254740993', true],
  ['n==9007199254740992', false],
  ['x == 1500', true],
  ['d == 2', true],
  ['d == 1', false],
  [String.raw`s == "a, \"b\" {c}"`, true],
  [`s == 'a'`, false],
  ['o.p.q == true', true],
  ['o.p.r == true', false],
  ['list HAS "x"', true],
  ['list HAS "y"', false],
  ['list != "x"', false],
  ['list NOT IN ["x"]', true],
  ['gone == null', true],
  ['gone != null', false],
  ['gone != true', true],
  ['x > 1499.9 AND d IN [1, 2]', true],
  [`d = 2 AND n != 1`, true],
  [`d == 1 OR (d == 2 AND s == 'a')`, false],
  [`d == 1 or d == 2`, true],
  ['1==1', true],
  ['', undefined],
  ['d', undefined],
  ['d ==', undefined],
  ['(d == 2', undefined],
  ["s == 'a", undefined],
  ['d == 2 d == 2', undefined],
  ['d ~ 2', undefined],
  ['d == 2 && d == 2', undefined],
  ["s == 'a', 'b'", undefined],
  ['some-key > 1', undefined],
];

describe('expressions over attributes', () => {
  for (const [expression, fits] of cases) {
    it(`${expression || '(nothing)'}: ${fits === undefined ? 'malformed' : String(fits)}`, () => {
      assert.equal(readFittingExpression(expression, 'task')?.(attributes), fits);
    });
  }

  const nested = (levels: number) => '('.repeat(levels) + 'd == 2' + ')'.repeat(levels);
  const joined = (parts: number, sign: string) =>
    Array.from({ length: parts }, () => 'd == 2').join(` ${sign} `);
  const sizes: readonly [title: string, expression: string, isRead: boolean][] = [
    ['100 parentheses', nested(100), true],
    ['100 parentheses twice', `${nested(100)} AND ${nested(100)}`, true],
    ['500 parts', joined(500, 'OR'), true],
    ['500 parts joined by AND', joined(500, 'AND'), true],
    ['101 parentheses', nested(101), false],
    ['4,000 parentheses', nested(4000), false],
    ['200,000 parentheses', nested(200_000), false],
    ['4,000 that are not closed', '('.repeat(4000), false],
    ['100,000 parts', joined(100_000, 'OR'), false],
    ['100,000 parts joined by AND', joined(100_000, 'AND'), false],
  ];
  for (const [title, expression, isRead] of sizes) {
    it(`${isRead ? 'are read' : 'are malformed'} with ${title}`, () => {
      assert.equal(
        readFittingExpression(expression, 'task')?.(attributes),
        isRead ? true : undefined,
      );
    });
  }

  it('never fit attributes that are not JSON', () => {
    assert.equal(readFittingExpression('1==1', 'task')?.('{oops'), false);
  });

  it('never throw, and find any text that a name of the attributes has', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '==',
      '!=',
      'HAS',
      'AND',
      'OR',
      '(',
      ')',
      "'",
      '"',
      '.',
      '1',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: piece }), anyText), (text) => {
        readFittingExpression(text, 'task')?.(attributes);
        // Not what is a placeholder or an escape elsewhere.
        const value = text.replace(/['\\{%]/g, '');
        assert.equal(
          readFittingExpression(`a == '${value}'`, 'task')?.(JSON.stringify({ a: value })),
          true,
        );
        assert.equal(
          readFittingExpression(`a == '${value}'`, 'task')?.(JSON.stringify({ a: `${value}.` })),
          false,
        );
      }),
      { numRuns: 300 },
    );
  });
});

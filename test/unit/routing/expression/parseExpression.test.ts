import assert from 'node:assert/strict';
import type {
  DoubtCode,
  FaultCode,
} from '../../../../src/core/routing/expression/syntax/expressionFault.ts';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import { printExpression } from '../../../../src/core/routing/expression/syntax/printExpression.ts';
import type { Token } from '../../../../src/core/routing/expression/syntax/token.ts';

/** A text in which « and » enclose what a fault is placed at. */
function marked(text: string) {
  const offset = text.indexOf('«');
  return { text: text.replace(/[«»]/g, ''), offset, length: text.indexOf('»') - offset - 1 };
}

describe('Expressions of TaskRouter', () => {
  describe('are read, and printed in one form', () => {
    for (const [text, printed = text] of [
      ["team == 'blue'"],
      ['team = "blue"', "team == 'blue'"],
      ["team=='blue'", "team == 'blue'"],
      ['note == "it\'s"'],
      ['level >= 4.50 and level<10', 'level >= 4.50 AND level < 10'],
      ['tags has "vip"', "tags HAS 'vip'"],
      ['tags >- "vip"', "tags HAS 'vip'"],
      ['region in [\'north\',"south"]', "region IN ['north', 'south']"],
      ["region <- ['north']", "region IN ['north']"],
      ["region NOT  IN ['north']", "region NOT IN ['north']"],
      ['region not in other', 'region NOT IN other'],
      ["name Contains 'ab'", "name CONTAINS 'ab'"],
      ["'vip' IN worker.tags"],
      ['2 < rank'],
      ['slots[0].from[12] != null'],
      ['done == true OR done == false'],
      ['(a == 1)', 'a == 1'],
      ['((a == 1) AND (b == 2))', 'a == 1 AND b == 2'],
      ['(a == 1 OR b == 2) AND c == 3'],
      ['a == 1 OR (b == 2 AND (c == 3 OR d == 4))'],
      ['a == 1 AND b == 2 OR c == 3'],
      ['kind IN []'],
      ['ref == 00700'],
      ['id == 9223372036854775809.000000000000000000001'],
      ['naïve == 1'],
      ['a == 1\n\tAND\r\nb == 2', 'a == 1 AND b == 2'],
    ] as const) {
      it(text, () => {
        const { root, faults, doubts } = parseExpression(text);
        assert.deepEqual({ faults, doubts }, { faults: [], doubts: [] });
        assert.equal(root && printExpression(root), printed);
      });
    }
  });

  describe('take placeholders anywhere', () => {
    for (const text of [
      '${condition}',
      '{{ condition }}',
      '<condition>',
      '<%= condition %>',
      'team == ${team}',
      'team == \'${teams["blue"]}\'',
      "team == 'x-${a}-{{b}}'",
      'region IN [${join(", ", formatlist("\'%s\'", regions))}]',
      "region IN ['north', ${others}]",
      'worker.${key} == 1',
      'workers.WA${sid} > 0',
      '${key} == 1',
      'team ${operator} 1',
      'team ${test}',
      'a == 1 ${join} b == 2',
      'a == 1 ${rest}',
      'a == 1 AND ${rest}',
      '(${one}) OR (${two})',
      '%{ if vip }a == 1 %{ endif }',
      'a == <value> AND b < c',
    ]) {
      it(text, () => {
        const { root, faults, doubts } = parseExpression(text);
        assert.deepEqual({ faults, doubts }, { faults: [], doubts: [] });
        assert.ok(root);
      });
    }
  });

  describe('have each fault at its place', () => {
    const cases: readonly [code: FaultCode, text: string, fixed?: string][] = [
      ['unclosedQuote', "team == «'blue»", "team == 'blue'"],
      ['unclosedQuote', "team == «'blue» AND level > 2", "team == 'blue' AND level > 2"],
      ['unclosedQuote', "team == «'blue» AND city == 'Oslo'", "team == 'blue' AND city == 'Oslo'"],
      ['unclosedQuote', "city IN [«'Oslo», 'Bergen']", "city IN ['Oslo', 'Bergen']"],
      ['unclosedQuote', 'city == «"New York»'],
      ['unclosedHole', 'team == «${team»'],
      ['unclosedParenthesis', '«(»a == 1 AND b == 2'],
      ['unopenedParenthesis', 'a == 1«)» AND b == 2'],
      ['unclosedList', "city IN «[»'Oslo' AND a == 1"],
      ['unopenedList', "city == 'Oslo'«]»"],
      ['emptyParentheses', 'a == 1 AND «()»'],
      ['missingJoin', 'a == 1 «b» == 2'],
      ['missingJoin', 'a == 1 «(»b == 2)'],
      ['danglingJoin', '«AND» a == 1'],
      ['danglingJoin', 'a == 1 «OR»'],
      ['danglingJoin', 'a == 1 AND «OR» b == 2'],
      ['danglingJoin', '(a == 1 «AND») OR b == 2'],
      ['missingOperator', '«active»'],
      ['missingOperator', 'a == 1 AND «active»'],
      ['missingOperator', '«active» AND a == 1'],
      ['missingOperand', '«==» 1'],
      ['danglingOperator', 'a «==»'],
      ['danglingOperator', 'a == 1 AND b «IN» OR c == 2'],
      ['danglingOperator', 'a == «!=» 1'],
      ['danglingOperator', 'a == b «==» c'],
      ['splitOperator', 'a «! =» 1', 'a != 1'],
      ['splitOperator', 'a «> =» 1 AND b == 2', 'a >= 1 AND b == 2'],
      ['unknownOperator', 'a «===» 1', 'a == 1'],
      ['unknownOperator', 'a «<>» 1', 'a != 1'],
      ['unknownOperator', "name «CONTAIN» 'x'", "name CONTAINS 'x'"],
      ['unknownOperator', "name «LIKE» 'x'"],
      [
        'listWithoutBrackets',
        "a == 1 OR city == «'Oslo', 'Bergen'»",
        "a == 1 OR city IN ['Oslo', 'Bergen']",
      ],
      [
        'listWithoutBrackets',
        "city != «'Oslo', 'Bergen'» AND a == 1",
        "city NOT IN ['Oslo', 'Bergen'] AND a == 1",
      ],
      ['listWithoutBrackets', "city IN «'Oslo', 'Bergen'»", "city IN ['Oslo', 'Bergen']"],
      ['listInParentheses', "city IN «('Oslo', 'Bergen')»", "city IN ['Oslo', 'Bergen']"],
      ['listSeparator', "city IN ['Oslo' «'Bergen'»]", "city IN ['Oslo', 'Bergen']"],
      ['straySeparator', "city IN ['Oslo'«,»]"],
      ['straySeparator', 'a == 1«,» b == 2'],
      ['hyphenatedKey', 'user«-level» > 3'],
      ['malformedKey', '«worker.» == 1'],
      ['malformedKey', '«a..b» == 1'],
      ['unknownCharacter', "«*»(city IN ['Oslo']) AND a == 1"],
      ['unknownCharacter', 'a «~» 1'],
      ['unknownCharacter', 'a == 1 «&» b == 2'],
      ['unknownCharacter', 'on == «2026-11-29»'],
      ['doubledQuotes', "tags HAS «''vip''»", "tags HAS 'vip'"],
      ['typographicQuotes', 'tags HAS «“vip”»', "tags HAS 'vip'"],
    ];
    for (const [code, text, fixed] of cases) {
      it(`${code}: ${text}`, () => {
        const place = marked(text);
        const { faults, root } = parseExpression(place.text);
        const [fault] = faults;
        assert.deepEqual(
          faults.map(({ code, offset, length }) => ({ code, offset, length })),
          [{ code, offset: place.offset, length: place.length }],
        );
        const fix = fault?.fix;
        const written =
          fix &&
          place.text.slice(0, fix.offset) + fix.text + place.text.slice(fix.offset + fix.length);
        assert.equal(written, fixed);
        if (written !== undefined) assert.deepEqual(parseExpression(written).faults, []);
        // The rest is understood.
        const printed = root === undefined ? '' : printExpression(root);
        if (place.text.includes('b == 2')) assert.match(printed, /b == 2/);
      });
    }
  });

  describe('are doubtful where no source says what TaskRouter accepts', () => {
    const cases: readonly [code: DoubtCode, text: string][] = [
      ['emptyExpression', ' \n«»'],
      ['negativeNumber', 'a > «-3.5»'],
      ['exponent', 'a > «2e3»'],
      ['escape', String.raw`a == «'it\'s'»`],
      ['escape', String.raw`a == «'C:\'» AND b == "x"`],
      ['capitalConstant', 'a == «True»'],
      ['capitalConstant', 'a == «NULL»'],
      ['logicSign', 'a == 1 «&&» b == 2'],
      ['logicSign', 'a == 1 «||» b == 2'],
      ['unaryNot', '«NOT» (a == 1)'],
      ['negatedOperator', "a «NOT HAS» 'x'"],
      ['operandInParentheses', 'a == «(1)»'],
      ['operandInParentheses', '«((a))» == 1'],
      ['arrowOrNegative', 'a «<-1»'],
      ['digitFirstKey', '«24h» == 1'],
    ];
    for (const [code, text] of cases) {
      it(`${code}: ${text}`, () => {
        const { text: plain, ...place } = marked(text);
        const { faults, doubts } = parseExpression(plain);
        assert.deepEqual(faults, []);
        const [doubt] = doubts.map(({ code, offset, length }) => ({ code, offset, length }));
        const expected = code === 'emptyExpression' ? { offset: 0, length: 0 } : place;
        assert.deepEqual(doubt, { code, ...expected });
      });
    }
  });

  it('are made of tokens that editors can colour', () => {
    const { tokens } = parseExpression("NOT a.b IN ['x', ${y}] AND (1 >= null) or true");
    const kinds = tokens.map(({ kind, text }: Token) => `${kind} ${text}`);
    assert.deepEqual(kinds, [
      ...['not NOT', 'path a.b', 'operator IN', 'openList [', "string 'x'", 'comma ,'],
      ...['hole ${y}', 'closeList ]', 'and AND', 'open (', 'number 1', 'operator >=', 'null null'],
      ...['close )', 'or or', 'boolean true'],
    ]);
  });

  it('are understood around a fault', () => {
    const { root, faults } = parseExpression("(a == 1 AND b ! = 2) OR c == 'x', 'y' OR (d == 3");
    assert.equal(root && printExpression(root), "(a == 1 AND b != 2) OR c IN ['x', 'y'] OR d == 3");
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['splitOperator', 'listWithoutBrackets', 'unclosedParenthesis'],
    );
  });
});

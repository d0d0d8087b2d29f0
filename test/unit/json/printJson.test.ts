import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printJson } from '../../../src/core/json/printJson.ts';
import { scanJson } from '../../../src/core/json/scanJson.ts';

const tokensOf = (text: string) => Array.from(scanJson(text), (token) => token.text);

/** JSON texts with what JSON.stringify never writes: exponents, duplicate keys, odd escapes, space. */
const jsonText: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => {
  const space = fc.constantFrom('', ' ', '\n', '\t', '\r\n  ');
  const string = fc.oneof(
    fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
    fc.constantFrom('"\\u0041"', '"\\/"', '"{\\"a\\":1}"', '"\\ud800"', '"a//b/*c*/"'),
  );
  const number = fc.oneof(
    fc.bigInt().map(String),
    fc.constantFrom('1.50e+3', '-0', '0.10', '1E400', '9007199254740993', '1e-7'),
  );
  const wrap = (inner: fc.Arbitrary<string>) =>
    fc.tuple(space, inner, space).map((parts) => parts.join(''));
  const member = fc
    .tuple(wrap(string), wrap(tie('value')))
    .map(([key, value]) => `${key}:${value}`);
  return {
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.oneof(string, number, fc.constantFrom('true', 'false', 'null')),
      fc.array(wrap(tie('value')), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
      fc.array(member, { maxLength: 4 }).map((members) => `{${members.join(',')}}`),
      space.map((inner) => `{${inner}}`),
    ),
  };
}).value;

describe('printJson', () => {
  it('lays out like JSON.stringify with two spaces', () => {
    const value = { a: 1, b: [], c: {}, d: [1, 'x', [null]], e: { f: { g: true } }, h: [{}] };
    const expected = JSON.stringify(value, null, 2) + '\n';
    assert.equal(printJson(JSON.stringify(value)), expected);
    assert.equal(printJson(JSON.stringify(value, null, '\t')), expected);
  });

  it('keeps every token of any JSON text', () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        JSON.parse(text);
        const printed = printJson(text);
        assert.deepEqual(tokensOf(printed), tokensOf(text));
        assert.deepEqual(JSON.parse(printed), JSON.parse(text));
        assert.equal(printJson(printed), printed);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps digits, exponents, duplicate keys and their order', () => {
    const text = '{"b":9007199254740993,"a":1.50e+3,"b":-0,"a":"\\u00e9"}';
    const expected =
      '{\n  "b": 9007199254740993,\n  "a": 1.50e+3,\n  "b": -0,\n  "a": "\\u00e9"\n}\n';
    assert.equal(printJson(text), expected);
  });

  it('shows a text as it came that is nested too deep to be indented', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    assert.equal(printJson(text), text);
    const wide = `${'['.repeat(199)}${'0,'.repeat(1_400_000)}0${']'.repeat(199)}`;
    assert.equal(printJson(wide), wide);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printJson } from '../../../src/core/json/printJson.ts';
import { scanJson } from '../../../src/core/json/scanJson.ts';
import { jsonText } from '../../support/json/jsonText.ts';

const tokensOf = (text: string) => Array.from(scanJson(text), (token) => token.text);

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

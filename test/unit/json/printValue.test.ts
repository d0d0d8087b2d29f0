import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanJson } from '../../../src/core/json/jsonTokens.ts';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import { parseStringToken, printValue } from '../../../src/core/json/jsonValue.ts';
import { jsonTexts } from '../../support/json/jsonTexts.ts';

/** Decodes the keys and keeps everything else unchanged. */
const tokensOf = (text: string) =>
  [...scanJson(text)].map(({ kind, text: token }) =>
    kind === 'key' ? parseStringToken(token) : token,
  );

describe('printValue', () => {
  const cases: [text: string, printed: string][] = [
    ['"plain"', 'plain'],
    ['"a\\n\\"b\\" \\u00e9"', 'a\n"b" é'],
    ['""', ''],
    ['9007199254740993', '9007199254740993'],
    ['1.50E+3', '1.50E+3'],
    ['null', 'null'],
    ['[]', '[]'],
    ['{ "a" : [ 1 , "x\\u0041" ] }', '{"a":[1,"x\\u0041"]}'],
    ['{"a":1,"a":2,"__proto__":{}}', '{"a":1,"a":2,"__proto__":{}}'],
    ['{"quote \\"":1}', '{"quote \\"":1}'],
  ];
  for (const [text, printed] of cases) {
    it(`gives ${text} as ${JSON.stringify(printed)}`, () => {
      assert.equal(printValue(readJsonTree(text)), printed);
    });
  }

  it('keeps every token of an object or array', () => {
    fc.assert(
      fc.property(jsonTexts, (text) => {
        const value = readJsonTree(text);
        if ('members' in value) assert.deepEqual(tokensOf(printValue(value)), tokensOf(text));
        else if (value.kind === 'string') assert.equal(printValue(value), JSON.parse(text));
        else assert.equal(printValue(value), text);
      }),
    );
  });

  it('does not recurse', () => {
    const text = '[{"a":'.repeat(30_000) + '1' + '}]'.repeat(30_000);
    assert.equal(printValue(readJsonTree(text)), text);
  });
});

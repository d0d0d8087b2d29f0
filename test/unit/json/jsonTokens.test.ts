import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arrayElementTexts } from '../../../src/core/json/jsonTokens.ts';
import { jsonText } from '../../support/json/jsonTexts.ts';

describe('arrayElementTexts', () => {
  const texts: [text: string, elements: readonly string[]][] = [
    ['{"rows":[]}', []],
    [
      '{"rows":[ {"a" : 1.50e+3} ,[2, {"rows":[3]}], "x" ,null]}',
      ['{"a" : 1.50e+3}', '[2, {"rows":[3]}]', '"x"', 'null'],
    ],
    ['{"meta":{"rows":[1]},"rows":[2],"more":[3]}', ['2']],
    ['{"rows":[1,2],"rows":[3]}', ['3']],
    ['{"r\\u006fws":[1]}', ['1']],
    ['{"other":[1]}', []],
  ];
  for (const [text, elements] of texts) {
    it(`finds ${elements.length} in ${text}`, () => {
      assert.deepEqual(arrayElementTexts(text, 'rows'), elements);
    });
  }

  it('returns any elements unchanged', () => {
    fc.assert(
      fc.property(fc.array(jsonText), (elements) => {
        const text = `{"before":[0],"rows":[${elements.join(',')}],"after":{}}`;
        assert.deepEqual(
          arrayElementTexts(text, 'rows'),
          elements.map((element) => element.trim()),
        );
      }),
    );
  });
});

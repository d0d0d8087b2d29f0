import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from 'typescript';
import { attributesType } from '../../../src/core/copy/attributesType.ts';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';

const typeOf = (json: string, masked = false) =>
  attributesType(readJsonTree(json, 100), presenter(masked).text);
const bodyOf = (json: string) => typeOf(json).replace(/^type TaskAttributes = |;\n$/g, '');

describe('The TypeScript type of attributes', () => {
  for (const [json, type] of [
    ['{}', 'Record<string, never>'],
    ['[]', 'unknown[]'],
    ['[1,2.5]', 'number[]'],
    ['[1,"a",null]', '(number | string | null)[]'],
    ['[[true],[null]]', '(boolean | null)[][]'],
    ['{"a":"x","b":null}', '{\n  a: string;\n  b: null;\n}'],
    ['{"a":{"b":[{"c":1}]}}', '{\n  a: {\n    b: {\n      c: number;\n    }[];\n  };\n}'],
    ['[{"a":1,"b":2},{"a":"x"}]', '{\n  a: number | string;\n  b?: number;\n}[]'],
    ['[{"a":1},2]', '(number | {\n  a: number;\n})[]'],
    ['{"a":1,"a":"x"}', '{\n  a: number | string;\n}'],
    ['[{"a":1,"a":2},{}]', '{\n  a?: number;\n}[]'],
    ['{"a-b":1,"1":2,"":3}', '{\n  "a-b": number;\n  "1": number;\n  "": number;\n}'],
    ['{"__proto__":{"x":1}}', '{\n  __proto__: {\n    x: number;\n  };\n}'],
    ['{"a\\u202eb":1}', '{\n  "a\\u202eb": number;\n}'],
    ['{"\\"; evil()":1}', '{\n  "\\"; evil()": number;\n}'],
  ] as const) {
    it(`is ${JSON.stringify(type)} for ${json}`, () => {
      assert.equal(bodyOf(json), type);
    });
  }

  it('says where JSON.parse would lose digits', () => {
    assert.match(
      typeOf('{"id":9007199254740993}'),
      /Beyond what JSON\.parse keeps[^\n]*\n {2}id: number;/,
    );
    assert.doesNotMatch(typeOf('{"id":9007199254740991,"x":1.5e300}'), /Beyond/);
  });

  it('has nothing below a hundred levels', () => {
    assert.match(typeOf(`${'['.repeat(150)}${']'.repeat(150)}`), /= unknown(?:\[\]){100};/);
  });

  it('hides what keys say of a person where that is asked for', () => {
    assert.doesNotMatch(typeOf('{"+15005550006":1,"a@example.com":2}', true), /1500|example/);
  });

  it('compiles, whatever the attributes are', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.dictionary(fc.string(), fc.jsonValue()), fc.array(fc.jsonValue())),
        (value) => {
          const json = JSON.stringify(value);
          const { diagnostics = [] } = ts.transpileModule(typeOf(json), {
            reportDiagnostics: true,
          });
          assert.deepEqual(diagnostics, []);
        },
      ),
      { numRuns: 200 },
    );
  });
});

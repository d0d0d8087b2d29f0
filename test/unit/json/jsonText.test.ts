import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeEmbeddedJson, printJson } from '../../../src/core/json/jsonText.ts';
import { scanJson } from '../../../src/core/json/jsonTokens.ts';
import { anyCharacter, jsonText } from '../../support/json/jsonTexts.ts';

const tokensOf = (text: string) => Array.from(scanJson(text), (token) => token.text);

describe('printJson', () => {
  it('formats like JSON.stringify with two spaces', () => {
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

  it('leaves a text unchanged that is nested too deeply to be indented', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000);
    assert.equal(printJson(text), text);
    const wide = `${'['.repeat(199)}${'0,'.repeat(1_400_000)}0${']'.repeat(199)}`;
    assert.equal(printJson(wide), wide);
  });
});

const taskWith = (attributes: string) => `{"sid":"WT","attributes":${attributes},"age":1}`;
const embed = (json: string) => taskWith(JSON.stringify(json));

describe('decodeEmbeddedJson', () => {
  it('replaces a string by the embedded object or array, unchanged', () => {
    const object = '{"customer_id":9007199254740993, "n":1.50e+3,"a":1,"a":2}';
    assert.equal(decodeEmbeddedJson(embed(object)), taskWith(object));
    assert.equal(decodeEmbeddedJson(embed('[1 , 2]')), taskWith('[1 , 2]'));
  });

  it('decodes add-ons as well', () => {
    assert.equal(decodeEmbeddedJson('{"addons":"{\\"a\\":1}"}'), '{"addons":{"a":1}}');
  });

  it("decodes a Workflow's configuration, but nothing inside it", () => {
    const configuration = '{"task_routing":{"filters":[{"attributes":"{}"}]}}';
    const text = (value: string) => `{"sid":"WW","configuration":${value}}`;
    assert.equal(decodeEmbeddedJson(text(JSON.stringify(configuration))), text(configuration));
  });

  it('decodes fields whose keys have escapes', () => {
    assert.equal(decodeEmbeddedJson('{"attr\\u0069butes":"[]"}'), '{"attr\\u0069butes":[]}');
  });

  for (const json of ['', '7', '"x"', 'null', 'true', '{', '{"a":}', '{a:1}', '[1,]', '{} x']) {
    it(`leaves the string ${JSON.stringify(json)} a string`, () => {
      assert.equal(decodeEmbeddedJson(embed(json)), embed(json));
    });
  }

  it('leaves other fields, and values that are not strings', () => {
    for (const text of [
      taskWith('null'),
      taskWith('{"attributes":"{}"}'),
      '{"reason":"{}"}',
      '[{"attributes":"{}"}]',
      '{"attributes":["{}"]}',
      '{"event_data":{"worker_attributes":"{}","attributes":"{}","configuration":"{}"}}',
    ]) {
      assert.equal(decodeEmbeddedJson(text), text);
    }
  });

  it('keeps a lone surrogate, which UTF-8 cannot encode, as an escape', () => {
    const decoded = decodeEmbeddedJson('{"attributes":"{\\"a\\":\\"x\\ud83dy\\"}"}');
    assert.equal(decoded, '{"attributes":{"a":"x\\ud83dy"}}');
  });

  it('keeps the value of any attributes', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: anyCharacter }), fc.jsonValue()),
        (attributes) => {
          const decoded = JSON.parse(decodeEmbeddedJson(embed(JSON.stringify(attributes)))) as {
            attributes: unknown;
          };
          assert.equal(JSON.stringify(decoded.attributes), JSON.stringify(attributes));
        },
      ),
    );
  });
});

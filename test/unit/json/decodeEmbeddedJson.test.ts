import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeEmbeddedJson } from '../../../src/core/json/decodeEmbeddedJson.ts';

const taskWith = (attributes: string) => `{"sid":"WT","attributes":${attributes},"age":1}`;
const embed = (json: string) => taskWith(JSON.stringify(json));

describe('decodeEmbeddedJson', () => {
  it('puts an embedded object or array in place of its string, to the letter', () => {
    const object = '{"customer_id":9007199254740993, "n":1.50e+3,"a":1,"a":2}';
    assert.equal(decodeEmbeddedJson(embed(object)), taskWith(object));
    assert.equal(decodeEmbeddedJson(embed('[1 , 2]')), taskWith('[1 , 2]'));
  });

  it('decodes add-ons as well', () => {
    assert.equal(decodeEmbeddedJson('{"addons":"{\\"a\\":1}"}'), '{"addons":{"a":1}}');
  });

  it("decodes a Workflow's configuration as well, and nothing inside of it", () => {
    const configuration = '{"task_routing":{"filters":[{"attributes":"{}"}]}}';
    const text = (value: string) => `{"sid":"WW","configuration":${value}}`;
    assert.equal(decodeEmbeddedJson(text(JSON.stringify(configuration))), text(configuration));
  });

  it('decodes escaped keys as what they are', () => {
    assert.equal(decodeEmbeddedJson('{"attr\\u0069butes":"[]"}'), '{"attr\\u0069butes":[]}');
  });

  for (const json of ['', '7', '"x"', 'null', 'true', '{', '{"a":}', '{a:1}', '[1,]', '{} x']) {
    it(`leaves the string ${JSON.stringify(json)} a string`, () => {
      assert.equal(decodeEmbeddedJson(embed(json)), embed(json));
    });
  }

  it('leaves what is no string, and other fields', () => {
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

  it('keeps half a surrogate pair, which UTF-8 cannot hold, as its escape', () => {
    const decoded = decodeEmbeddedJson('{"attributes":"{\\"a\\":\\"x\\ud83dy\\"}"}');
    assert.equal(decoded, '{"attributes":{"a":"x\\ud83dy"}}');
  });

  it('keeps the value of any attributes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (attributes) => {
        const decoded = JSON.parse(decodeEmbeddedJson(embed(JSON.stringify(attributes)))) as {
          attributes: unknown;
        };
        assert.equal(JSON.stringify(decoded.attributes), JSON.stringify(attributes));
      }),
    );
  });
});

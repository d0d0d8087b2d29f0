import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskJson } from '../../../src/core/json/maskJson.ts';
import { maskText } from '../../../src/core/json/maskText.ts';

describe('maskJson', () => {
  const cases: [name: string, json: string, masked: string][] = [
    ['attributes that are a string', '{"attributes":"{\\"a\\":1}"}', '{"attributes":"•••"}'],
    [
      'every value inside decoded attributes',
      '{"attributes":{"a":1,"b":["x",{"c":true}],"d":null},"age":7}',
      '{"attributes":{"a":"•••","b":["•••",{"c":"•••"}],"d":null},"age":7}',
    ],
    ['add-ons', '{"addons":{"results":{"x":1}}}', '{"addons":{"results":{"x":"•••"}}}'],
    [
      'attributes in the data of an event',
      '{"event_data":{"task_attributes":"{}","worker_attributes":{"x":1},"task_age":3}}',
      '{"event_data":{"task_attributes":"•••","worker_attributes":{"x":"•••"},"task_age":3}}',
    ],
    [
      'attributes of each row of a list',
      '[{"attributes":"a"},{"n":1}]',
      '[{"attributes":"•••"},{"n":1}]',
    ],
    [
      'no neighbour of an object with attributes',
      '[{"attributes":1},[2]]',
      '[{"attributes":"•••"},[2]]',
    ],
    [
      'a phone number in another field',
      '{"reason":"called +15005550006"}',
      '{"reason":"called •••"}',
    ],
    ['an escaped phone number', '{"reason":"\\u002b15005550006"}', '{"reason":"•••"}'],
    ['a person in a key', '{"attributes":{"zoe@example.com":1}}', '{"attributes":{"•••":"•••"}}'],
    [
      'nothing else',
      '{"sid":"WT0123","age":17,"reason":null}',
      '{"sid":"WT0123","age":17,"reason":null}',
    ],
  ];
  for (const [name, json, masked] of cases) {
    it(`masks ${name}`, () => {
      assert.equal(maskJson(json), masked);
    });
  }

  it('lets no value inside attributes through, whatever it is', () => {
    const leaves = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
    fc.assert(
      fc.property(fc.jsonValue(), (attributes) => {
        const masked = maskJson(JSON.stringify({ attributes, after: 1 }));
        const parsed = JSON.parse(masked) as { attributes: unknown; after: number };
        for (const leaf of leaves(parsed.attributes)) assert.ok(leaf === '•••' || leaf === null);
        assert.equal(parsed.after, 1);
      }),
    );
  });
});

describe('maskText', () => {
  for (const text of [
    '+15005550006',
    '+1 500 555 0006',
    '(500) 555-0006',
    '500-555-0006',
    '555.0006.77',
    '500/555/0006',
    '500\u00a0555\u00a00006',
    '500–555–0006',
    '5005550006 5005550007',
    '2026-11-23 5005550006',
    '5005550006',
    'zoe.mueller+x@example.co.uk',
    'Zoë@müller.example',
  ]) {
    it(`masks ${text}`, () => {
      assert.equal(maskText(`<${text}>`), '<•••>');
    });
  }

  it('masks what follows the scheme of an address', () => {
    assert.equal(maskText('whatsapp:+15005550006'), 'whatsapp:•••');
    assert.equal(maskText("from=='%2B15005550006'"), "from=='%2B•••'");
    assert.equal(maskText('from%3D%27%2B15005550006%27'), 'from%3D%27%2B•••%27');
  });

  it('masks a number with an extension', () => {
    assert.equal(maskText('+15005550006x12 or 5005550006ext12'), '•••x12 or •••ext12');
  });

  for (const text of [
    'WT01234567890123456789012345678901',
    '2026-11-23T15:00:02Z',
    '2026-11-23 15:00',
    'v1',
    '12 34',
    '3600',
    'a@b',
  ]) {
    it(`leaves ${text}`, () => {
      assert.equal(maskText(text), text);
    });
  }

  it('copes with long runs', () => {
    for (const run of ['a', '1', '1 ', '(1', '.', 'a.', '@']) {
      const text = run.repeat(50_000);
      maskText(text);
      maskText(`${text}@`);
    }
  });
});

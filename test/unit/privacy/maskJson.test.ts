import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskJson } from '../../../src/core/privacy/maskJson.ts';

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
      'attributes by the names that other libraries give them',
      '{"TaskAttributes":"Zoe","workerAttributes":{"a":1},"add_ons":"x","attributes_version":"3"}',
      '{"TaskAttributes":"•••","workerAttributes":{"a":"•••"},"add_ons":"•••","attributes_version":"3"}',
    ],
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

  it('masks every value inside attributes', () => {
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

  /** JSON inside `levels` nested strings. */
  const within = (levels: number, value: unknown): string =>
    levels === 0 ? JSON.stringify(value) : JSON.stringify({ data: within(levels - 1, value) });

  for (const levels of [1, 2, 3, 8]) {
    it(`masks attributes in JSON inside strings, ${levels} levels deep`, () => {
      const inner = { task_attributes: '{"name":"Zoe"}', to: 'Zoe <zoe@example.com>', task_age: 3 };
      const masked = { task_attributes: '•••', to: 'Zoe <•••>', task_age: 3 };
      assert.equal(maskJson(within(levels, inner)), within(levels, masked));
    });
  }

  const inStrings: [what: string, plain: string, masked: string][] = [
    ['an array', '[{"attributes":{"a":1}}]', '[{"attributes":{"a":"•••"}}]'],
    ['with white space', ' {"attributes" : 1 , "b" : 2 }', ' {"attributes" : "•••" , "b" : 2 }'],
    ['a string of JSON', '"{\\"attributes\\":\\"Zoe\\"}"', '"{\\"attributes\\":\\"•••\\"}"'],
    ['cut off', '{"task_attributes":"{\\"name\\":\\"Zoe', '{"task_attributes":•••'],
    ['in a sentence', 'No: {"attributes":{"name":"Zoe"}}.', 'No: {"attributes":•••'],
    ['in quotes of its own', "{'attributes': {'name': 'Zoe'}}", "{'attributes': •••"],
    ['in a form', 'Attributes=%7B%22name%22%3A%22Zoe%22%7D&TaskAge=3', 'Attributes=•••&TaskAge=3'],
    ['encoded', '%7B%22attributes%22%3A%22Zoe%22%7D', '%7B%22attributes%22%3A•••'],
    ['without attributes', '{"a":[1,"x"]}', '{"a":[1,"x"]}'],
    ['about attributes', 'The attributes are Zoe’s.', 'The attributes are Zoe’s.'],
    ['a quotation', '"Zoe" is a name', '"Zoe" is a name'],
    ['that only begins as JSON', '[info] no attributes', '[info] no attributes'],
    ['with a number', '{"n":1.0e2,"n":9007199254740993}', '{"n":1.0e2,"n":9007199254740993}'],
  ];
  for (const [what, plain, masked] of inStrings) {
    it(`masks a string with text ${what} as text`, () => {
      assert.equal(maskJson(JSON.stringify({ data: plain })), JSON.stringify({ data: masked }));
    });
  }
});

describe('maskJson with the scope "personal"', () => {
  const SID = 'CA0123456789abcdef0123456789abcdef';
  const cases: [what: string, attributes: string, masked: string][] = [
    [
      'keeps the values of keys that are not personal by kind',
      '{"type":"chat","channelType":"web","language":"es-MX","direction":"inbound","name":"Zoe"}',
      '{"type":"chat","channelType":"web","language":"es-MX","direction":"inbound","name":"•••"}',
    ],
    ['keeps a number under such a key', '{"type":3,"age":41}', '{"type":3,"age":"•••"}'],
    [
      'keeps SIDs, also in a list',
      `{"call_sid":"${SID}","all":["${SID}","Zoe"]}`,
      `{"call_sid":"${SID}","all":["${SID}","•••"]}`,
    ],
    [
      'masks a phone number under such a key',
      '{"type":"15005550006","channel":15005550006}',
      '{"type":"•••","channel":"•••"}',
    ],
    ['masks a text under such a key', '{"type":"Zoe asked, and we said no."}', '{"type":"•••"}'],
    [
      'masks what is inside of such a key',
      '{"type":{"name":"Zoe"},"channel":["Zoe"],"language":[{"type":"x"},"Zoe"]}',
      '{"type":{"name":"•••"},"channel":["•••"],"language":[{"type":"x"},"•••"]}',
    ],
    ['masks a SID with something beside it', `{"a":"${SID} Zoe"}`, '{"a":"•••"}'],
  ];
  for (const [what, attributes, masked] of cases) {
    it(what, () => {
      assert.equal(
        maskJson(`{"attributes":${attributes}}`, 'personal'),
        `{"attributes":${masked}}`,
      );
    });
  }

  it('masks attributes that are a string as a whole', () => {
    const text = JSON.stringify({ attributes: '{"type":"chat"}' });
    assert.equal(maskJson(text, 'personal'), '{"attributes":"•••"}');
  });

  it('keeps them in attributes in JSON inside a string', () => {
    const data = (name: string) => ({
      data: JSON.stringify({ task_attributes: { type: 'chat', name } }),
    });
    assert.equal(maskJson(JSON.stringify(data('Zoe')), 'personal'), JSON.stringify(data('•••')));
  });
});

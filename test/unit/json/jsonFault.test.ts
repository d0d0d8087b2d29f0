import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findJsonFault } from '../../../src/core/json/jsonFault.ts';
import { parseJson } from '../../../src/core/json/jsonObject.ts';
import { anyCharacter } from '../../support/json/jsonTexts.ts';

describe('findJsonFault', () => {
  const cases: [text: string, kind: string | undefined, offset?: number][] = [
    ['{"a":[1,{"b":null}],"c":"x"}', undefined],
    [' [ ] ', undefined],
    ['-0.5e+10', undefined],
    ['', 'ends', 0],
    ['{"a":1', 'ends', 6],
    ['{"a"', 'ends', 4],
    ['{"a":1,}', 'unexpected', 7],
    ['[1,]', 'unexpected', 3],
    ['[1 2]', 'unexpected', 3],
    ['{a:1}', 'unexpected', 1],
    ["{'a':1}", 'unexpected', 1],
    ['{"a" 1}', 'unexpected', 5],
    ['[1}', 'unexpected', 2],
    ['[01]', 'unexpected', 1],
    ['{"a":NaN}', 'unexpected', 5],
    ['{"a":1} x', 'more', 8],
    ['{"a":"x', 'string', 5],
    ['{"a":"x\ny"}', 'control', 7],
    ['{"a":"\\x"}', 'escape', 6],
    ['hello', 'unexpected', 0],
  ];
  for (const [text, kind, offset] of cases) {
    it(`finds ${kind ?? 'nothing'} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(findJsonFault(text), kind && { kind, offset });
    });
  }

  it('finds a fault exactly where JSON.parse does', () => {
    const piece = fc.constantFrom(...'{}[],:"\\ 019.-+eEtrue\nfalsnu/b'.split(''), '"a"', 'null');
    const near = fc.array(piece).map((pieces) => pieces.join(''));
    const cut = fc.tuple(fc.json(), fc.nat(), piece).map(([json, at, sign]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + sign + json.slice(place + 1);
    });
    fc.assert(
      fc.property(fc.oneof(fc.json(), near, cut, fc.string({ unit: anyCharacter })), (text) => {
        assert.equal(findJsonFault(text) === undefined, parseJson(text).valid);
      }),
      { numRuns: 2000 },
    );
  });

  it('reads a text that is nested deeper than the call stack', () => {
    assert.equal(findJsonFault('['.repeat(200_000))?.offset, 200_000);
  });
});

describe('the fault of a text that is not JSON', () => {
  const scrap = fc.constantFrom(
    ...Array.from('{}[],:"\\0123456789.-+eEtrufalsn /*\n\t\u00a0\u0000\ud83d'),
    'true',
    'null',
    '"a":',
    '{"a":1}',
    '[1,2]',
    '\\u00e9',
  );

  it('exists if and only if the text is not JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: scrap, maxLength: 12 }), (text) => {
        assert.equal(findJsonFault(text) === undefined, parseJson(text).valid);
      }),
      { numRuns: 20_000 },
    );
  });

  it('is in or after what was inserted into JSON', () => {
    const valid = fc.jsonValue().map((value) => JSON.stringify(value, undefined, 1));
    const inserted = fc.constantFrom(',', ':', '}', ']', '*', 'x');
    fc.assert(
      fc.property(valid, fc.nat(), inserted, (text, place, sign) => {
        const at = place % (text.length + 1);
        const fault = findJsonFault(text.slice(0, at) + sign + text.slice(at));
        // The reader treats a number, a word and an escape as one unit.
        const start = text.slice(0, at).search(/[\w.+\\-]*$/);
        if (fault !== undefined)
          assert.ok(fault.offset >= start, `${fault.offset} before ${start}`);
      }),
    );
  });
});

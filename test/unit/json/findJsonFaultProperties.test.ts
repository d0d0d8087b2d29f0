import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findJsonFault } from '../../../src/core/json/findJsonFault.ts';
import { parseJson } from '../../../src/core/json/parseJson.ts';

describe('the fault of a text that is no JSON', () => {
  const scrap = fc.constantFrom(
    ...Array.from('{}[],:"\\0123456789.-+eEtrufalsn /*\n\t\u00a0\u0000\ud83d'),
    'true',
    'null',
    '"a":',
    '{"a":1}',
    '[1,2]',
    '\\u00e9',
  );

  it('is there if and only if the text is no JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: scrap, maxLength: 12 }), (text) => {
        assert.equal(findJsonFault(text) === undefined, parseJson(text).valid);
      }),
      { numRuns: 20_000 },
    );
  });

  it('stands in or behind what was put into JSON', () => {
    const valid = fc.jsonValue().map((value) => JSON.stringify(value, undefined, 1));
    const inserted = fc.constantFrom(',', ':', '}', ']', '*', 'x');
    fc.assert(
      fc.property(valid, fc.nat(), inserted, (text, place, sign) => {
        const at = place % (text.length + 1);
        const fault = findJsonFault(text.slice(0, at) + sign + text.slice(at));
        // A number, a word and an escape are read as a whole.
        const start = text.slice(0, at).search(/[\w.+\\-]*$/);
        if (fault !== undefined)
          assert.ok(fault.offset >= start, `${fault.offset} before ${start}`);
      }),
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compareNumbers,
  isNumber,
} from '../../../../src/core/routing/expression/evaluation/decimal.ts';

describe('Numbers as text', () => {
  for (const [one, sign, other] of [
    ['1', '=', '1.000'],
    ['0', '=', '-0.0e5'],
    ['007', '=', '7'],
    ['1e3', '=', '1000'],
    ['12E-1', '=', '1.2'],
    ['9', '<', '10'],
    ['-10', '<', '-9'],
    ['-1', '<', '0'],
    ['0.09', '<', '0.1'],
    ['1.10', '<', '1.9'],
    ['1e999999999999', '<', '1e1000000000000'],
    ['9007199254740992', '<', '9007199254740993'],
  ] as const) {
    it(`${one} ${sign} ${other}`, () => {
      const order = sign === '=' ? 0 : -1;
      assert.equal(Math.sign(compareNumbers(one, other)), order);
      assert.equal(Math.sign(compareNumbers(other, one)) + order, 0);
    });
  }

  it('compare as numbers do where those are exact', () => {
    const number = fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 64);
    fc.assert(
      fc.property(number, number, (one, other) => {
        const order = compareNumbers(one.toString(), other.toFixed(8));
        assert.equal(Math.sign(order), Math.sign(one - other));
      }),
    );
  });

  it('are what JSON and expressions write', () => {
    const texts = ['1', '0800', '-1.5', '1e5', '', '.5', '5.', '1a', '+1', ' 1', '0x1', 'NaN'];
    assert.deepEqual(texts.filter(isNumber), ['1', '0800', '-1.5', '1e5']);
  });
});

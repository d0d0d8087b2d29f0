import assert from 'node:assert/strict';
import { nearestPrefixes } from '../../../src/core/sids/nearestPrefixes.ts';
import { sidPrefixes } from '../../../src/core/sids/sidPrefixes.ts';

describe('nearestPrefixes', () => {
  const cases: [typed: string, nearest: string[], why: string][] = [
    ['TW', ['WT', 'FW', 'YW'], 'swapped letters before any other letter'],
    ['KS', ['SK', 'IS', 'JS'], 'what users of the extension meet before the rest'],
    ['WY', ['WT', 'EY', 'WH'], 'keys side by side'],
    ['WE', ['WS', 'WW', 'WR'], 'a key of the row below, then those side by side'],
    ['ST', ['WT', 'ET', 'SR'], 'a key of the row above'],
    ['QT', ['WT', 'ET', 'FT'], 'a neighbour before the others with one letter changed'],
    ['WZ', ['WS', 'WA', 'WX'], 'TaskRouter first where all are as near'],
    ['W1', ['WS', 'WT', 'WQ'], 'a digit for a letter'],
    ['wy', ['WT', 'EY', 'WH'], 'small letters as capitals'],
    ['1é', [], 'none has one of these letters in its place'],
    ['W', [], 'not two letters'],
    ['WTT', [], 'not two letters'],
    ['', [], 'not two letters'],
  ];
  for (const [typed, nearest, why] of cases) {
    it(`takes '${typed}' for ${nearest.join(', ') || 'none'}: ${why}`, () => {
      assert.deepEqual(nearestPrefixes(typed), nearest);
    });
  }

  it('names three at most, all of them known', () => {
    for (const first of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      for (const second of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
        const nearest = nearestPrefixes(first + second);
        assert.ok(nearest.length <= 3);
        assert.equal(new Set(nearest).size, nearest.length);
        assert.ok(nearest.every((prefix) => sidPrefixes.has(prefix)));
      }
    }
  });
});

import assert from 'node:assert/strict';
import { relocateLine } from '../../../src/core/documents/relocateLine.ts';

const lines = (text: string) => text.split('|');

describe('relocateLine', () => {
  const cases: [what: string, line: number, before: string, after: string, expected: number][] = [
    ['stays where the line still stands', 1, 'a|b|c', 'x|b|y', 1],
    ['follows a line that moved down', 1, 'a|b|c', 'a|x|y|b|c', 3],
    ['follows a line that moved up', 3, 'a|x|y|b', 'a|b', 1],
    ['follows a line to the very top', 3, 'a|x|y|b', 'b|x', 0],
    ['takes the nearest of equal lines', 4, 'a|b|x|y|b', 'b|x|x|b|x|x|x|b', 3],
    [
      'follows a property whose value changed',
      2,
      '{|  "a": 1,|  "name": 2',
      '{|  "z": 1,|  "a": 1,|  "name": 3',
      3,
    ],
    [
      'does not take a deeper property of that name',
      1,
      '{|  "a": 1|}',
      '{|    "a": 2|  "x": 1|}',
      1,
    ],
    ['stays at its place where nothing is alike', 1, '{|  "a": 1|}', '{|  "x": 1|}', 1],
    ['stays though another line holds no property either', 1, '{|z', '{|  "a": 1|y', 1],
    ['takes nothing within a line for its property', 0, 'x "a":1|b', 'c|y "a":2', 0],
    ['goes no further than the text', 5, 'a|a|a|a|a|b', 'x|y', 1],
    ['stays at the top of a text that was empty', 0, '', '{|  "a": 1|}|', 0],
    ['copes with an empty text', 3, 'a|b|c|d', '', 0],
  ];
  for (const [what, line, before, after, expected] of cases) {
    it(what, () => {
      assert.equal(relocateLine(line, lines(before), lines(after)), expected);
    });
  }
});

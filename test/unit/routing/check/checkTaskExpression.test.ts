import assert from 'node:assert/strict';
import { checkTaskExpression } from '../../../../src/core/routing/check/checkTaskExpression.ts';

describe('checkTaskExpression', () => {
  const cases: readonly (readonly [expression: string, verdict: string])[] = [
    ["language == 'es'", 'asked'],
    ["customer.tier IN ['gold', 'silver'] AND age > 3", 'asked'],
    ["language == 'es", 'refused'],
    ["language == 'es', 'en'", 'refused'],
    ['skill-level > 3', 'refused'],
    ["language == ['es']", 'warning'],
    ["language IN 'es'", 'warning'],
    ["a == 'b' AND c == 'd' OR e == 'f'", 'hint'],
    // What is wrong weighs more than what is doubtful.
    ["a == 'b' AND c == ['d'] OR e == 'f'", 'warning'],
  ];
  for (const [expression, verdict] of cases) {
    it(`has for ${expression} the verdict: ${verdict}`, () => {
      const result = checkTaskExpression(expression);
      const found = result.valid ? (result.remark?.severity ?? 'asked') : 'refused';
      assert.equal(found, verdict);
    });
  }
});

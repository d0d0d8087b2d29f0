import assert from 'node:assert/strict';
import { ExpressionParser } from '../../../../src/core/routing/expression/syntax/expressionParser.ts';
import { findInExpression } from '../../../../src/core/routing/expression/analysis/expressionFindings.ts';
import { findSame } from '../../../../src/core/routing/expression/analysis/findSame.ts';
import { evaluateText } from '../../../../src/core/routing/expression/evaluation/evaluateText.ts';
import { nodesOf } from '../../../../src/core/routing/expression/syntax/expression.ts';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import { printExpression } from '../../../../src/core/routing/expression/syntax/printExpression.ts';
import { tokenize } from '../../../../src/core/routing/expression/syntax/token.ts';

/** How often the parser may look at a token, for each that there is. */
const MOST_LOOKS = 25;
/** With a square of the length, there would be a thousand looks a token. */
const COUNTED_LENGTH = 5_000;
/** Far more than an expression has. What a stack can hold is the last test's concern. */
const LENGTH = 10_000;

const units: Readonly<Record<string, string>> = {
  'conditions joined by AND': "key == 'value' AND ",
  'conditions joined by both': 'a == 1 AND b == 2 OR ',
  'open parentheses': '(',
  'closed parentheses': ')',
  'nested conditions': '(a == 1 AND ',
  'parentheses around operands': 'a == ((1)) AND ',
  'open parentheses behind operators': 'a == ((',
  'words without operators': 'a b ',
  operators: '== ',
  'split operators': '! = ',
  NOTs: 'NOT ',
  'constants without brackets': "a == 'x', 'y', ",
  lists: '[',
  commas: ',',
  quotes: "' ",
  'doubled quotes': "''a",
  'quotes that are not closed': "a == 'b AND ",
  'escaped quotes': "'\\'",
  'quotes of a printer': '“a',
  blanks: ' ',
  'a quote before blanks': `'${' '.repeat(997)}`,
  'placeholders that do not end': '${',
  'braces that are closed': '${a} ',
  'placeholders that look like tags': '<%a',
  'tags that do not end': '<a',
  'one long key': 'a.',
  'hyphens in one key': 'a-',
  'indices of one key': 'a[0]',
  'one long number': '1',
  asterisks: '* ',
};

function textOf(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
}

/** How often the parser looks at a token. */
function looksAt(text: string): { looks: number; tokens: number } {
  let looks = 0;
  const tokens = tokenize(text);
  const counted = new Proxy(tokens, {
    get(target, name, receiver) {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1;
      return Reflect.get(target, name, receiver) as unknown;
    },
  });
  new ExpressionParser(counted).parse();
  return { looks, tokens: tokens.length };
}

describe('The work of an expression', () => {
  for (const [name, unit] of Object.entries(units)) {
    it(`grows with its length: ${name}`, () => {
      const { looks, tokens } = looksAt(textOf(unit, COUNTED_LENGTH));
      assert.ok(looks <= MOST_LOOKS * (tokens + 1), `${looks} looks at ${tokens} tokens`);
    });

    it(`ends for ${LENGTH} characters: ${name}`, () => {
      const parsed = parseExpression(textOf(unit, LENGTH));
      assert.ok(parsed.faults.length <= 100);
      findInExpression(parsed, 'target');
      findSame([parsed, parsed]);
      evaluateText(parsed.text, 'task', '{"a":[1],"key":"value"}');
      if (parsed.root) printExpression(parsed.root);
    });
  }

  it('is done without a stack for 20,000 parentheses', () => {
    const around = `${'('.repeat(20_000)}a == 1${')'.repeat(20_000)}`;
    const within = `${'(a == 1 AND '.repeat(20_000)}a == 1${')'.repeat(20_000)}`;
    for (const text of [around, within]) {
      const parsed = parseExpression(text);
      assert.deepEqual(parsed.faults, []);
      assert.equal(evaluateText(text, 'task', '{"a":1}').outcome, 'true');
      assert.equal(evaluateText(text, 'task', '{"a":2}').outcome, 'false');
      assert.ok(parsed.root);
      assert.equal(parseExpression(printExpression(parsed.root)).faults.length, 0);
      assert.equal(findSame([parsed, parsed]).get(1), 0);
    }
    const { root } = parseExpression(within);
    assert.equal(root && nodesOf(root).length, 40_001);
  });
});

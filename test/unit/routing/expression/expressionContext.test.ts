import assert from 'node:assert/strict';
import { contextAt } from '../../../../src/core/routing/expression/syntax/expressionContext.ts';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';

/** `|` is where the cursor is. */
function contextOf(marked: string) {
  const offset = marked.indexOf('|');
  const context = contextAt(parseExpression(marked.replace('|', '')), offset);
  const { expects, typed, inString, replaced, comparedWith } = context;
  const text = marked.replace('|', '').slice(replaced.offset, replaced.offset + replaced.length);
  const compared = comparedWith && `${comparedWith.path?.text ?? ''} ${comparedWith.operator}`;
  return [
    expects,
    typed,
    text,
    ...(inString ? ['in string'] : []),
    ...(compared ? [compared] : []),
  ];
}

describe('What can stand at a place in an expression', () => {
  for (const [marked, ...expected] of [
    ['|', 'operand', '', ''],
    ['ta|', 'operand', 'ta', 'ta'],
    ['task.te|am == 1', 'operand', 'task.te', 'task.team'],
    ['team |', 'operator', '', ''],
    ['team H|', 'operator', 'H', 'H'],
    ['team NOT |', 'operator', '', ''],
    ['team == |', 'operand', '', '', 'team =='],
    ["team == 'bl|ue'", 'operand', 'bl', "'blue'", 'in string', 'team =='],
    ["team == 'bl|", 'operand', 'bl', "'bl", 'in string', 'team =='],
    ["team == 'blue'|", 'join', '', ''],
    ["team == 'blue' A|", 'join', 'A', 'A'],
    ['team IN [|', 'operand', '', '', 'team IN'],
    ["team IN ['a'| ", 'listEnd', '', ''],
    ["team IN ['a', |", 'operand', '', '', 'team IN'],
    ["team IN ['a'] |", 'join', '', ''],
    ['team == 1 AND |', 'operand', '', ''],
    ['(team == 1 OR (ci|', 'operand', 'ci', 'ci'],
    ['(team == 1) |', 'join', '', ''],
    ['NOT |', 'operand', '', ''],
    ["'x' IN |", 'operand', '', '', ' IN'],
  ] as const) {
    it(marked, () => {
      assert.deepEqual(contextOf(marked), expected);
    });
  }
});

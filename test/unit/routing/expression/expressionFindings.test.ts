import assert from 'node:assert/strict';
import { constantOutcome } from '../../../../src/core/routing/expression/analysis/constantOutcome.ts';
import { describeFinding } from '../../../../src/core/routing/expression/analysis/expressionFinding.ts';
import { findInExpression } from '../../../../src/core/routing/expression/analysis/expressionFindings.ts';
import { findSame } from '../../../../src/core/routing/expression/analysis/findSame.ts';
import type { ExpressionScope } from '../../../../src/core/routing/expression/names/expressionScope.ts';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import { plain } from '../../../support/english.ts';

function findingsOf(text: string, scope: ExpressionScope) {
  return findInExpression(parseExpression(text), scope).map((finding) => {
    const { code, severity, offset, length, fixes } = finding;
    assert.match(plain(describeFinding(finding)), /^\S.*[.?`]$/);
    const fixed = fixes.map(
      (fix) => text.slice(0, fix.offset) + fix.text + text.slice(fix.offset + fix.length),
    );
    return [code, severity, text.slice(offset, offset + length), ...fixed];
  });
}

describe('What is wrong with an expression beside its syntax', () => {
  const cases: readonly [ExpressionScope, string, ...(readonly string[])[]][] = [
    ['task', "a != 'x' OR a != 'y'", ['alwaysTrue', 'certain', "a != 'x' OR a != 'y'"]],
    ['task', "b == 1 OR a == 'x' OR a != 'x'", ['alwaysTrue', 'certain', "a == 'x' OR a != 'x'"]],
    ['task', 'a == 1 AND a == 2', ['neverTrue', 'certain', 'a == 1 AND a == 2']],
    [
      'task',
      "a IN ['x', 'y'] AND a == 'z'",
      ['neverTrue', 'certain', "a IN ['x', 'y'] AND a == 'z'"],
    ],
    ['task', 'a > 5 AND 3 > a', ['neverTrue', 'certain', 'a > 5 AND 3 > a']],
    [
      'task',
      'a >= 5 AND b == 1 AND a < 5',
      ['neverTrue', 'certain', 'a >= 5 AND b == 1 AND a < 5'],
    ],
    ['task', 'a == 4 AND a > 5', ['neverTrue', 'certain', 'a == 4 AND a > 5']],
    [
      'task',
      "a == 'x' AND a NOT IN ['x']",
      ['neverTrue', 'certain', "a == 'x' AND a NOT IN ['x']"],
    ],
    ['task', 'a == null AND a == 1', ['neverTrue', 'certain', 'a == null AND a == 1']],
    [
      'task',
      'a == 1 OR b == 2 AND c == 3',
      ['mixedAndOr', 'doubtful', 'a == 1 OR b == 2 AND c == 3', 'a == 1 OR (b == 2 AND c == 3)'],
    ],
    ['task', "a == ['x']", ['scalarOperatorOnList', 'certain', "== ['x']", "a IN ['x']"]],
    ['task', "a==['x']", ['scalarOperatorOnList', 'certain', "==['x']", "a IN ['x']"]],
    ['task', "a != ['x']", ['scalarOperatorOnList', 'certain', "!= ['x']", "a NOT IN ['x']"]],
    ['task', "a CONTAINS ['x']", ['scalarOperatorOnList', 'certain', "CONTAINS ['x']"]],
    ['task', "a IN 'x'", ['listOperatorOnScalar', 'certain', "IN 'x'", "a IN ['x']"]],
    ['task', "a HAS ['x']", ['listOnWrongSide', 'doubtful', 'HAS']],
    ['worker', "'skills' HAS 'x'", ['quotedKey', 'doubtful', "'skills'", "skills HAS 'x'"]],
    [
      'task',
      'taskrouter.currentTiem > 900',
      ['unknownName', 'certain', 'taskrouter.currentTiem', 'taskrouter.currentTime > 900'],
    ],
    [
      'task',
      'taskRouter.currentTime > 900',
      ['unknownName', 'doubtful', 'taskRouter.currentTime', 'taskrouter.currentTime > 900'],
    ],
    ['task', 'taskrouter.zone == 1', ['unknownName', 'certain', 'taskrouter.zone']],
    ['task', 'task.kind == 1', ['foreignName', 'doubtful', 'task.kind', 'kind == 1']],
    ['task', "worker.skills HAS 'x'", ['foreignName', 'doubtful', 'worker.skills']],
    [
      'worker',
      "worker.skills HAS 'x'",
      ['foreignName', 'doubtful', 'worker.skills', "skills HAS 'x'"],
    ],
    ['worker', 'taskrouter.currentHour > 8', ['foreignName', 'doubtful', 'taskrouter.currentHour']],
    [
      'skipIf',
      'workers.availible == 0',
      ['unknownName', 'certain', 'workers.availible', 'workers.available == 0'],
    ],
    [
      'skipIf',
      'available == 0',
      ['missingPrefix', 'certain', 'available', 'workers.available == 0'],
    ],
    ['skipIf', 'kind == 0', ['missingPrefix', 'doubtful', 'kind']],
    [
      'target',
      'kind == 0',
      ['missingPrefix', 'certain', 'kind', 'task.kind == 0', 'worker.kind == 0'],
    ],
    [
      'target',
      "activity_name == 'x'",
      ['missingPrefix', 'certain', 'activity_name', "worker.activity_name == 'x'"],
    ],
    ['target', 'wroker.rank == 0', ['unknownName', 'certain', 'wroker.rank', 'worker.rank == 0']],
    [
      'target',
      'worker.channel.sms.asigned_tasks == 0',
      [
        ...['unknownName', 'certain', 'worker.channel.sms.asigned_tasks'],
        'worker.channel.sms.assigned_tasks == 0',
      ],
    ],
    ['target', 'workers.available == 0', ['foreignName', 'doubtful', 'workers.available']],
  ];
  for (const [scope, text, ...expected] of cases) {
    it(`${text} (${scope}): ${expected.map(([code]) => code).join(', ')}`, () => {
      assert.deepEqual(findingsOf(text, scope), expected);
    });
  }

  for (const [scope, text] of [
    ['task', '1==1'],
    ['task', "a != 'x' AND a != 'y'"],
    ['task', "a != 'x' OR b != 'y'"],
    ['task', "a != 'x' OR a != 'X'"],
    ['task', "a != '1' OR a != 1"],
    ['task', "a == 'x' OR a == 'y'"],
    ['task', 'a > 3 AND a < 5'],
    ['task', 'a >= 3 AND a <= 3'],
    ['task', 'a == 1 AND a == 1.0'],
    ['task', "a IN ['x', 'y'] AND a IN ['y']"],
    ['task', "a == '${x}' AND a == '${y}'"],
    ['task', '(a == 1 OR b == 2) AND c == 3'],
    ['task', 'a == 1 ${or} b == 2 AND c == 3'],
    ['task', 'taskrouter.dayOfWeek == "Mon"'],
    ['worker', "sid == 'WK1' AND friendly_name == 'x'"],
    ['worker', "channel.sms == 'x'"],
    ['target', 'worker.sid != task.ignored AND worker.channel.sms.configured_capacity > 0'],
    ['target', 'worker.${key} == 1'],
    ['skipIf', 'workers.WAxx < 2 OR workers.unavailable == 0'],
  ] as const) {
    it(`is nothing for ${text} (${scope})`, () => {
      assert.deepEqual(findingsOf(text, scope), []);
    });
  }
});

describe('An expression of constants', () => {
  for (const [text, outcome] of [
    ['1==1', 'true'],
    ['1 = 0', 'false'],
    ['(2 > 1) AND (1 != 1)', 'false'],
    ['a == 1 OR 1 == 1', 'true'],
    ['a == 1 AND 1 == 1', undefined],
    ['a == 1 AND 1 == 2', 'false'],
    ['1 == 1 AND 1 == 1 OR 1 == 1', 'true'],
    ['a == 1', undefined],
    ['1 == 1.0', undefined],
    ["'a' == 'b'", undefined],
    ['1 == ${x}', undefined],
    ['${x}', undefined],
  ] as const) {
    it(`${text} is ${outcome ?? 'not one'}`, () => {
      const { root } = parseExpression(text);
      assert.ok(root);
      assert.equal(constantOutcome(root), outcome);
    });
  }
});

describe('Expressions that mean the same', () => {
  const isSame = (one: string, other: string) =>
    findSame([one, other].map(parseExpression)).get(1) === 0;
  for (const [one, other] of [
    ["a == 'x'", '(a = "x")'],
    ["a == 'x'", "'x' == a"],
    ['a > 1', '1 < a'],
    ['a == 1 AND b == 2', 'b == 2 and a == 1'],
    ["a IN ['x', 'y']", "a in ['y','x']"],
    ['(a == 1 OR b == 2) AND c == 3', 'c == 3 AND (b == 2 OR a == 1)'],
    ['a == ${x}', '${x} == a'],
  ] as const) {
    it(`${one} and ${other}`, () => {
      assert.ok(isSame(one, other));
    });
  }

  for (const [one, other] of [
    ["a == 'x'", "a == 'X'"],
    ["a == 'x'", "a != 'x'"],
    ['a == 1', "a == '1'"],
    ['a > 1', 'a < 1'],
    ['a == 1 AND b == 2', 'a == 1 OR b == 2'],
    ['a == 1 AND b == 2 OR c == 3', 'c == 3 AND b == 2 OR a == 1'],
    ['', ' '],
  ] as const) {
    it(`are not ${one} and ${other}`, () => {
      assert.ok(!isSame(one, other));
    });
  }
});

import assert from 'node:assert/strict';
import { evaluateExpression } from '../../../../src/core/routing/expression/evaluation/evaluateExpression.ts';
import { MAX_REASONS } from '../../../../src/core/routing/expression/evaluation/evaluation.ts';
import {
  describeReason,
  evidenceOf,
} from '../../../../src/core/routing/expression/evaluation/reason.ts';
import { readRoutingValues } from '../../../../src/core/routing/expression/evaluation/routingValues.ts';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import { plain } from '../../../support/english.ts';

function evaluate(expression: string, values: object) {
  const read = readRoutingValues('task', JSON.stringify(values));
  assert.ok(read);
  return evaluateExpression(parseExpression(expression), read);
}

describe('The trace of an evaluation', () => {
  it('has every condition with what it met, in the order of the text', () => {
    const { clauses } = evaluate("(a == 1 OR b == 'x') AND c HAS 2 AND ${more}", { a: 1, c: [2] });
    const lines = clauses.map(
      ({ clause, outcome, reasons: [first] }) =>
        `${clause.offset} ${outcome} ${first ? plain(describeReason(first, (value) => value)) : ''}`,
    );
    assert.deepEqual(lines, [
      '1 true `a` is 1',
      '11 false `b` is NULL, not "x"',
      '25 true `c` ([2]) has 2',
      '37 uncertain ${more} is a placeholder. Its value is not known.',
    ]);
  });

  it('says what each reason rests on', () => {
    const evidence = (expression: string) =>
      evaluate(expression, { list: [1], text: 'x' }).reasons.map(evidenceOf);
    assert.deepEqual(evidence('gone == 1'), [undefined, 'documented']);
    assert.deepEqual(evidence('gone != 1'), [undefined, 'production']);
    assert.deepEqual(evidence('gone IN [1]'), [undefined, 'recorded']);
    assert.deepEqual(evidence('list != null'), [undefined, 'conflict']);
    assert.deepEqual(evidence('text > "a"'), [undefined, 'undocumented']);
    assert.deepEqual(evidence('a-b > 1'), ['recorded']);
    assert.deepEqual(evidence('a == 1 b == 2'), [undefined]);
  });

  it('shows values as it is asked to', () => {
    const { reasons } = evaluate("a == 'x'", { a: 'secret' });
    const [first] = reasons;
    assert.ok(first);
    assert.equal(plain(describeReason(first, () => '•••')), '`a` is •••, not •••');
  });

  it('ends after some reasons', () => {
    const { reasons, clauses } = evaluate(
      Array.from({ length: 100 }, (_, index) => `k${index} == 1`).join(' OR '),
      {},
    );
    assert.equal(reasons.length, MAX_REASONS);
    assert.equal(clauses.length, 100);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extensionApi } from '../../../src/core/routing/extensionApi.ts';
import type { ExpressionScope } from '../../../src/core/routing/expression/names/expressionScope.ts';

const { apiVersion, routing } = extensionApi();

describe('The API', () => {
  it('has a version', () => {
    assert.equal(apiVersion, 1);
  });

  it('evaluates an expression to the last digit, with reasons', async () => {
    const answer = await routing.evaluate({
      ...{ expression: 'id == 9007199254740993', scope: 'task' },
      values: '{"id":9007199254740992}',
    });
    assert.equal(answer.outcome, 'false');
    assert.deepEqual(answer.reasons, ['`id` is 9007199254740992, not 9007199254740993']);
  });

  it('says where an expression has no reading', async () => {
    const answer = await routing.evaluate({ expression: "a ! = 'x'", scope: 'task', values: '{}' });
    assert.equal(answer.outcome, 'invalid');
    assert.equal(answer.offset, 2);
    assert.equal(answer.reasons.length, 1);
  });

  it('says what is more probable where no source decides', async () => {
    const answer = await routing.evaluate({ expression: 'a > 1', scope: 'task', values: '{}' });
    assert.equal(answer.outcome, 'uncertain');
    assert.equal(answer.likely, 'false');
  });

  it('takes values that are no JSON for invalid, without an offset', async () => {
    for (const values of ['', '{', 'x', "{'a':1}"]) {
      const answer = await routing.evaluate({ expression: '1==1', scope: 'worker', values });
      assert.equal(answer.outcome, 'invalid');
      assert.ok(!('offset' in answer));
    }
  });

  it('rejects an unknown scope with a TypeError', async () => {
    for (const scope of ['workers', '', 'toString', undefined]) {
      const request = { expression: '1==1', scope: scope as ExpressionScope, values: '{}' };
      await assert.rejects(routing.evaluate(request), TypeError);
    }
  });

  it('checks a configuration', async () => {
    const configuration = '{"task_routing":{"filters":[{"expression":"a ! = 1","targets":[{}]}]}}';
    const problems = await routing.check(configuration);
    assert.deepEqual(
      problems.map(({ code, severity, offset, length }) => [
        code,
        severity,
        configuration.slice(offset, offset + length),
      ]),
      [
        ['split-operator', 'error', '! ='],
        ['missing-queue', 'warning', '{'],
      ],
    );
    for (const { message } of problems) assert.match(message, /^[A-Z!][^{}]*$/);
  });

  it('takes whatever is in the texts of a simulation', async () => {
    const texts = fc.oneof(
      fc.json(),
      fc.string(),
      fc.constantFrom(
        ...['{"task_routing":{"filters":[{"expression":"1==1","targets":[{"queue":"A"}]}]}}'],
        ...[
          '{"attributes":"{\\"a\\":1}","timeout":"5"}',
          '[{"sid":"A","workers":[1]}]',
          '[[],1,{}]',
        ],
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.record({ configuration: texts, task: texts, queues: texts, workers: texts }),
        async (request) => {
          const { steps } = await routing.simulate(request);
          assert.ok(steps.length > 0);
          const last = steps.at(-1)?.outcome ?? '';
          assert.ok(['waits', 'canceled', 'uncertain'].includes(last));
        },
      ),
    );
  });

  it('says which of the values of a simulation are no JSON', async () => {
    const configuration = '{"task_routing":{}}';
    for (const [request, reason] of [
      [{ configuration, task: 'x' }, 'The Task is not a JSON object.'],
      [{ configuration, task: '{}', queues: '{}' }, 'The TaskQueues are not a JSON array.'],
      [{ configuration, task: '{}', workers: '' }, 'The Workers are not a JSON array.'],
      [{ configuration: '[', task: '{}' }, 'The configuration cannot be read.'],
    ] as const) {
      const { steps } = await routing.simulate(request);
      assert.deepEqual(
        steps.map(({ outcome, reasons }) => [outcome, reasons]),
        [['uncertain', [reason]]],
      );
    }
  });
});

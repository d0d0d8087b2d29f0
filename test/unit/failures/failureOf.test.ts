import assert from 'node:assert/strict';
import { failureOf } from '../../../src/core/failures/failureOf.ts';
import { TaskRouterFailure, type Failure } from '../../../src/core/failures/taskRouterFailure.ts';

const failure: Failure = { kind: 'notJson', host: 'h' };

describe('failureOf', () => {
  it('is what a failure of TaskRouter says, whose message names its kind', () => {
    const error = new TaskRouterFailure(failure);
    assert.equal(failureOf(error), failure);
    assert.equal(error.message, 'TaskRouter request failed: notJson');
  });

  it('goes by the name, as what is built by itself has a class of its own', () => {
    const error = Object.assign(new Error(), { name: 'TaskRouterFailure', failure });
    assert.equal(failureOf(error), failure);
  });

  const others: [what: string, error: unknown][] = [
    ['another error', Object.assign(new Error(), { failure })],
    [
      'an error of that name that says nothing',
      Object.assign(new Error(), { name: 'TaskRouterFailure' }),
    ],
    ['what is no error', { name: 'TaskRouterFailure', failure }],
    ['nothing', undefined],
  ];
  for (const [what, error] of others) {
    it(`is nothing for ${what}`, () => {
      assert.equal(failureOf(error), undefined);
    });
  }
});

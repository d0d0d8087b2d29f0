import assert from 'node:assert/strict';
import { TaskRouterFailure, type Failure } from '../../src/core/taskrouter/failure.ts';

/** The failure that `work` rejects with; anything else fails the test. */
export async function rejectedFailure(work: Promise<unknown>): Promise<Failure> {
  const error = await work.then(
    () => assert.fail('it did not fail'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof TaskRouterFailure, String(error));
  return error.failure;
}

import assert from 'node:assert/strict';
import { asFailure } from '../../../src/core/taskrouter/failure.ts';
import { readStatistics, statisticsOwner } from '../../../src/core/taskrouter/statistics.ts';
import { everyResource } from '../../support/everyResource.ts';

const { workspaceSid, sid: taskQueueSid = '' } = everyResource.WQ;

describe('readStatistics', () => {
  for (const text of [
    ' {"total_tasks":9007199254740993,"total_tasks":1.0e2}\n',
    '{"workspace_sid":null,"task_queue_sid":null}',
    `{"workspace_sid":"${workspaceSid.toUpperCase()}","task_queue_sid":"${taskQueueSid}"}`,
    '{}',
  ]) {
    it(`returns ${JSON.stringify(text)} unchanged`, () => {
      assert.equal(readStatistics(text, { workspaceSid, taskQueueSid }, 'h'), text);
    });
  }

  for (const [text, kind] of [
    ['', 'notJson'],
    ['<html>', 'notJson'],
    ['null', 'unexpectedAnswer'],
    ['[]', 'unexpectedAnswer'],
    ['"{}"', 'unexpectedAnswer'],
    ['{"workspace_sid":"WS0"}', 'unexpectedAnswer'],
    [`{"workspace_sid":"${workspaceSid}","task_queue_sid":"WQ0"}`, 'unexpectedAnswer'],
  ] as const) {
    it(`refuses ${JSON.stringify(text)} as ${kind}`, () => {
      assert.throws(
        () => readStatistics(text, { workspaceSid, taskQueueSid }, 'h'),
        (error) => asFailure(error)?.kind === kind,
      );
    });
  }
});

describe('statisticsOwner', () => {
  it('is the Workspace or the TaskQueue', () => {
    assert.deepEqual(statisticsOwner({ workspaceSid }), { workspaceSid });
    const queue = statisticsOwner({ workspaceSid, taskQueueSid });
    assert.deepEqual(queue, { workspaceSid, sid: taskQueueSid });
  });
});

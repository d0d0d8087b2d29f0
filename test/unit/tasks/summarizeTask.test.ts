import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { describeStatus } from '../../../src/core/resources/taskStatus.ts';
import { summarizeTask } from '../../../src/core/tasks/summarizeTask.ts';

describe('summarizeTask', () => {
  it('reads the facts of a line about a Task', () => {
    const text = JSON.stringify({
      ...{ assignment_status: 'pending', task_queue_friendly_name: 'Support' },
      ...{ task_channel_unique_name: 'voice', priority: 0, age: 7 },
    });
    assert.deepEqual(summarizeTask(text), {
      ...{ status: 'pending', queueName: 'Support', channelName: 'voice' },
      ...{ priority: 0, ageSeconds: 7 },
    });
  });

  it('leaves out what is missing, null or of another type', () => {
    const odd = JSON.stringify({
      ...{ assignment_status: 1, task_queue_friendly_name: null },
      ...{ task_channel_unique_name: 2, priority: '3', age: '4' },
    });
    for (const text of ['{}', '[]', 'null', odd]) assert.deepEqual(summarizeTask(text), {});
  });
});

describe('describeStatus', () => {
  const words: [status: string | undefined, words: string][] = [
    ['pending', 'Pending'],
    ['reserved', 'Reserved'],
    ['assigned', 'Assigned'],
    ['wrapping', 'Wrapping'],
    ['completed', 'Completed'],
    ['canceled', 'Canceled'],
    ['parked', 'parked'],
    [undefined, 'Status unknown'],
  ];
  for (const [status, expected] of words) {
    it(`says ${expected}`, () => {
      const said = describeStatus(status);
      const text = typeof said === 'string' ? said : formatMessage(said, plainEnglish);
      assert.equal(text, expected);
    });
  }
});
